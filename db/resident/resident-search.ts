import type Database from 'better-sqlite3'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { residentSorts, type ResidentFilter } from '../../domain/resident.ts'
import { createMatcher } from './resident-matching.ts'
import { residentOrders } from './resident-order.ts'
import { searchStatements, type SearchRow, type SearchStatements } from './resident-search.queries.ts'
import { searchEntry, type SearchEntry } from './search-entry.ts'

type Sort = ResidentFilter['sort']

/** So that one step of reading stays near 20 ms. */
const rowsPerStep = 2000

/** More changes than this in one step are sorted anew, when somebody asks. */
const fewChanges = 500

/** What the residents list remembers of everybody: built once, then kept in step with each committed change. */
export interface ResidentSearch {
  readonly isLoaded: () => boolean
  /** Reads the next people or the next changes; true when everything is known. Never call it inside a transaction. */
  readonly readStep: () => boolean
  /** Whom a list with this filter shows on that day, in its order. */
  readonly matches: (filter: ResidentFilter, todayOn: CalendarDate) => readonly SearchEntry[]
  /** Puts everybody into one more of the orders; true when no order is left. */
  readonly sortStep: () => boolean
}

/** Nothing is read, and no change watched, before the first step. */
export function createResidentSearch(raw: Database.Database): ResidentSearch {
  const entries = new Map<number, SearchEntry>()
  const sorted = new Map<Sort, readonly SearchEntry[]>()
  const match = createMatcher()
  let statements: SearchStatements | undefined
  let lastId: number | null = 0

  function readStep(): boolean {
    statements ??= searchStatements(raw)
    if (lastId !== null) {
      const rows = statements.after.all(lastId, rowsPerStep)
      for (const row of rows) entries.set(row.id, searchEntry(row))
      lastId = rows.length < rowsPerStep ? null : (rows.at(-1)?.id ?? null)
      return false
    }
    return readChanges(statements)
  }

  function readChanges({ changedIds, ofIds, forgetChanges }: SearchStatements): boolean {
    const ids = changedIds.all(rowsPerStep)
    if (ids.length === 0) return true
    const json = JSON.stringify(ids)
    const rows = new Map(ofIds.all(json).map((row) => [row.id, row]))
    replaceEntries(ids, rows)
    forgetChanges.run(json)
    return ids.length < rowsPerStep
  }

  function replaceEntries(ids: readonly number[], rows: ReadonlyMap<number, SearchRow>): void {
    const former = new Set<SearchEntry>()
    const current: SearchEntry[] = []
    for (const id of ids) {
      const known = entries.get(id)
      if (known !== undefined) former.add(known)
      entries.delete(id)
      const row = rows.get(id)
      if (row === undefined) continue
      const entry = searchEntry(row)
      entries.set(id, entry)
      current.push(entry)
    }
    if (ids.length > fewChanges) sorted.clear()
    for (const [sort, order] of sorted) {
      // The kept part is in order already, which makes sorting again a matter of milliseconds.
      const kept = order.filter((entry) => !former.has(entry))
      sorted.set(sort, [...kept, ...current].sort(residentOrders[sort]))
    }
  }

  function sortStep(): boolean {
    const missing = residentSorts.find((sort) => !sorted.has(sort))
    if (missing !== undefined) entriesBy(missing)
    return missing === undefined
  }

  function entriesBy(sort: Sort): readonly SearchEntry[] {
    const known = sorted.get(sort)
    if (known !== undefined) return known
    const order = [...entries.values()].sort(residentOrders[sort])
    sorted.set(sort, order)
    return order
  }

  return {
    isLoaded: () => lastId === null,
    readStep,
    matches: (filter, todayOn) => match(entriesBy(filter.sort), filter, todayOn),
    sortStep,
  }
}
