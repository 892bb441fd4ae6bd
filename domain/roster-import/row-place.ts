import type { RosterSheet } from './roster-table.ts'

/** Shape: a row by its own sheet, one-based as the spreadsheet program shows it. */
export interface RowPlace {
  readonly sheet: RosterSheet
  readonly sheetRowNumber: number
}

/** Which row of which sheet it is, where rows are counted on over several sheets. Throws: RangeError beyond the last. */
export function placeOfRow(sheets: readonly RosterSheet[], rowNumber: number): RowPlace {
  let before = 0
  for (const sheet of sheets) {
    if (rowNumber <= before + sheet.rows.length) return { sheet, sheetRowNumber: rowNumber - before }
    before += sheet.rows.length
  }
  throw new RangeError('no such row')
}
