import { FailureError } from '../../domain/failure.ts'
import type { RosterSheet, RosterTable, SheetCell } from '../../domain/roster-import/roster-table.ts'

/** Shape: a sheet, or the next rows of the sheet that came last. */
export type ArrivingPart =
  | ({ readonly kind: 'sheet' } & Omit<RosterSheet, 'rows'>)
  | { readonly kind: 'rows'; readonly rows: readonly (readonly SheetCell[])[] }

interface ArrivingRoster {
  readonly handle: string
  readonly sheets: (Omit<RosterSheet, 'rows'> & { readonly rows: (readonly SheetCell[])[] })[]
}

/** One at a time: whoever chooses another file means that one. */
let arriving: ArrivingRoster | undefined

/** Takes the next piece of a roster; a new handle begins a new one. */
export function takeRosterPart(handle: string, part: ArrivingPart): void {
  if (arriving?.handle !== handle) arriving = { handle, sheets: [] }
  if (part.kind === 'sheet') {
    const { name, mergedAreas, hiddenRows = [] } = part
    arriving.sheets.push({ name, mergedAreas, hiddenRows, rows: [] })
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
