import { FailureError } from '../../domain/failure.ts'
import { readKeySlots, writeKeySlots } from '../key/key-file.ts'
import { keyFromRecoveryCode, withConfirmedRecovery, withRecoverySlot } from '../key/key-slots.ts'
import { inTransaction } from '../transaction.ts'
import type { SignedInLedger } from './set-up-ledger.ts'

/** Set-up is complete once the printed code was typed back. Throws: recoveryCodeMistyped, recoveryCodeWrong. */
export async function confirmRecoveryCode({ ledger, key }: SignedInLedger, typed: string): Promise<void> {
  const { slots } = await readKeySlots(ledger.filePath)
  const opened = await keyFromRecoveryCode(slots, typed)
  if (!opened.equals(key)) throw new FailureError('recoveryCodeWrong', 'recoveryCode')
  await writeKeySlots(ledger.filePath, withConfirmedRecovery(slots))
}

/** Makes a new code; the one printed before opens nothing any more. Throws: stateFileBlocked, diskFull. */
export async function renewRecoveryCode({ ledger, key }: SignedInLedger): Promise<string> {
  return inTransaction(ledger, async () => {
    const { slots } = await readKeySlots(ledger.filePath)
    const renewed = await withRecoverySlot(slots, key)
    await writeKeySlots(ledger.filePath, renewed.slots)
    return {
      value: renewed.code,
      entries: [{ action: 'recoveryCodeMade', objectType: 'ledger' }],
    }
  })
}
