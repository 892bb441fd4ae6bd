import { basename, dirname } from 'node:path'
import type { AppState, LedgerNotice } from '../domain/app-state.ts'
import { isClockDoubtful } from '../domain/clock-doubt.ts'
import type { Settings } from '../domain/committee.ts'
import { FailureError, type Failure, type Reply } from '../domain/failure.ts'
import { isLedgerTrouble } from '../domain/labels/failure.zh.ts'
import type { Actor, StaffName } from '../domain/staff.ts'
import { defaultLedgerFolder, judgeLedgerFolder, readLedgerPlace, writeLedgerPlace } from './data-folder.ts'
import type { DeskNews, DoorRequests, LedgerFacts, LockedFacts } from './ledger/door-messages.ts'
import type { LedgerDoor } from './ledger/ledger-door.ts'
import { lastWriteMs } from './ledger-times.ts'
import { logUnexpected } from './log.ts'
import { failureState, openState, signInState } from './session-states.ts'
import { civilDateOf, systemClock } from './system-clock.ts'

/** Requests of the door that end with somebody at the desk. */
type EnteringRequest =
  | 'create'
  | 'protect'
  | 'signIn'
  | 'signInWithCode'
  | 'unlockWithPin'
  | 'confirmRecoveryCode'
  | 'renewRecoveryCode'
  | 'resume'

/** Which ledger this program is working on, and who works on it. */
export interface LedgerSession {
  /** Looks for the remembered ledger anew; nobody is signed in afterwards, and what still runs is cut off. */
  readonly open: () => Promise<AppState>
  /** The same once what still runs is done; until then nobody is let in. */
  readonly leave: () => Promise<AppState>
  /** Waits for a change that is under way. */
  readonly whenOpen: () => Promise<void>
  readonly state: () => Promise<AppState>
  /** Who is at the keyboard; null while the ledger is closed or locked. */
  readonly actor: () => Actor | null
  /**
   * Changes which ledger is remembered, one change at a time, and looks for it anew; nobody is signed in afterwards,
   * unless the desk was paused meanwhile. Throws: what the change threw, with the ledger remembered by then looked for.
   */
  readonly change: (work: () => Promise<void>, options?: OpenOptions) => Promise<AppState>
  /** Asks the door for something that puts somebody at the desk. Throws: FailureError. */
  readonly enter: <K extends EnteringRequest>(
    kind: K,
    input: DoorRequests[K],
    around?: { readonly prepare?: () => Promise<void>; readonly settle?: () => Promise<void> },
  ) => Promise<AppState>
  /** Covers the desk: from now on nothing is answered until its password or PIN was typed. What runs goes on. */
  readonly lock: () => Promise<AppState>
  readonly deskState: () => 'open' | 'covered' | 'left'
  /** Follows what changed about who is at the desk; nobody stays there whose account is closed. */
  readonly takeNews: (news: DeskNews) => void
  /** Asks no more about the clock in this run. */
  readonly trustClock: () => Promise<AppState>
  /** Looks for the ledger again after its worker was lost, and the key with it. */
  readonly reopenLost: () => void
}

interface SessionOptions {
  readonly door: LedgerDoor
  /** Hears what the ledger has set up, when it is opened and when that changes. */
  readonly onSettings: (settings: Settings) => void
}

interface OpenOptions {
  /** The user has just chosen this ledger, and hears once what speaks against where it lies. */
  readonly isJustChosen?: boolean
  /** The desk was paused, not left: it is taken up again where the ledger is now. */
  readonly isResuming?: boolean
  /** It is taken up again if the change fails, which the ledger may have gone through unharmed. */
  readonly isResumingAfterFailure?: boolean
  /** What still runs is waited for. */
  readonly isPatient?: boolean
}

interface Found {
  readonly state: AppState
  readonly filePath: string | null
  readonly notices: readonly LedgerNotice[]
}

const nothingFound = { filePath: null, notices: [] } as const

