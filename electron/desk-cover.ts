import { powerMonitor, type BrowserWindow } from 'electron'
import type { LedgerSession } from './ledger-session.ts'
import type { MainWindow } from './main-window.ts'
import { startDeskGuard } from './desk-guard.ts'
import { steadyClock } from './system-clock.ts'

const lookEveryMs = 2000

/** Covering and leaving the desk, by its owner or because nobody sits there any more. */
export interface DeskCover {
  /** The page goes, the ledger stays open for the PIN and for what still runs. */
  readonly cover: () => Promise<void>
  /** The page and the key go, once what still runs is done. */
  readonly leave: () => Promise<void>
  /** Counts what is typed and pointed at in a window as somebody's presence. */
  readonly watch: (window: BrowserWindow) => void
  /** Begins to look after the desk. */
  readonly start: () => void
}

interface DeskCoverOptions {
  readonly session: LedgerSession
  readonly window: () => MainWindow
  readonly idleLimitMinutes: () => number
}

export function createDeskCover({ session, window, idleLimitMinutes }: DeskCoverOptions): DeskCover {
  let isCovering = false
  const cover = async () => {
    if (isCovering || session.deskState() !== 'open') return
    isCovering = true
    try {
      await window().keepDrafts()
    } finally {
      isCovering = false
    }
    void session.lock()
    window().renew()
  }
  /** Where the PC goes to sleep or its user goes, what still runs can't be waited for. */
  const leaveAtOnce = async () => {
    if (session.deskState() === 'left') return
    await window().keepDrafts()
    const left = session.open()
    window().renew()
    await left
  }
  const guard = startDeskGuard({
    desk: {
      state: session.deskState,
      idleLimitMinutes,
      cover: () => void cover(),
      giveUp: () => void session.leave().then(() => window().tell('changed')),
    },
    elapsedMs: steadyClock.elapsedMs,
    systemIdleSeconds: () => powerMonitor.getSystemIdleTime(),
  })

  return {
    cover,
    leave: async () => {
      await window().keepDrafts()
      const left = session.leave()
      window().renew()
      await left
    },
    watch: (window) => {
      window.webContents.on('before-input-event', guard.touched)
      window.webContents.on('input-event', guard.touched)
      window.on('session-end', () => void leaveAtOnce())
    },
    start: () => {
      powerMonitor.on('lock-screen', () => void cover())
      powerMonitor.on('suspend', () => void leaveAtOnce())
      powerMonitor.on('resume', guard.check)
      powerMonitor.on('unlock-screen', guard.check)
      setInterval(guard.check, lookEveryMs)
    },
  }
}
