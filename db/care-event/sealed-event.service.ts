import {
  careEventKinds,
  isSealedEvent,
  type CareEvent,
  type SealedEventsRequest,
} from '../../domain/care-event.ts'
import { maySeeMatter } from '../../domain/sealed-access.ts'
import { askingActor } from '../sealed-matter/sealed-matter.service.ts'
import { residentOf } from '../resident/resident.queries.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { careEventsOf, storedEvents } from './care-event.queries.ts'

/** The sealed events that are theirs who asks, of everybody or of one person; each look leaves an entry. Throws: notAllowed, notFound. */
export async function listSealedEvents(
  ledger: Ledger,
  { residentId, reason: { purpose, text } }: SealedEventsRequest,
): Promise<CareEvent[]> {
  const actor = askingActor(ledger)
  return inTransaction(ledger, async (trx) => {
    if (residentId !== null) await residentOf(trx, residentId)
    const all = await storedEvents(trx, { residentId, kinds: careEventKinds.filter(isSealedEvent) })
    const value = await careEventsOf(
      trx,
      all.filter(({ staffId }) => maySeeMatter(actor, staffId)),
      ledger.clock.todayOn(),
    )
    const personCount = new Set(value.map((event) => event.residentId)).size
    const about = residentId === null ? {} : { objectId: residentId }
    return {
      value,
      entries: [
        {
          action: 'sealedViewed',
          objectType: 'resident',
          ...about,
          reason: text,
          detail: { purpose, personCount },
        },
      ],
    }
  })
}
