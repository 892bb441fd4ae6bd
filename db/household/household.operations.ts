import type { LedgerOperations } from '../ledger-operations.ts'
import { saveHouseholdOwnValues } from '../own-field/household-own-values.service.ts'
import { addFamily } from './add-family.service.ts'
import { changeHead, mergeHouseholds, moveHousehold, splitHousehold } from './household-change.service.ts'
import { getHousehold } from './household.queries.ts'

/** What the ledger answers about households. */
export const householdOperations = {
  'household.get': (ledger, { id }) => getHousehold(ledger, id),
  'household.changeHead': changeHead,
  'household.split': splitHousehold,
  'household.merge': mergeHouseholds,
  'household.move': moveHousehold,
  'household.saveOwnValues': saveHouseholdOwnValues,
  'household.addFamily': addFamily,
} satisfies LedgerOperations<
  | 'household.get'
  | 'household.changeHead'
  | 'household.split'
  | 'household.merge'
  | 'household.move'
  | 'household.saveOwnValues'
  | 'household.addFamily'
>
