import type { LedgerOperations } from '../ledger-operations.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { listRemovedResidents } from '../resident/recycle-bin.queries.ts'
import { removeResident, restoreResident } from '../resident/recycle-bin.service.ts'
import { undoRecordChange } from '../resident/undo-change.service.ts'
import { getLife } from './life-event.queries.ts'
import { recordLifeEvent, withdrawLifeEvent } from './life-event.service.ts'

/** What the ledger answers about what happens to people and to their records. */
export const lifeOperations = {
  'life.get': (ledger, { id }) => getLife(ledger, id),
  'life.record': recordLifeEvent,
  'life.withdraw': withdrawLifeEvent,
  'resident.timeline': residentTimeline,
  'resident.undoChange': undoRecordChange,
  'resident.remove': removeResident,
  'resident.restore': restoreResident,
  'resident.listRemoved': listRemovedResidents,
} satisfies LedgerOperations<
  | 'life.get'
  | 'life.record'
  | 'life.withdraw'
  | 'resident.timeline'
  | 'resident.undoChange'
  | 'resident.remove'
  | 'resident.restore'
  | 'resident.listRemoved'
>
