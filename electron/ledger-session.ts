import { basename, dirname } from 'node:path'
import { app } from 'electron'
import type { AppState, LedgerNotice } from '../domain/app-state.ts'
import type { Failure, Reply } from '../domain/failure.ts'
import { defaultLedgerFolder, judgeLedgerFolder, readLedgerPlace, writeLedgerPlace } from './data-folder.ts'
import type { LedgerFacts } from './ledger/door-messages.ts'
import type { LedgerDoor } from './ledger/ledger-door.ts'
import { logUnexpected } from './log.ts'

/** Which ledger this program is working on, and whether it could be opened. */
export interface LedgerSession {
  /** Opens the remembered ledger; the window may already be drawing meanwhile. */
  readonly open: () => Promise<AppState>
  /** Waits for an opening that is under way. */
  readonly whenOpen: () => Promise<AppState>
  readonly state: () => Promise<AppState>
  /**
   * Changes which ledger is remembered, one change at a time, then opens that one; requests for the ledger wait.
   * Throws: what the change threw, with the ledger remembered by then open again.
   */
  readonly change: (work: () => Promise<void>, options?: OpenOptions) => Promise<AppState>
  /** Opens the ledger again after its worker was lost; what is asked meanwhile waits for it. */
  readonly reopenLost: () => void
}

interface OpenOptions {
  /** The user has just chosen this ledger, and hears once what speaks against where it lies. */
  readonly isJustChosen?: boolean
}

interface OpenedLedger {
  readonly state: AppState
  readonly filePath: string | null
  readonly notices: readonly LedgerNotice[]
}

export function startLedgerSession(door: LedgerDoor): LedgerSession {
  let opening: Promise<OpenedLedger> | undefined
  let isReady = false
  let isPlaceFromCopy = false

  const openPlace = async ({ isJustChosen = false }: OpenOptions): Promise<OpenedLedger> => {
    const place = await readLedgerPlace()
    if (place.kind === 'none') {
      return { ...unopened, state: { phase: 'firstRun', defaultFolder: await defaultLedgerFolder() } }
    }
    if (place.kind === 'damaged') {
      const folder = await defaultLedgerFolder()
      return { ...unopened, state: { phase: 'failure', failure: { code: 'placeDamaged' }, folder } }
    }
    const filePath = place.ledgerFile
    if (place.isFromCopy) {
      isPlaceFromCopy = true
      await healPlace(filePath)
    } else if (isJustChosen) isPlaceFromCopy = false
    const [reply, folderNotices] = await Promise.all([
      door.ask('open', { filePath }),
      noticesOfFolder(filePath, isJustChosen),
    ])
    const notices = [...(isPlaceFromCopy ? (['placeFromCopy'] as const) : []), ...folderNotices]
    const state = reply.ok ? await factsState(door, filePath, notices) : failureState(reply.failure, filePath)
    return { state, filePath, notices }
  }

  const follow = async (opened: Promise<OpenedLedger>): Promise<AppState> => {
    isReady = false
    opening = opened
    const { state } = await opened
    if (opening === opened) isReady = state.phase === 'ready'
    return state
  }
  const open = () => follow(openPlace({}))
  const whenOpen = async () => (opening === undefined ? open() : (await opening).state)

  return {
    open,
    whenOpen,
    state: async () => {
      const state = await whenOpen()
      const opened = await opening
      const filePath = opened?.filePath ?? null
      return opened !== undefined && state.phase === 'ready' && filePath !== null
        ? factsState(door, filePath, opened.notices)
        : state
    },
    change: async (work, options = {}) => {
      const before = opening ?? Promise.resolve()
      const worked = before.then(work, work)
      const reopen = () => openPlace(options)
      const state = await follow(worked.then(reopen, reopen))
      await worked
      return state
    },
    reopenLost: () => {
      // A ledger that ends the worker while it is being opened is left to the user's retry.
      if (isReady) void open()
    },
  }
}

const unopened = { filePath: null, notices: [] } as const

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

async function factsState(
  door: LedgerDoor,
  filePath: string,
  notices: readonly LedgerNotice[],
): Promise<AppState> {
  // The worker answers `profile` with LedgerFacts.
  const reply = (await door.ask('profile', {})) as Reply<LedgerFacts>
  if (!reply.ok) return failureState(reply.failure, filePath)
  return {
    phase: 'ready',
    folder: dirname(filePath),
    ...reply.value,
    appVersion: app.getVersion(),
    notices: [...notices],
  }
}

function failureState(failure: Failure, filePath: string): AppState {
  return { phase: 'failure', failure, folder: dirname(filePath) }
}
