import type { LedgerOperations } from '../ledger-operations.ts'
import { getOfficeProfile, saveOfficeProfile } from './office-profile.service.ts'
import { officeSummary } from './office-summary.queries.ts'
import { pageOfRegister, registerChoices, removeRegisterLine, saveRegisterLine } from './register.service.ts'

/** What the ledger answers about the office itself and its registers. */
export const officeOperations = {
  'register.page': pageOfRegister,
  'register.save': saveRegisterLine,
  'register.remove': removeRegisterLine,
  'register.choices': registerChoices,
  'office.profile': (ledger) => getOfficeProfile(ledger),
  'office.saveProfile': saveOfficeProfile,
  'office.summary': officeSummary,
} satisfies LedgerOperations<
  | 'register.page'
  | 'register.save'
  | 'register.remove'
  | 'register.choices'
  | 'office.profile'
  | 'office.saveProfile'
  | 'office.summary'
>
