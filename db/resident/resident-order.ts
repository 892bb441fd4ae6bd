import { strokeSortKey } from '../../domain/stroke-order.ts'
import type { ResidentFilter } from '../../domain/resident.ts'
import type { SortKeys } from './search-entry.ts'

type Order = (one: SortKeys, other: SortKeys) => number

const byId: Order = (one, other) => one.id - other.id

/** Walking order: homes first, families together, each in the order of the relation codes, which starts with the head. */
const byAddress: Order = (one, other) =>
  compareTexts(one.dwellingSortKey, other.dwellingSortKey) ||
  one.householdId - other.householdId ||
  compareTexts(one.relationToHead, other.relationToHead) ||
  byId(one, other)

const byName: Order = (one, other) => compareTexts(one.nameSortKey, other.nameSortKey) || byId(one, other)

/** The oldest first; unknown years follow, nothing known comes last. */
const byBirth: Order = (one, other) => compareTexts(one.birthWhen, other.birthWhen) || byId(one, other)

/** The youngest first; unknown years follow, nothing known comes last. */
const byBirthReversed: Order = (one, other) =>
  compareTexts(knownBirth(other), knownBirth(one)) || byBirth(one, other)

/** What honour lists go by; made when that order is first asked for, because most offices never ask. */
const strokeKeys = new WeakMap<SortKeys, string>()

function strokeKeyOf(keys: SortKeys): string {
  const known = strokeKeys.get(keys)
  if (known !== undefined) return known
  const key = strokeSortKey(keys.name)
  strokeKeys.set(keys, key)
  return key
}

const byStrokes: Order = (one, other) =>
  compareTexts(strokeKeyOf(one), strokeKeyOf(other)) || byName(one, other)

/** How the people of a list follow each other; never two at the same place. */
export const residentOrders = {
  address: byAddress,
  name: byName,
  strokes: byStrokes,
  birth: byBirth,
  birthReversed: byBirthReversed,
} as const satisfies Record<ResidentFilter['sort'], Order>

/** The orders that are made ready while nobody asks. */
export const usualSorts = ['address', 'name', 'birth'] as const satisfies readonly ResidentFilter['sort'][]

/** The place in a sorted list before which somebody belongs, or where that person already is. */
export function placeInOrder(sorted: readonly SortKeys[], keys: SortKeys, order: Order): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = sorted[middle]
    if (there !== undefined && order(there, keys) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function compareTexts(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return one < other ? -1 : 1
}

/** Empty, and so behind every known year when looked at from the end, where the year is not known. */
function knownBirth({ birthWhen }: SortKeys): string {
  return birthWhen === null || birthWhen.startsWith('X') ? '' : birthWhen
}
