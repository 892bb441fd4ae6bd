import type { z } from 'zod'
import { mostChosenIds } from './bulk.ts'
import type { residentSelectionSchema } from './resident-selection-schema.ts'
import type { ResidentFilter } from './resident.ts'

// Apart from its schema: the first screen chooses people and parses nothing.

export type ResidentSelection = z.infer<typeof residentSelectionSchema>

/** Whether somebody in the list is chosen. */
export function isChosen(selection: ResidentSelection | null, id: number): boolean {
  if (selection === null) return false
  return selection.kind === 'some' ? selection.ids.includes(id) : !selection.exceptIds.includes(id)
}

/** How many are chosen, in a list that shows so many. */
export function chosenCount(selection: ResidentSelection | null, shownCount: number): number {
  if (selection === null) return 0
  return selection.kind === 'some'
    ? selection.ids.length
    : Math.max(0, shownCount - selection.exceptIds.length)
}

/** The selection with these people in it; null where it would have to name too many of them. */
export function withChosen(
  selection: ResidentSelection | null,
  ids: readonly number[],
): ResidentSelection | null {
  if (selection?.kind === 'shown') return { ...selection, exceptIds: without(selection.exceptIds, ids) }
  const all = [...new Set([...(selection?.ids ?? []), ...ids])]
  return all.length === 0 || all.length > mostChosenIds ? null : { kind: 'some', ids: all }
}

/** The selection without these people; null where nobody is left, or where too many would have to be named. */
export function withoutChosen(
  selection: ResidentSelection | null,
  ids: readonly number[],
): ResidentSelection | null {
  if (selection === null) return null
  if (selection.kind === 'some') {
    const left = without(selection.ids, ids)
    return left.length === 0 ? null : { kind: 'some', ids: left }
  }
  const exceptIds = [...new Set([...selection.exceptIds, ...ids])]
  return exceptIds.length > mostChosenIds ? null : { ...selection, exceptIds }
}

/** What is left of a selection when the list shows something else: who was named stays, whoever was shown is gone. */
export function afterFilterChange(
  selection: ResidentSelection | null,
  filter: ResidentFilter,
): ResidentSelection | null {
  if (selection?.kind !== 'shown') return selection
  const isSamePeople = JSON.stringify({ ...selection.filter, sort: filter.sort }) === JSON.stringify(filter)
  return isSamePeople ? { ...selection, filter } : null
}

function without(ids: readonly number[], gone: readonly number[]): number[] {
  const leaving = new Set(gone)
  return ids.filter((id) => !leaving.has(id))
}
