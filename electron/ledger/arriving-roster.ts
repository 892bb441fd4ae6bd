import { FailureError } from '../../domain/failure.ts'
import type { MergedArea, RosterTable, SheetCell } from '../../domain/roster-import/roster-table.ts'

/** Shape: a sheet, or the next rows of the sheet that came last. */
export type ArrivingPart =
  | { readonly kind: 'sheet'; readonly name: string; readonly mergedAreas: readonly MergedArea[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly SheetCell[])[] }

interface ArrivingRoster {
  readonly handle: string
  readonly sheets: { name: string; rows: (readonly SheetCell[])[]; mergedAreas: readonly MergedArea[] }[]
}

/** One at a time: whoever chooses another file means that one. */
let arriving: ArrivingRoster | undefined

/** Takes the next piece of a roster; a new handle begins a new one. */
export function takeRosterPart(handle: string, part: ArrivingPart): void {
  if (arriving?.handle !== handle) arriving = { handle, sheets: [] }
  if (part.kind === 'sheet') {
    arriving.sheets.push({ name: part.name, rows: [], mergedAreas: part.mergedAreas })
    return
  }
  const sheet = arriving.sheets.at(-1)
  for (const row of part.rows) sheet?.rows.push(row)
}

/** The whole roster, once. Throws: handleExpired when its pieces went to a worker that ended. */
export function takeWholeRoster(handle: string): RosterTable {
  if (arriving?.handle !== handle) throw new FailureError('handleExpired')
  const { sheets } = arriving
  arriving = undefined
  return { sheets }
}

/** Lets go of a roster that will not be complete. */
export function forgetRoster(handle: string): void {
  if (arriving?.handle === handle) arriving = undefined
}
