import { loadLedgerProfile } from '../../db/committee/committee.queries.ts'
import { readKeySlots, readKeySlotsOfClosed } from '../../db/key/key-file.ts'
import { refuseHeldLedger } from '../../db/ledger-file.ts'
import { closeLedger, emptyWal, ledgerFor, type Ledger } from '../../db/ledger.ts'
import { issuePaper, recordFailedPaper, type IssuedPaper } from '../../db/paper/issue-paper.service.ts'
import { isPinOf } from '../../db/staff/pin.service.ts'
import { actorOf, staffOf } from '../../db/staff/staff.queries.ts'
import { inTransaction } from '../../db/transaction.ts'
import { convertLedger } from '../../db/unlocking/convert-ledger.ts'
import { confirmRecoveryCode, renewRecoveryCode } from '../../db/unlocking/recovery-code.ts'
import { openAs, setUpLedger, type SignedInLedger } from '../../db/unlocking/set-up-ledger.ts'
import {
  recordSignIn,
  signIn,
  signInWithRecoveryCode,
  takeDesk,
  takeDeskWithRecoveryCode,
} from '../../db/unlocking/sign-in.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Actor } from '../../domain/staff.ts'
import { systemClock } from '../system-clock.ts'
import type { DeskNews, DoorRequests, LedgerFacts, LockedFacts } from './door-messages.ts'

const pinTries = 5

/** The desk of one member of staff: an open ledger, its key, and whether the screen is covered. */
interface Desk extends SignedInLedger {
  readonly recoveryCode?: string | null
}

let desk: Desk | undefined
let isLocked = false
let wrongPins = 0

/** Throws: ledgerNotOpen, notSignedIn while the desk is locked. */
export function openDesk(): Desk {
  if (desk === undefined) throw new FailureError('ledgerNotOpen')
  if (isLocked) throw new FailureError('notSignedIn')
  return desk
}

/** Whoever is at the desk, covered or not. */
export function deskNow(): Desk | undefined {
  return desk?.ledger.raw.open === true ? desk : undefined
}

function sitDown(next: Desk): Promise<LedgerFacts> {
  leaveDesk()
  desk = next
  return deskFacts()
}

/** Closes the ledger and forgets its key. */
export function leaveDesk(): void {
  if (desk !== undefined) {
    closeLedger(desk.ledger)
    desk.key.fill(0)
  }
  desk = undefined
  isLocked = false
  wrongPins = 0
}

/** Lets go of the ledger for a while; the desk stays who it was. Throws: as openDesk. */
export function pauseDesk(): Record<string, never> {
  closeLedger(openDesk().ledger)
  return {}
}

/** Takes a paused desk up again on the ledger as it lies now. Throws: ledgerNotOpen, and what openLedger throws. */
export async function resumeDesk({ filePath }: DoorRequests['resume']): Promise<LedgerFacts> {
  const paused = openDesk()
  closeLedger(paused.ledger)
  desk = {
    ...paused,
    ...(await openAs({ filePath, key: paused.key, clock: systemClock }, paused.actor.staffId)),
  }
  return deskFacts()
}

/** Throws: ledgerReadOnly, ledgerLocked, and what readKeySlots throws. */
export async function lookAt({ filePath }: DoorRequests['look']): Promise<LockedFacts> {
  // A covered desk has its ledger open, and to read an open file from here would let go of the lock on it.
  const isOpen = desk?.ledger.filePath === filePath
  const { slots, isFromPrevious } = await (isOpen ? readKeySlots : readKeySlotsOfClosed)(filePath)
  if (!isOpen) refuseHeldLedger(filePath)
  const { committeeName, isSample } = slots
  const staff = slots.staff.map(({ staffId, name }) => ({ staffId, name }))
  return { committeeName, isSample, staff, isKeyFileRepaired: isFromPrevious }
}

export async function createDesk(input: DoorRequests['create']): Promise<LedgerFacts> {
  leaveDesk()
  return sitDown(await setUpLedger({ ...input, clock: systemClock }))
}

export async function protectLedger(input: DoorRequests['protect']): Promise<LedgerFacts> {
  leaveDesk()
  return sitDown(await convertLedger({ ...input, clock: systemClock }))
}

/** Opens the ledger; a desk that is open changes hands without a pause for what runs there. */
export async function signInAt({ filePath, ...request }: DoorRequests['signIn']): Promise<LedgerFacts> {
  const open = deskAt(filePath)
  if (open === undefined) return sitDown(await signIn({ filePath, clock: systemClock }, request))
  const isBack = isLocked && open.actor.staffId === request.staffId
  return changeHands(open, await takeDesk(open, request, isBack ? 'unlocked' : 'signedIn'))
}

export async function signInWithCodeAt({
  filePath,
  ...request
}: DoorRequests['signInWithCode']): Promise<LedgerFacts> {
  const open = deskAt(filePath)
  if (open === undefined)
    return sitDown(await signInWithRecoveryCode({ filePath, clock: systemClock }, request))
  return changeHands(open, await takeDeskWithRecoveryCode(open, request))
}

function deskAt(filePath: string): Desk | undefined {
  return desk?.ledger.filePath === filePath && desk.ledger.raw.open ? desk : undefined
}

function changeHands({ recoveryCode = null }: Desk, next: SignedInLedger): Promise<LedgerFacts> {
  desk = { ...next, recoveryCode }
  isLocked = false
  wrongPins = 0
  return deskFacts()
}

