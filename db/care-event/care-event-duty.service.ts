import { openEventKinds } from '../../domain/care-event.ts'
import type { DutyKind } from '../duty/duty-kind.ts'
import { eventCountOf } from './care-event.queries.ts'
import { handOverCareEvents } from './care-event.repository.ts'

/** The family events somebody is to visit. What is sealed is nobody's to inherit: of that the director is left. */
export const careEventDuty: DutyKind = {
  countOf: (db, staffId) => eventCountOf(db, staffId, openEventKinds),
  handOver: (trx, from, to) => handOverCareEvents(trx, { from, to, kinds: openEventKinds }),
}
