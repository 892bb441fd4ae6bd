import type { ResidentFilter } from '../../domain/resident.ts'
import { placeInOrder, residentOrders, usualSorts } from './resident-order.ts'
import type { SearchCareTag, SearchEntry, SortKeys } from './search-entry.ts'
import { createSearchLines, type SearchLines } from './search-lines.ts'

type Sort = ResidentFilter['sort']

/** Shape: somebody in a sorted list, with the position in the columns of the index. */
interface IndexedPerson extends SortKeys {
  readonly slot: number
}

/** Everybody in memory, a column for each thing that lists ask for; freed positions are used again. */
export interface ResidentIndex {
  /** Grows with every change. */
  readonly version: () => number
  /** Shape: 0 at positions that nobody has. */
  readonly ids: readonly number[]
  /** How names are read, numbers and phones. */
  readonly latin: SearchLines
  readonly chinese: SearchLines
  readonly birthNumbers: readonly number[]
  readonly buildingIds: readonly number[]
  readonly careTags: readonly (readonly SearchCareTag[])[]
  readonly areHere: readonly boolean[]
  /** The position of somebody; undefined for who is not in the index. */
  readonly slotOf: (id: number) => number | undefined
  /** Everybody's position, in the order of a list. */
  readonly slotsBy: (sort: Sort) => Int32Array
  readonly put: (entry: SearchEntry) => void
  readonly remove: (id: number) => void
  /** Sorts anew when next asked: sooner done than keeping order through very many changes. */
  readonly forgetOrders: () => void
  /** Prepares one more order; true when none is left. */
  readonly sortStep: () => boolean
}

export function createResidentIndex(): ResidentIndex {
  const people = new Map<number, IndexedPerson>()
  const orders = new Map<Sort, IndexedPerson[]>()
  // Walking numbers side by side is several times faster than walking the people themselves.
  const slotOrders = new Map<Sort, Int32Array>()
  const [latin, chinese] = [createSearchLines(), createSearchLines()]
  const ids: number[] = []
  const birthNumbers: number[] = []
  const buildingIds: number[] = []
  const careTags: (readonly SearchCareTag[])[] = []
  const areHere: boolean[] = []
  const freeSlots: number[] = []
  let version = 0

  function put(entry: SearchEntry): void {
    remove(entry.sortKeys.id)
    const slot = freeSlots.pop() ?? ids.length
    const person = { ...entry.sortKeys, slot }
    people.set(person.id, person)
    latin.set(slot, entry.latinLine)
    chinese.set(slot, entry.chineseLine)
    ids[slot] = person.id
    birthNumbers[slot] = entry.birthNumber
    buildingIds[slot] = entry.buildingId
    careTags[slot] = entry.careTags
    areHere[slot] = entry.isHere
    for (const [sort, sorted] of orders)
      sorted.splice(placeInOrder(sorted, person, residentOrders[sort]), 0, person)
  }

  function remove(id: number): void {
    version += 1
    slotOrders.clear()
    const person = people.get(id)
    if (person === undefined) return
    people.delete(id)
    freeSlots.push(person.slot)
    ids[person.slot] = 0
    latin.set(person.slot, '')
    chinese.set(person.slot, '')
    for (const [sort, sorted] of orders) sorted.splice(placeInOrder(sorted, person, residentOrders[sort]), 1)
  }

  function orderBy(sort: Sort): readonly IndexedPerson[] {
    const known = orders.get(sort)
    if (known !== undefined) return known
    const sorted = [...people.values()].sort(residentOrders[sort])
    orders.set(sort, sorted)
    return sorted
  }

  function slotsBy(sort: Sort): Int32Array {
    const known = slotOrders.get(sort)
    if (known !== undefined) return known
    const order = orderBy(sort)
    const slots = new Int32Array(order.length)
    order.forEach(({ slot }, place) => (slots[place] = slot))
    slotOrders.set(sort, slots)
    return slots
  }

  function sortStep(): boolean {
    const missing = usualSorts.find((sort) => !orders.has(sort))
    if (missing !== undefined) slotsBy(missing)
    return missing === undefined
  }

  return {
    version: () => version,
    ids,
    latin,
    chinese,
    birthNumbers,
    buildingIds,
    careTags,
    areHere,
    slotOf: (id) => people.get(id)?.slot,
    slotsBy,
    put,
    remove,
    forgetOrders: () => orders.clear(),
    sortStep,
  }
}
