export interface Random {
  /** Shape: at least 0, below 1. */
  readonly next: () => number
  /** Shape: whole, at least 0, below `limit`. */
  readonly below: (limit: number) => number
  readonly chance: (share: number) => boolean
}

/** The same numbers for the same seed, so that a miss can be tried again. Source: mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { next, below: (limit) => Math.floor(next() * limit), chance: (share) => next() < share }
}
