import { FailureError } from '../../domain/failure.ts'
import {
  longestCell,
  sheetLimits,
  type MergedArea,
  type RosterSheet,
  type SheetCell,
} from '../../domain/roster-import/roster-table.ts'

/** Cuts a sheet to what is written in it: framed and formatted cells below and beside are no rows. Throws: fileTooLarge. */
export function sheetOf(
  name: string,
  rows: readonly SheetCell[][],
  mergedAreas: readonly MergedArea[],
  hiddenRows: readonly number[] = [],
): RosterSheet {
  const used = rows.slice(0, rows.findLastIndex((row) => row.some((cell) => !isBlankCell(cell))) + 1)
  let columnCount = 0
  for (const row of used) {
    row.length = row.findLastIndex((cell) => !isBlankCell(cell)) + 1
    columnCount = Math.max(columnCount, row.length)
    cutLongCells(row)
  }
  if (used.length > sheetLimits.rows || columnCount > sheetLimits.columns)
    throw new FailureError('fileTooLarge')
  if (mergedAreas.length > sheetLimits.mergedAreas) throw new FailureError('fileTooLarge')
  const areas = mergedAreas.flatMap((area) => areaWithin(area, used.length, columnCount))
  return { name, rows: used, mergedAreas: areas, hiddenRows: hiddenRows.filter((row) => row < used.length) }
}

function isBlankCell(cell: SheetCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

/** An unclosed quote makes one cell of a whole file: its row is refused for it, so the rest is not kept. */
function cutLongCells(row: SheetCell[]): void {
  for (const [index, cell] of row.entries()) {
    if (typeof cell === 'string' && cell.length > longestCell) row[index] = cell.slice(0, longestCell + 1)
  }
}

function areaWithin(area: MergedArea, rowCount: number, columnCount: number): MergedArea[] {
  if (area.top >= rowCount || area.left >= columnCount) return []
  const bottom = Math.min(area.bottom, rowCount - 1)
  const right = Math.min(area.right, columnCount - 1)
  return bottom === area.top && right === area.left ? [] : [{ ...area, bottom, right }]
}
