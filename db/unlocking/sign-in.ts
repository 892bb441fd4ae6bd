import type { AuditEntryDraft } from '../../domain/audit.ts'
import type { Clock } from '../../domain/clock.ts'
import { isClockBehind } from '../../domain/clock-doubt.ts'
import { FailureError } from '../../domain/failure.ts'
import { readKeySlots, readKeySlotsOfClosed } from '../key/key-file.ts'
import { keyFromPassword, keyFromRecoveryCode, type KeySlots } from '../key/key-slots.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import {
  countWrongTry,
  forgetWrongTries,
  readTries,
  refuseHastyTry,
  unknownAccount,
} from '../key/wrong-tries.ts'
import { closeLedger, ledgerFor, type Ledger } from '../ledger.ts'
import { actorOf } from '../staff/staff.queries.ts'
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
  return countingTries(place, accountIn(slots, staffId), () => keyFromPassword(slots, staffId, password))
}

/** Under whose name a wrong password counts: numbers that open nothing are one, or the list of them would be endless. */
export function accountIn({ staff }: KeySlots, staffId: number): number {
  return staff.some((slot) => slot.staffId === staffId) ? staffId : unknownAccount
}

/**
 * Puts somebody at a ledger that is open, by their password; whatever the answer, it stays open and its work goes on.
 * Throws: passwordWrong, tooManyTries, notAllowed, keysOfOtherLedger.
 */
export async function takeDesk(
  open: SignedInLedger,
  request: PasswordRequest,
  action: 'signedIn' | 'unlocked',
): Promise<SignedInLedger> {
  refuseOtherKey(open, await keyByPassword(open.ledger, request))
  const seated = await seatedAs(open, request.staffId)
  await recordSignIn(seated.ledger, { action, objectType: 'staff', objectId: request.staffId })
  return seated
}

interface RecoveryRequest {
  readonly recoveryCode: string
  readonly staffId: number
  readonly password: string
}

/**
 * Opens a ledger with the printed recovery code and gives this director a new password.
 * Throws: recoveryCodeMistyped, recoveryCodeWrong, tooManyTries, notAllowed for others than directors, passwordWeak.
 */
export async function signInWithRecoveryCode(
  place: Place,
  request: RecoveryRequest,
): Promise<SignedInLedger> {
  const { slots } = await readKeySlotsOfClosed(place.filePath)
  const key = await keyByCode(slots, place, request)
  const opened = await openAs({ ...place, key }, request.staffId)
  try {
    return await withNewPassword(opened, request)
  } catch (error) {
    closeLedger(opened.ledger)
    throw error
  }
}

/** The same at a ledger that is open and stays so. Throws: as signInWithRecoveryCode, keysOfOtherLedger. */
export async function takeDeskWithRecoveryCode(
  open: SignedInLedger,
  request: RecoveryRequest,
): Promise<SignedInLedger> {
  const { slots } = await readKeySlots(open.ledger.filePath)
  refuseOtherKey(open, await keyByCode(slots, open.ledger, request))
  return withNewPassword(await seatedAs(open, request.staffId), request)
}

async function withNewPassword(opened: SignedInLedger, request: RecoveryRequest): Promise<SignedInLedger> {
  const { staffId, password } = request
  if (opened.actor.role !== 'director') throw new FailureError('notAllowed', 'staffId')
  await setPassword(opened, staffId, password)
  await recordSignIn(opened.ledger, { action: 'recoveryCodeUsed', objectType: 'staff', objectId: staffId })
  return opened
}

async function seatedAs({ ledger, key }: SignedInLedger, staffId: number): Promise<SignedInLedger> {
  const actor = await actorOf(ledger, staffId)
  return { ledger: ledgerFor(ledger, actor), key, actor }
}

/** The key file may have been exchanged while the ledger was open. */
function refuseOtherKey({ key }: SignedInLedger, proven: LedgerKey): void {
  const isSame = proven.equals(key)
  proven.fill(0)
  if (!isSame) throw new FailureError('keysOfOtherLedger')
}

function keyByCode(slots: KeySlots, place: Place, { recoveryCode }: RecoveryRequest): Promise<LedgerKey> {
  return countingTries(place, null, () => keyFromRecoveryCode(slots, recoveryCode))
}

let lastTry: Promise<unknown> = Promise.resolve()

/**
 * Opens something with a secret that a wrong one makes people wait for, one at a time: many tries at once would all
 * begin before the first of them is counted. Throws: tooManyTries, and what `open` throws.
 */
export function countingTries(
  place: Place,
  staffId: number | null,
  open: () => Promise<LedgerKey>,
): Promise<LedgerKey> {
  const work = () => tryOnce(place, staffId, open)
  const tried = lastTry.then(work, work)
  lastTry = tried
  return tried
}

async function tryOnce(
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
    ...(staffId === null || staffId === unknownAccount ? {} : { objectId: staffId }),
    detail: { count, lastAt },
  }))
  const [first, ...rest] = [
    ...failed,
    ...(await doubtedClock(ledger)),
    ...(await reactivation(ledger)),
    entry,
  ] as const
  await inTransaction(ledger, () => Promise.resolve({ value: null, entries: [first, ...rest] as const }))
  if (tries.length > 0) await forgetWrongTries(ledger.filePath)
}

/** What follows would seem to come before what is already written down. */
async function doubtedClock({ db, clock }: Ledger): Promise<AuditEntryDraft[]> {
  const last = await db
    .selectFrom('auditEntry')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined || !isClockBehind(Date.parse(clock.nowAt()), Date.parse(last.at))) return []
  return [{ action: 'clockDoubted', objectType: 'ledger', detail: { lastAt: last.at } }]
}

/** Nobody signs in to a ledger that went to another PC, unless it was taken back. */
async function reactivation({ db }: Ledger): Promise<AuditEntryDraft[]> {
  const last = await db
    .selectFrom('auditEntry')
    .select('action')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.action === 'ledgerRetired' ? [{ action: 'ledgerReactivated', objectType: 'ledger' }] : []
}
