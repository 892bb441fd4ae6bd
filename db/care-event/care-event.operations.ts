import type { LedgerOperations } from '../ledger-operations.ts'
import { careEventsOfResident, getCareEvent, listCareEvents } from './care-event.queries.ts'
import { removeCareEvent, saveCareEvent } from './care-event.service.ts'
import { listSealedEvents } from './sealed-event.service.ts'

/** What the ledger answers about family events and stays in hospital. */
export const careEventOperations = {
  'careEvent.list': listCareEvents,
  'careEvent.ofResident': (ledger, { residentId }) => careEventsOfResident(ledger, residentId),
  'careEvent.get': (ledger, { id }) => getCareEvent(ledger, id),
  'careEvent.listSealed': listSealedEvents,
  'careEvent.save': saveCareEvent,
  'careEvent.remove': removeCareEvent,
} satisfies LedgerOperations<
  | 'careEvent.list'
  | 'careEvent.ofResident'
  | 'careEvent.get'
  | 'careEvent.listSealed'
  | 'careEvent.save'
  | 'careEvent.remove'
>
