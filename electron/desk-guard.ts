/** Unit: minutes after which a covered desk is given up and only a whole password opens the ledger again. */
const keyKeptMinutes = 30

/** What the guard must know of the desk, and what it may do to it. */
interface GuardedDesk {
  /** Open: somebody works there. Covered: only the PIN or a password uncovers it. Left: nothing is open. */
  readonly state: () => 'open' | 'covered' | 'left'
  /** Unit: minutes without a hand on the keyboard or the mouse. */
  readonly idleLimitMinutes: () => number
  readonly cover: () => void
  /** Lets go of the key, once what still runs is done. */
  readonly giveUp: () => void
}

interface DeskGuardOptions {
  readonly desk: GuardedDesk
  /** Unit: milliseconds that no change of the PC's clock turns back. */
  readonly elapsedMs: () => number
  /** Unit: seconds since anybody touched the PC, as the system counts them. */
  readonly systemIdleSeconds: () => number
}

/** Covers a desk that nobody sits at, and gives it up when nobody comes back. */
export interface DeskGuard {
  /** Somebody typed or pointed in the window. */
  readonly touched: () => void
  /** To be asked every few seconds, and after the PC was asleep. */
  readonly check: () => void
}

export function startDeskGuard({ desk, elapsedMs, systemIdleSeconds }: DeskGuardOptions): DeskGuard {
  let touchedAt = elapsedMs()
  let coveredAt: number | null = null

  return {
    touched: () => {
      touchedAt = elapsedMs()
    },
    check: () => {
      const now = elapsedMs()
      const state = desk.state()
      if (state !== 'covered') coveredAt = null
      if (state === 'open') {
        // What only the window sees, as a screen reader's key, is a hand on the PC as well.
        const idleMs = Math.min(systemIdleSeconds() * 1000, now - touchedAt)
        if (idleMs >= desk.idleLimitMinutes() * 60_000) desk.cover()
      }
      if (state === 'covered') {
        coveredAt ??= now
        if (now - coveredAt >= keyKeptMinutes * 60_000) desk.giveUp()
      }
    },
  }
}
