import type { AuditEntryDraft } from '../../domain/audit.ts'
import type { Clock } from '../../domain/clock.ts'
import { FailureError } from '../../domain/failure.ts'
import { readKeySlots, readKeySlotsOfClosed } from '../key/key-file.ts'
import { keyFromPassword, keyFromRecoveryCode, type KeySlots } from '../key/key-slots.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { countWrongTry, forgetWrongTries, readTries, refuseHastyTry } from '../key/wrong-tries.ts'
import { closeLedger, type Ledger } from '../ledger.ts'
import { setPassword } from '../staff/staff.service.ts'
import { inTransaction } from '../transaction.ts'
import { openAs, type SignedInLedger } from './set-up-ledger.ts'

interface PasswordRequest {
  readonly staffId: number
  readonly password: string
}

interface Place {
  readonly filePath: string
  readonly clock: Clock
}

/**
 * Opens a ledger with one account's password.
 * Throws: passwordWrong, tooManyTries (detail: seconds to wait), notAllowed, and what readKeySlots and openLedger throw.
 */
export async function signIn(place: Place, request: PasswordRequest): Promise<SignedInLedger> {
  const { slots } = await readKeySlotsOfClosed(place.filePath)
  const key = await keyIn(slots, place, request)
  const opened = await openAs({ ...place, key }, request.staffId)
  await recordSignIn(opened.ledger, { action: 'signedIn', objectType: 'staff', objectId: request.staffId })
  return opened
}

/** The key behind one account's password, asked while the ledger is open. Throws: passwordWrong, tooManyTries. */
export async function keyByPassword(place: Place, request: PasswordRequest): Promise<LedgerKey> {
  const { slots } = await readKeySlots(place.filePath)
  return keyIn(slots, place, request)
}

function keyIn(slots: KeySlots, place: Place, { staffId, password }: PasswordRequest): Promise<LedgerKey> {
  return countingTries(place, staffId, () => keyFromPassword(slots, staffId, password))
}

/**
 * Opens a ledger with the printed recovery code and gives this director a new password.
 * Throws: recoveryCodeMistyped, recoveryCodeWrong, tooManyTries, notAllowed for others than directors, passwordWeak.
 */
export async function signInWithRecoveryCode(
  place: Place,
  request: { readonly recoveryCode: string; readonly staffId: number; readonly password: string },
): Promise<SignedInLedger> {
  const { slots } = await readKeySlotsOfClosed(place.filePath)
  const key = await countingTries(place, null, () => keyFromRecoveryCode(slots, request.recoveryCode))
  const opened = await openAs({ ...place, key }, request.staffId)
  try {
    if (opened.actor.role !== 'director') throw new FailureError('notAllowed', 'staffId')
    await setPassword(opened, request.staffId, request.password)
    await recordSignIn(opened.ledger, {
      action: 'recoveryCodeUsed',
      objectType: 'staff',
      objectId: request.staffId,
    })
    return opened
  } catch (error) {
    closeLedger(opened.ledger)
    throw error
  }
}

async function countingTries(
  { filePath, clock }: Place,
  staffId: number | null,
  open: () => Promise<LedgerKey>,
): Promise<LedgerKey> {
  await refuseHastyTry(filePath, staffId, clock)
  try {
    return await open()
  } catch (error) {
    const isWrong =
      error instanceof FailureError && ['passwordWrong', 'recoveryCodeWrong'].includes(error.failure.code)
    if (isWrong) await countWrongTry(filePath, staffId, clock)
    throw error
  }
}

/** What was tried before anybody could write it down comes first. */
export async function recordSignIn(ledger: Ledger, entry: AuditEntryDraft): Promise<void> {
  const tries = await readTries(ledger.filePath)
  const failed = tries.map(({ staffId, count, lastAt }): AuditEntryDraft => ({
    action: 'signInFailed',
    objectType: 'staff',
    ...(staffId === null ? {} : { objectId: staffId }),
    detail: { count, lastAt },
  }))
  const [first, ...rest] = [...failed, entry] as const
  await inTransaction(ledger, () => Promise.resolve({ value: null, entries: [first, ...rest] as const }))
  if (tries.length > 0) await forgetWrongTries(ledger.filePath)
}
