import { dirname } from 'node:path'
import { app } from 'electron'
import type { AppState } from '../domain/app-state.ts'
import type { Failure, Reply } from '../domain/failure.ts'
import { defaultLedgerFolder, readLedgerPlace } from './data-folder.ts'
import type { LedgerFacts } from './ledger/door-messages.ts'
import type { LedgerDoor } from './ledger/ledger-door.ts'

/** Which ledger this program is working on, and whether it could be opened. */
export interface LedgerSession {
  /** Opens the remembered ledger; the window may already be drawing meanwhile. */
  readonly open: () => Promise<AppState>
  /** Waits for an opening that is under way. */
  readonly whenOpen: () => Promise<AppState>
  readonly state: () => Promise<AppState>
  /** Opens the ledger again after its worker was lost; what is asked meanwhile waits for it. */
  readonly reopenLost: () => void
}

export function startLedgerSession(door: LedgerDoor): LedgerSession {
  let opening: Promise<AppState> | undefined
  let isReady = false

  const openPlace = async (): Promise<AppState> => {
    const filePath = readLedgerPlace()
    if (filePath === null) return { phase: 'firstRun', defaultFolder: defaultLedgerFolder() }
    const reply = await door.ask('open', { filePath })
    return reply.ok ? factsState(door, filePath) : failureState(reply.failure, filePath)
  }
  const open = () => {
    isReady = false
    const opened = openPlace()
    opening = opened
    void opened.then(({ phase }) => {
      if (opening === opened) isReady = phase === 'ready'
    })
    return opened
  }
  const whenOpen = () => opening ?? open()

  return {
    open,
    whenOpen,
    state: async () => {
      const opened = await whenOpen()
      const filePath = readLedgerPlace()
      return opened.phase === 'ready' && filePath !== null ? factsState(door, filePath) : opened
    },
    reopenLost: () => {
      // A ledger that ends the worker while it is being opened is left to the user's retry.
      if (isReady) void open()
    },
  }
}

async function factsState(door: LedgerDoor, filePath: string): Promise<AppState> {
  // The worker answers `profile` with LedgerFacts.
  const reply = (await door.ask('profile', {})) as Reply<LedgerFacts>
  if (!reply.ok) return failureState(reply.failure, filePath)
  return { phase: 'ready', folder: dirname(filePath), ...reply.value, appVersion: app.getVersion() }
}

function failureState(failure: Failure, filePath: string): AppState {
  return { phase: 'failure', failure, folder: dirname(filePath), defaultFolder: defaultLedgerFolder() }
}
