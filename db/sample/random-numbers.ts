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

/** Numbers of 0 to 1 from a shuffled deck that covers them evenly, so that shares come out right in small samples too. */
export function evenRolls(random: RandomNumbers, deckSize: number): () => number {
  let deck: number[] = []
  return () => {
    if (deck.length === 0) deck = shuffled(random, deckSize)
    return ((deck.pop() ?? 0) + random.next()) / deckSize
  }
}

function shuffled(random: RandomNumbers, count: number): number[] {
  const cards = Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.integer(0, last)
    const card = cards[last] ?? 0
    cards[last] = cards[other] ?? 0
    cards[other] = card
  }
  return cards
}
