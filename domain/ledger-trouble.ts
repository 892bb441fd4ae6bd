import type { FailureCode } from './failure.ts'

/** With these the ledger is sound, and somewhere: nothing is put in its place. */
const soundLedgerCodes: readonly FailureCode[] = [
  'ledgerLocked',
  'placeDamaged',
  'placeBlocked',
  'keysBlocked',
  'programDamaged',
]

/** Whether a start that failed like this may have its ledger replaced by a backup. */
export function isRestorable(code: FailureCode): boolean {
  return !soundLedgerCodes.includes(code)
}
