import type Database from 'better-sqlite3'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { ResidentFilter } from '../../domain/resident.ts'
import { closingOnDamage } from '../damage.ts'
import type { NumberSearch } from './number-search.ts'
import { createResidentIndex } from './resident-index.ts'
import { matchingIds, type Meeting } from './resident-matching.ts'
import { searchStatements, type SearchStatements } from './resident-search.queries.ts'
import { searchEntry } from './search-entry.ts'

/** So that one step of reading stays near 20 ms. */
const rowsPerStep = 2000

/** Up to here a change is put into its place in every order; more are sorted anew. */
const fewChanges = 100

/** What the residents list remembers of everybody: built once, then kept in step with each committed change. */
export interface ResidentSearch {
  readonly isLoaded: () => boolean
  /** Reads the next people or the next changes; true when everything is known. Never call it inside a transaction. */
  readonly readStep: () => boolean
  /** Puts everybody into one more of the orders; true when no order is left. */
  readonly sortStep: () => boolean
  /** The ids of the people a list with this filter shows on that day, in its order. */
  readonly matches: (
    filter: ResidentFilter,
    todayOn: CalendarDate,
    numbers?: NumberSearch,
    meeting?: Meeting,
  ) => readonly number[]
}

/** Nothing is read, and no change watched, before the first step. */
export function createResidentSearch(raw: Database.Database): ResidentSearch {
  const index = createResidentIndex()
  let statements: SearchStatements | undefined
  /** The last person read so far; null once everybody is. */
  let lastId: number | null = 0
  let lastAnswer: { readonly key: string; readonly ids: readonly number[] } | undefined

  function readStep(): boolean {
    statements ??= searchStatements(raw)
    if (lastId === null) return readChanges(statements)
    const rows = statements.after.all(lastId, rowsPerStep)
    for (const row of rows) index.put(searchEntry(row))
    lastId = rows.length < rowsPerStep ? null : (rows.at(-1)?.id ?? null)
    return false
  }

  function readChanges({ changedIds, ofIds, forgetChanges }: SearchStatements): boolean {
    const ids = changedIds.all(rowsPerStep)
    if (ids.length === 0) return true
    const json = JSON.stringify(ids)
    if (ids.length > fewChanges) index.forgetOrders()
    for (const id of ids) index.remove(id)
    for (const row of ofIds.all(json)) index.put(searchEntry(row))
    forgetChanges.run(json)
    return ids.length < rowsPerStep
  }

  function matches(
    filter: ResidentFilter,
    todayOn: CalendarDate,
    numbers: NumberSearch = 'anyPart',
    meeting?: Meeting,
  ): readonly number[] {
    // The pages of one list ask the same again and again while the clerk scrolls.
    const key = JSON.stringify([index.version(), todayOn, filter, numbers, meeting?.changeCount])
    if (lastAnswer?.key !== key)
      lastAnswer = { key, ids: matchingIds(index, filter, { todayOn, numbers, meetingIds: meeting?.ids() }) }
    return lastAnswer.ids
  }

  return {
    isLoaded: () => lastId === null,
    readStep: () => closingOnDamage(raw, readStep),
    sortStep: index.sortStep,
    matches,
  }
}
