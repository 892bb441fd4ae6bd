import type { LedgerOperations } from '../ledger-operations.ts'
import { getHelpCase, helpCasesOfResident, listHelpCases } from './help-case.queries.ts'
import { removeHelpCase, saveHelpCase } from './help-case.service.ts'
import { helpYears } from './help-year.queries.ts'

/** What the ledger answers about people's requests for help. */
export const helpCaseOperations = {
  'helpCase.list': listHelpCases,
  'helpCase.ofResident': (ledger, { residentId }) => helpCasesOfResident(ledger, residentId),
  'helpCase.get': (ledger, { id }) => getHelpCase(ledger, id),
  'helpCase.years': (ledger) => helpYears(ledger),
  'helpCase.save': saveHelpCase,
  'helpCase.remove': removeHelpCase,
} satisfies LedgerOperations<
  | 'helpCase.list'
  | 'helpCase.ofResident'
  | 'helpCase.get'
  | 'helpCase.years'
  | 'helpCase.save'
  | 'helpCase.remove'
>
