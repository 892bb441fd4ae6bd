import type { LedgerOperations } from '../ledger-operations.ts'
import { listSavedFilters } from './saved-filter.queries.ts'
import { removeFilter, saveFilter } from './saved-filter.service.ts'

/** What the ledger answers about questions that are kept under a name. */
export const savedFilterOperations = {
  'savedFilter.list': (ledger) => listSavedFilters(ledger),
  'savedFilter.save': saveFilter,
  'savedFilter.remove': removeFilter,
} satisfies LedgerOperations<'savedFilter.list' | 'savedFilter.save' | 'savedFilter.remove'>
