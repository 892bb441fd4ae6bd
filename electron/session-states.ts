import { dirname } from 'node:path'
import { app } from 'electron'
import type { AppState, LedgerNotice } from '../domain/app-state.ts'
import type { Failure } from '../domain/failure.ts'
import type { LedgerFacts, LockedFacts } from './ledger/door-messages.ts'

/** A ledger that waits for somebody to sign in. */
export function signInState({ staff, ...facts }: LockedFacts, filePath: string): AppState {
  return { phase: 'signIn', folder: dirname(filePath), ...facts, staff: [...staff], locked: null }
}

/** A ledger with somebody at its desk. */
export function openState(
  { pendingRecovery, ...facts }: LedgerFacts,
  filePath: string,
  notices: readonly LedgerNotice[],
): AppState {
  const { committeeName } = facts.committee
  if (pendingRecovery !== null) {
    return { phase: 'recoveryCode', code: pendingRecovery.code, committeeName }
  }
  return {
    phase: 'ready',
    folder: dirname(filePath),
    ...facts,
    appVersion: app.getVersion(),
    notices: [...notices],
  }
}

/** A ledger that can't be opened. */
export function failureState(failure: Failure, filePath: string): AppState {
  const folder = dirname(filePath)
  return failure.code === 'ledgerUnprotected'
    ? { phase: 'unprotected', folder }
    : { phase: 'failure', failure, folder }
}
