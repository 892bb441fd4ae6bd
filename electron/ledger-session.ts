import { dirname } from 'node:path'
import { app } from 'electron'
import type { AppState } from '../domain/app-state.ts'
import { FailureError, type Failure, type Reply } from '../domain/failure.ts'
import type { Actor, StaffName } from '../domain/staff.ts'
import { isLedgerTrouble } from '../domain/labels/failure.zh.ts'
import { defaultLedgerFolder, readLedgerPlace } from './data-folder.ts'
import type { DoorRequests, LedgerFacts, LockedFacts } from './ledger/door-messages.ts'
import type { LedgerDoor } from './ledger/ledger-door.ts'

/** Requests of the door that end with somebody at the desk. */
type EnteringRequest =
  | 'create'
  | 'protect'
  | 'signIn'
  | 'signInWithCode'
  | 'unlockWithPin'
  | 'confirmRecoveryCode'
  | 'renewRecoveryCode'

/** Which ledger this program is working on, and who works on it. */
export interface LedgerSession {
  /** Looks for the remembered ledger anew; nobody is signed in afterwards. */
  readonly open: () => Promise<AppState>
  readonly state: () => Promise<AppState>
  /** Who is at the keyboard; null while the ledger is closed or locked. */
  readonly actor: () => Actor | null
  /** Asks the door for something that puts somebody at the desk. Throws: FailureError. */
  readonly enter: <K extends EnteringRequest>(kind: K, input: DoorRequests[K]) => Promise<AppState>
  /** Covers the desk: from now on nothing is answered until its password or PIN was typed. */
  readonly lock: () => Promise<AppState>
}

type Locked = StaffName & { readonly hasPin: boolean }

export function startLedgerSession(door: LedgerDoor): LedgerSession {
  let actor: Actor | null = null
  let hasPin = false
  let locked: Locked | null = null

  const open = async (): Promise<AppState> => {
    actor = null
    locked = null
    await door.ask('close', {})
    return closedState()
  }

  const closedState = async (): Promise<AppState> => {
    const filePath = readLedgerPlace()
    if (filePath === null) return { phase: 'firstRun', defaultFolder: defaultLedgerFolder() }
    // The worker answers `look` with LockedFacts.
    const reply = (await door.ask('look', { filePath })) as Reply<LockedFacts>
    if (!reply.ok) return failureState(reply.failure, filePath)
    const { committeeName, isSample, staff, isKeyFileRepaired } = reply.value
    return {
      phase: 'signIn',
      folder: dirname(filePath),
      committeeName,
      isSample,
      staff: [...staff],
      locked,
      isKeyFileRepaired,
    }
  }

  const takeFacts = (facts: LedgerFacts): AppState => {
    actor = facts.actor
    hasPin = facts.hasPin
    locked = null
    return openState(facts)
  }

  return {
    open,
    actor: () => actor,
    state: async () => {
      if (actor === null) return closedState()
      // The worker answers `profile` with LedgerFacts.
      const reply = (await door.ask('profile', {})) as Reply<LedgerFacts>
      return reply.ok ? takeFacts(reply.value) : open()
    },
    enter: async (kind, input) => {
      // The worker answers every entering request with LedgerFacts.
      const reply = (await door.ask(kind, input)) as Reply<LedgerFacts>
      if (reply.ok) return takeFacts(reply.value)
      const filePath = readLedgerPlace()
      if (filePath === null || !isLedgerTrouble(reply.failure.code)) throw withFailure(reply.failure)
      // With the right password in hand the file turned out not to be fit to work on.
      return failureState(reply.failure, filePath)
    },
    lock: async () => {
      if (actor !== null) {
        locked = { staffId: actor.staffId, name: actor.name, hasPin }
        // Before the worker was told: nothing may get through meanwhile.
        actor = null
        await door.ask('lock', {})
      }
      return closedState()
    },
  }
}

function openState({ pendingRecovery, hasPin: _hasPin, ...facts }: LedgerFacts): AppState {
  const { committeeName } = facts.committee
  if (pendingRecovery !== null) {
    return { phase: 'recoveryCode', code: pendingRecovery.code, committeeName }
  }
  return {
    phase: 'ready',
    folder: dirname(readLedgerPlace() ?? ''),
    appVersion: app.getVersion(),
    ...facts,
  }
}

function failureState(failure: Failure, filePath: string): AppState {
  const folder = dirname(filePath)
  if (failure.code === 'ledgerUnprotected') return { phase: 'unprotected', folder }
  return { phase: 'failure', failure, folder, defaultFolder: defaultLedgerFolder() }
}

function withFailure({ code, field, detail }: Failure): FailureError {
  return new FailureError(code, field, detail)
}