export function startLedgerSession({ door, onSettings }: SessionOptions): LedgerSession {
  let actor: Actor | null = null
  let hasPin = false
  let locked: (StaffName & { readonly hasPin: boolean }) | null = null
  let found: Promise<Found> = Promise.resolve({
    ...nothingFound,
    state: { phase: 'firstRun', defaultFolder: '' },
  })
  let turn: Promise<unknown> = Promise.resolve()
  let isPlaceFromCopy = false
  let isClockTrusted = false
  let coveredCount = 0

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work, work)
    turn = done
    return done
  }

  const look = async ({ isJustChosen = false }: OpenOptions = {}): Promise<Found> => {
    const place = await readLedgerPlace()
    if (place.kind === 'none') {
      return { ...nothingFound, state: { phase: 'firstRun', defaultFolder: await defaultLedgerFolder() } }
    }
    if (place.kind === 'damaged' || place.kind === 'blocked') {
      const folder = await defaultLedgerFolder()
      const code = place.kind === 'damaged' ? 'placeDamaged' : 'placeBlocked'
      return { ...nothingFound, state: { phase: 'failure', failure: { code }, folder } }
    }
    if (place.kind === 'retired') {
      const { retiredOn, ledgerFile } = place
      return { ...nothingFound, state: { phase: 'retired', retiredOn, folder: dirname(ledgerFile) } }
    }
    const filePath = place.ledgerFile
    if (place.isFromCopy) {
      isPlaceFromCopy = true
      await healPlace(filePath)
    } else if (isJustChosen) isPlaceFromCopy = false
    const [reply, folderNotices] = await Promise.all([
      // The worker answers `look` with LockedFacts.
      door.ask('look', { filePath }) as Promise<Reply<LockedFacts>>,
      noticesOfFolder(filePath, isJustChosen),
    ])
    const notices = [...(isPlaceFromCopy ? (['placeFromCopy'] as const) : []), ...folderNotices]
    const state = reply.ok ? signInState(reply.value, filePath) : failureState(reply.failure, filePath)
    return { state, filePath, notices }
  }

  const leave = async (options?: OpenOptions): Promise<AppState> => {
    actor = null
    locked = null
    const isPatient = options?.isPatient === true
    await door.ask('close', { isPatient, ...(isPatient ? { backUp: 'onLock' } : {}) })
    found = look(options).then((place) => (isClockTrusted ? place : doubtingClock(place)))
    return (await found).state
  }

  /** The answer to something asked before the desk was covered uncovers nothing. */
  const takeFacts = async (facts: LedgerFacts, coveredBefore: number): Promise<AppState> => {
    if (coveredBefore !== coveredCount) return closedState()
    actor = facts.actor
    onSettings(facts.settings)
    hasPin = facts.hasPin
    locked = null
    const { filePath, notices } = await found
    return openState(facts, filePath ?? '', notices)
  }

  const closedState = async (): Promise<AppState> => {
    const { state } = await found
    return state.phase === 'signIn' ? { ...state, locked } : state
  }

  const resume = async (): Promise<AppState> => {
    const coveredBefore = coveredCount
    found = look()
    const { filePath } = await found
    if (filePath === null) return leave()
    const reply = (await door.ask('resume', { filePath })) as Reply<LedgerFacts>
    return reply.ok ? takeFacts(reply.value, coveredBefore) : leave()
  }

  return {
    open: () => inTurn(() => leave()),
    leave: () => {
      // At once: nothing is let in while what still runs is waited for.
      actor = null
      locked = null
      return inTurn(() => leave({ isPatient: true }))
    },
    whenOpen: async () => {
      await turn.catch(() => undefined)
    },
    actor: () => actor,
    state: async () => {
      await turn.catch(() => undefined)
      if (actor === null) return closedState()
      const coveredBefore = coveredCount
      // The worker answers `profile` with LedgerFacts.
      const reply = (await door.ask('profile', {})) as Reply<LedgerFacts>
      if (reply.ok || coveredBefore !== coveredCount) {
        return reply.ok ? takeFacts(reply.value, coveredBefore) : closedState()
      }
      return inTurn(() => leave())
    },
    change: (work, options = {}) =>
      inTurn(async () => {
        const { isResuming = false, isResumingAfterFailure = isResuming } = options
        try {
          await work()
        } catch (error) {
          await (isResumingAfterFailure ? resume() : leave(options))
          throw error
        }
        return isResuming ? resume() : leave(options)
      }),
    enter: (kind, input, { prepare, settle } = {}) =>
      inTurn(async () => {
        await prepare?.()
        const coveredBefore = coveredCount
        // The worker answers every entering request with LedgerFacts.
        const reply = (await door.ask(kind, input)) as Reply<LedgerFacts>
        if (!reply.ok) {
          const place = await found
          const state = refused(reply.failure, place.filePath)
          // What only the key could tell holds until the ledger is looked for anew.
          found = Promise.resolve({ ...place, state })
          return state
        }
        await settle?.()
        if (settle !== undefined) found = look({ isJustChosen: true })
        return takeFacts(reply.value, coveredBefore)
      }),
    lock: async () => {
      if (actor !== null) {
        locked = { staffId: actor.staffId, name: actor.name, hasPin }
        // Before the worker is told: nothing may get through meanwhile.
        actor = null
        coveredCount += 1
        // Its trace waits for what is being written; the screen does not.
        void door.ask('lock', {})
        // Accounts may have come and gone since somebody signed in.
        found = look()
      }
      return closedState()
    },
    deskState: () => {
      if (actor !== null) return 'open'
      return locked === null ? 'left' : 'covered'
    },
    takeNews: (news) => {
      // While the desk is covered or others sit there, the next one to sit down is looked up anew.
      if (actor?.staffId !== news.staffId) return
      actor = news.actor
      hasPin = news.hasPin
      onSettings(news.settings)
      if (actor === null) void inTurn(() => leave())
    },
    trustClock: () => {
      isClockTrusted = true
      return inTurn(() => leave())
    },
    reopenLost: () => {
      if (actor !== null || locked !== null) void inTurn(() => leave())
    },
  }
}

/** Before anything is dated, a clock that is plainly wrong comes first. */
async function doubtingClock(found: Found): Promise<Found> {
  if (found.state.phase === 'failure') return found
  const lastMs = found.filePath === null ? null : await lastWriteMs(found.filePath)
  if (!isClockDoubtful(Date.parse(systemClock.nowAt()), lastMs)) return found
  const lastOn = lastMs === null ? null : civilDateOf(lastMs)
  return { ...found, state: { phase: 'clockDoubted', todayOn: systemClock.todayOn(), lastOn } }
}

/** With the right password in hand the file may turn out not to be fit to work on. Throws: what concerns the form. */
function refused(failure: Failure, filePath: string | null): AppState {
  if (filePath !== null && isLedgerTrouble(failure.code)) return failureState(failure, filePath)
  throw new FailureError(failure.code, failure.field, failure.detail)
}

/** The copy has answered; were it to break as well, nobody would know the ledger. */
async function healPlace(filePath: string): Promise<void> {
  try {
    await writeLedgerPlace(filePath)
  } catch (error) {
    // The user is told about the copy in any case, and the next start tries again.
    logUnexpected('place file', error)
  }
}

async function noticesOfFolder(filePath: string, isJustChosen: boolean): Promise<LedgerNotice[]> {
  const { refusal, warning } = await judgeLedgerFolder(dirname(filePath), basename(filePath))
  if (refusal !== null) return [refusal]
  return isJustChosen && warning !== null ? [warning] : []
}
