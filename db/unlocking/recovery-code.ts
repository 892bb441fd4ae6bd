import { isDeepStrictEqual } from 'node:util'
import { FailureError } from '../../domain/failure.ts'
import { changeKeySlots } from '../key/change-key-slots.ts'
import { readKeySlots } from '../key/key-file.ts'
import { keyFromRecoveryCode, withConfirmedRecovery, withRecoverySlot } from '../key/key-slots.ts'
import { inOneMoment, inTransaction } from '../transaction.ts'
import { keyByPassword } from './sign-in.ts'
import type { SignedInLedger } from './set-up-ledger.ts'

/** Set-up is complete once the printed code was typed back. Throws: recoveryCodeMistyped, recoveryCodeWrong. */
export async function confirmRecoveryCode({ ledger, key }: SignedInLedger, typed: string): Promise<void> {
  const { slots } = await readKeySlots(ledger.filePath)
  const opened = await keyFromRecoveryCode(slots, typed)
  if (!opened.equals(key)) throw new FailureError('recoveryCodeWrong', 'recoveryCode')
  await inOneMoment(ledger, () =>
    changeKeySlots(ledger, (current) => {
      // Whatever was changed while the code was tried stays, and a newer code is not confirmed by this one.
      const isSame = isDeepStrictEqual(current.recovery?.sealedKey, slots.recovery?.sealedKey)
      if (!isSame) throw new FailureError('recoveryCodeWrong', 'recoveryCode')
      return withConfirmedRecovery(current)
    }),
  )
}

/**
 * Makes a new code; the one printed before opens the ledger no more. Once a code was confirmed the password is asked
 * again, so that nobody copies a way in from a desk that was left open.
 * Throws: passwordWrong, tooManyTries, stateFileBlocked, diskFull.
 */
export async function renewRecoveryCode(desk: SignedInLedger, password: string | null): Promise<string> {
  const { ledger, key } = desk
  await refuseOthers(desk, password)
  return inTransaction(ledger, async () => {
    let value = ''
    await changeKeySlots(ledger, async (slots) => {
      const renewed = await withRecoverySlot(slots, key)
      value = renewed.code
      return renewed.slots
    })
    return {
      value,
      entries: [{ action: 'recoveryCodeMade', objectType: 'ledger' }],
    }
  })
}

async function refuseOthers({ ledger, actor }: SignedInLedger, password: string | null): Promise<void> {
  const { slots } = await readKeySlots(ledger.filePath)
  if (slots.recovery?.isConfirmed !== true) return
  await keyByPassword(ledger, { staffId: actor.staffId, password: password ?? '' })
}
