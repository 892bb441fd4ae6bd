import { columnWidthMm, type RosterColumn } from '../../../domain/roster-column.ts'

/** The same columns, one of them at another place. */
export function movedColumn(
  columns: readonly RosterColumn[],
  from: number,
  to: number,
): readonly RosterColumn[] {
  const column = columns[from]
  return column === undefined ? columns : columns.toSpliced(from, 1).toSpliced(to, 0, column)
}

/** The width somebody typed, within what a column may have; null for none. Unit: millimetres. */
export function widthOfText(text: string): number | null {
  const typed = Number(text.normalize('NFKC').trim())
  if (text.trim() === '' || !Number.isFinite(typed)) return null
  return Math.min(columnWidthMm.most, Math.max(columnWidthMm.least, Math.round(typed)))
}