/** Covers the desk at once, and leaves all that was written in the one file when the last work is done. */
export async function lockDesk(): Promise<Record<string, never>> {
  if (desk === undefined || isLocked) return {}
  const { ledger } = desk
  isLocked = true
  wrongPins = 0
  await inTransaction(ledger, () =>
    Promise.resolve({ value: null, entries: [{ action: 'locked', objectType: 'staff' }] as const }),
  )
  emptyWal(ledger)
  return {}
}

/** Leaves all that was written in the one file, at a desk where nothing goes on: whoever copies it has everything. */
export function tidyDesk(): void {
  const quiet = deskNow()
  if (quiet === undefined) return
  try {
    emptyWal(quiet.ledger)
  } catch {
    // A failing disk has closed the ledger, which the next request tells to somebody who can hear it.
  }
}

/** Throws: pinWrong (detail: tries left), notSignedIn when the password must be typed instead. */
export async function unlockWithPin({ pin }: DoorRequests['unlockWithPin']): Promise<LedgerFacts> {
  if (desk === undefined || !isLocked || wrongPins >= pinTries) throw new FailureError('notSignedIn')
  const { ledger, actor } = desk
  // Counted before it is checked, so that two at once don't count as one.
  wrongPins += 1
  if (!(await isPinOf(ledger, actor.staffId, pin))) {
    await recordSignIn(ledger, { action: 'unlockFailed', objectType: 'staff', objectId: actor.staffId })
    throw new FailureError('pinWrong', 'pin', String(pinTries - wrongPins))
  }
  const current = await actorOf(ledger, actor.staffId)
  await recordSignIn(ledger, { action: 'unlocked', objectType: 'staff', objectId: actor.staffId })
  return changeHands(desk, { ...desk, ledger: ledgerFor(ledger, current), actor: current })
}

export async function confirmCode(input: DoorRequests['confirmRecoveryCode']): Promise<LedgerFacts> {
  const { ledger, key, actor } = openDesk()
  await confirmRecoveryCode({ ledger, key, actor }, input.recoveryCode)
  desk = { ledger, key, actor }
  return deskFacts()
}

export async function renewCode({ password }: DoorRequests['renewRecoveryCode']): Promise<LedgerFacts> {
  const current = openDesk()
  desk = { ...current, recoveryCode: await renewRecoveryCode(current, password) }
  return deskFacts()
}

export async function recordDenied({ channel }: DoorRequests['denied']): Promise<Record<string, never>> {
  await inTransaction(openDesk().ledger, () =>
    Promise.resolve({
      value: null,
      entries: [{ action: 'denied', objectType: 'channel', detail: { channel } }] as const,
    }),
  )
  return {}
}

/** After a change of accounts or settings: who is at the desk by now, and what it has set up; null while it is covered. */
export async function deskNews(): Promise<DeskNews | null> {
  if (desk === undefined || isLocked) return null
  const { ledger, actor } = desk
  const { staffId } = actor
  const { isClosed, hasPin } = await staffOf(ledger.db, staffId)
  const current = isClosed ? null : await actorOf(ledger, staffId)
  const { settings } = await loadLedgerProfile(ledger)
  // Others may have sat down meanwhile.
  if (current !== null && desk.actor.staffId === staffId) {
    desk = { ...desk, actor: current, ledger: ledgerFor(desk.ledger, current) }
  }
  return { staffId, actor: current, hasPin, settings }
}

/** Far more than can be under way at once. */
const mostBegun = 50

/** Who began what can only be written down when it is done, and in which ledger. */
const beginners = new Map<string, { readonly filePath: string; readonly actor: Actor }>()

/** What ended well is never asked about: the oldest go. */
export function rememberBeginner(what: string, { ledger, actor }: SignedInLedger): void {
  beginners.set(what, { filePath: ledger.filePath, actor })
  for (const old of [...beginners.keys()].slice(0, -mostBegun)) beginners.delete(old)
}

/** The open ledger as whoever began something works on it, covered or not. Throws: ledgerNotOpen. */
export function ledgerOfBeginner(what: string): Ledger {
  const begun = beginners.get(what)
  beginners.delete(what)
  if (begun === undefined || desk?.ledger.filePath !== begun.filePath) throw new FailureError('ledgerNotOpen')
  return ledgerFor(desk.ledger, begun.actor)
}

/** Throws: as openDesk and issuePaper. */
export async function issueAtDesk(input: DoorRequests['issuePaper']): Promise<IssuedPaper> {
  const current = openDesk()
  const issued = await issuePaper(current.ledger, input.paper, input.way, input.agreed, input.manner)
  rememberBeginner(`paper ${issued.serial}`, current)
  return issued
}

/** Written down also when others sit there by now: the entry that it leaves stands already. Throws: ledgerNotOpen. */
export async function writeFailedPaper({
  paper,
  serial,
}: DoorRequests['paperFailed']): Promise<Record<string, never>> {
  await recordFailedPaper(ledgerOfBeginner(`paper ${serial}`), paper, serial)
  return {}
}

/** What the window needs to know of the desk. Throws: as openDesk. */
export async function deskFacts(): Promise<LedgerFacts> {
  const { ledger, actor, recoveryCode } = openDesk()
  const { slots } = await readKeySlots(ledger.filePath)
  const isPending = slots.recovery?.isConfirmed === false && actor.role === 'director'
  return {
    ...(await loadLedgerProfile(ledger)),
    actor,
    hasPin: (await staffOf(ledger.db, actor.staffId)).hasPin,
    todayOn: systemClock.todayOn(),
    pendingRecovery: isPending ? { code: recoveryCode ?? null } : null,
  }
}
