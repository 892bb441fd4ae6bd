/** Finds who has a key in common, in memory that is used again and again: texts for millions of keys would stop the thread. */
export interface SharedKeys {
  /** Forgets every key. */
  readonly clear: () => void
  /** Takes a key's hash down; answers who has taken the same one down before, by number. */
  readonly add: (hash: number, holder: number) => readonly number[]
}

const nobody: readonly number[] = []

/** Shape: holders are numbers from 0. Keys are told by 32 bits of hash, so whoever meets here still has to be compared. */
export function createSharedKeys(expectedCount: number): SharedKeys {
  let capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expectedCount * 2)))
  let heads = new Int32Array(capacity * 2).fill(-1)
  let hashes = new Int32Array(capacity)
  let holders = new Int32Array(capacity)
  let next = new Int32Array(capacity)
  let count = 0

  function grow(): void {
    const [oldHashes, oldHolders] = [hashes, holders]
    capacity *= 2
    heads = new Int32Array(capacity * 2).fill(-1)
    hashes = new Int32Array(capacity)
    holders = new Int32Array(capacity)
    next = new Int32Array(capacity)
    hashes.set(oldHashes)
    holders.set(oldHolders)
    for (let entry = 0; entry < count; entry += 1) link(entry)
  }

  function link(entry: number): void {
    const slot = (hashes[entry] ?? 0) & (heads.length - 1)
    next[entry] = heads[slot] ?? -1
    heads[slot] = entry
  }

  function add(hash: number, holder: number): readonly number[] {
    const key = hash | 0
    let met: number[] | undefined
    for (let entry = heads[key & (heads.length - 1)] ?? -1; entry >= 0; entry = next[entry] ?? -1)
      if (hashes[entry] === key) (met ??= []).push(holders[entry] ?? 0)
    if (count === capacity) grow()
    hashes[count] = key
    holders[count] = holder
    link(count)
    count += 1
    return met ?? nobody
  }

  return {
    clear: () => {
      heads.fill(-1)
      count = 0
    },
    add,
  }
}

const start = 0x811c9dc5

/** 32 bits of a text. Source: FNV-1a, mixed as MurmurHash3 ends. */
export function hashOf(text: string): number {
  return mixed(added(start, text, 0, text.length))
}

/** The same of a text with a mark in place of some characters, without making that text. */
export function hashWithout(text: string, from: number, to: number, mark: number): number {
  return mixed(added(stirred(added(start, text, 0, from), mark), text, to, text.length))
}

function added(hash: number, text: string, from: number, to: number): number {
  let sum = hash
  for (let at = from; at < to; at += 1) sum = stirred(sum, text.charCodeAt(at))
  return sum
}

function stirred(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193)
}

function mixed(hash: number): number {
  const one = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const two = Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
  return two ^ (two >>> 16)
}
