/** Before the first version of this program nobody can have used it. */
const firstVersionAt = Date.parse('2026-01-01T00:00:00Z')

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Corrected by hand or by the network, a right clock moves by no more than this. */
const harmlessMs = 5 * minuteMs

/** Nobody leaves the ledger alone for so long, and an empty battery may also say 2098. */
const longestPauseMs = 400 * dayMs

/** Whether a clock is plainly wrong, so that people are asked before anything is dated by it. Unit: epoch milliseconds. */
export function isClockDoubtful(nowMs: number, lastMs: number | null): boolean {
  if (nowMs < firstVersionAt) return true
  return lastMs !== null && (nowMs < lastMs - dayMs || nowMs > lastMs + longestPauseMs)
}

/** Whether a clock stands before what was already written down, as the audit trail then says. Unit: epoch milliseconds. */
export function isClockBehind(nowMs: number, lastMs: number): boolean {
  return nowMs < lastMs - harmlessMs
}
