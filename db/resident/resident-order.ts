import type { ResidentFilter } from '../../domain/resident.ts'
import type { SearchEntry } from './search-entry.ts'

type Order = (one: SearchEntry, other: SearchEntry) => number

const byId: Order = (one, other) => one.id - other.id

/** Walking order: homes first, families together, each in the order of the relation codes, which starts with the head. */
const byAddress: Order = (one, other) =>
  compareTexts(one.dwellingSortKey, other.dwellingSortKey) ||
  one.householdId - other.householdId ||
  compareTexts(one.relationToHead, other.relationToHead) ||
  byId(one, other)

const byName: Order = (one, other) => compareTexts(one.nameSortKey, other.nameSortKey) || byId(one, other)

/** The oldest first; unknown years follow, nothing known comes last. */
const byBirth: Order = (one, other) =>
  compareTexts(one.birthWhen || null, other.birthWhen || null) || byId(one, other)

/** How the people of a list follow each other; never two at the same place. */
export const residentOrders = {
  address: byAddress,
  name: byName,
  birth: byBirth,
} as const satisfies Record<ResidentFilter['sort'], Order>

function compareTexts(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return one < other ? -1 : 1
}
