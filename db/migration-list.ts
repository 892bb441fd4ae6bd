import type { Migration } from './migrate.ts'
import { firstLedger } from './migrations/0001-first-ledger.ts'
import { staffAndAudit } from './migrations/0002-staff-and-audit.ts'
import { completeRecord } from './migrations/0003-complete-record.ts'
import { submittedSheets } from './migrations/0004-submitted-sheets.ts'
import { placesAndOffice } from './migrations/0005-places-and-office.ts'
import { savedFilters } from './migrations/0006-saved-filters.ts'
import { bulkChanges } from './migrations/0007-bulk-changes.ts'
import { importMemory } from './migrations/0008-import-memory.ts'
import { duplicates } from './migrations/0009-duplicates.ts'
import { rosterKinds } from './migrations/0010-roster-kinds.ts'
import { ownFields } from './migrations/0011-own-fields.ts'
import { personsRights } from './migrations/0012-persons-rights.ts'
import { sealedFields } from './migrations/0013-sealed-fields.ts'
import { visitRules } from './migrations/0014-visit-rules.ts'
import { claims } from './migrations/0015-claims.ts'
import { diary } from './migrations/0016-diary.ts'
import { careEvents } from './migrations/0017-care-events.ts'

/** Every migration ever released, in order; version n stands at position n - 1. */
export const migrations: readonly Migration[] = [
  firstLedger,
  staffAndAudit,
  completeRecord,
  submittedSheets,
  placesAndOffice,
  savedFilters,
  bulkChanges,
  importMemory,
  duplicates,
  rosterKinds,
  ownFields,
  personsRights,
  sealedFields,
  visitRules,
  claims,
  diary,
  careEvents,
]
