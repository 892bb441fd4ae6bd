/** A small deterministic source of numbers: the same seed gives the same community on every machine. */
export interface RandomNumbers {
  /** 0 up to but not including 1. */
  readonly next: () => number
  readonly integer: (from: number, to: number) => number
  readonly pick: <T>(values: readonly [T, ...T[]] | readonly T[]) => T
  readonly chance: (probability: number) => boolean
}

/** Source: mulberry32, a public-domain generator of 32-bit state. */
export function randomNumbers(seed: number): RandomNumbers {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    integer,
    pick: (values) => {
      const value = values[integer(0, values.length - 1)]
      if (value === undefined) throw new RangeError('nothing to pick from')
      return value
    },
    chance: (probability) => next() < probability,
  }
}
