import { FailureError } from '../../domain/failure.ts'
import { heldDuties } from '../duty/duty-kinds.ts'
import type { Ledger } from '../ledger.ts'
import type { LedgerOperations } from '../ledger-operations.ts'
import { keyByPassword } from '../unlocking/sign-in.ts'
import { colleagues } from './colleagues.queries.ts'
import { savePin } from './pin.service.ts'
import { listAccounts } from './staff.queries.ts'
import { addStaff, changeStaff, closeStaff, setPassword } from './staff.service.ts'

/** What the ledger answers about accounts. */
export const staffOperations = {
  'staff.list': (ledger) => listAccounts(ledger),
  'staff.colleagues': (ledger) => colleagues(ledger.db),
  'staff.duties': (ledger, { id }) => heldDuties(ledger.db, id),
  'staff.add': (ledger, { draft, password }, { key }) => addStaff({ ledger, key }, draft, password),
  'staff.change': (ledger, change, { key }) => changeStaff({ ledger, key }, change),
  'staff.close': (ledger, account, { key }) => closeStaff({ ledger, key }, account),
  'staff.resetPassword': async (ledger, { id, password }, { key }) => {
    // One's own is changed by whoever knows it.
    if (ledger.actor?.staffId === id) throw new FailureError('notAllowed')
    return setPassword({ ledger, key }, id, password)
  },
  'staff.changeOwnPassword': async (ledger, { oldPassword, password }, { key }) => {
    const staffId = await askAgain(ledger, oldPassword)
    return setPassword({ ledger, key }, staffId, password)
  },
  'staff.setOwnPin': async (ledger, { password, pin }) => {
    const staffId = await askAgain(ledger, password)
    return savePin(ledger, staffId, pin)
  },
} satisfies LedgerOperations<
  | 'staff.list'
  | 'staff.colleagues'
  | 'staff.add'
  | 'staff.change'
  | 'staff.duties'
  | 'staff.close'
  | 'staff.resetPassword'
  | 'staff.changeOwnPassword'
  | 'staff.setOwnPin'
>

/** Somebody may have sat down at an open desk: what changes the account asks for its password. Throws: passwordWrong. */
async function askAgain(ledger: Ledger, password: string): Promise<number> {
  if (ledger.actor === null) throw new FailureError('notSignedIn')
  const { staffId } = ledger.actor
  await keyByPassword(ledger, { staffId, password })
  return staffId
}
