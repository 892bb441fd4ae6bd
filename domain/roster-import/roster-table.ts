import { z } from 'zod'

/** Unit: UTF-16 code units; a longer cell is cut to one more than this by the reader and refused by its row. */
export const longestCell = 32_767

/** A date cell: its civil day, and what of it the sheet shows where that is less. */
const sheetDateSchema = z.strictObject({
  dateOn: z.string().max(10),
  shows: z.enum(['year', 'month', 'monthDay']).optional(),
})
export type SheetDate = z.infer<typeof sheetDateSchema>

/** Shape: text, number, date or empty; a row may be shorter than the widest one. */
export type SheetCell = string | number | null | SheetDate

/** Whether a value that came from elsewhere is a cell. */
export function isSheetCell(value: unknown): value is SheetCell {
  if (value === null) return true
  if (typeof value === 'string') return value.length <= longestCell + 1
  return typeof value === 'number' ? Number.isFinite(value) : sheetDateSchema.safeParse(value).success
}

/** Shape: zero-based, both ends included, already cut to the used part of the sheet. */
export const mergedAreaSchema = z.strictObject({
  top: z.int().min(0),
  left: z.int().min(0),
  bottom: z.int().min(0),
  right: z.int().min(0),
})
export type MergedArea = z.infer<typeof mergedAreaSchema>

export interface RosterSheet {
  readonly name: string
  /** Shape: row n of the spreadsheet program is rows[n - 1]; nothing but blank rows is cut off, and only at the end. */
  readonly rows: readonly (readonly SheetCell[])[]
  readonly mergedAreas: readonly MergedArea[]
  /** Shape: zero-based rows that the spreadsheet program does not show, by a filter for example; absent for none. */
  readonly hiddenRows?: readonly number[]
}

/** Shape: what a roster file holds; hidden and empty sheets are left out unless there is no other. */
export interface RosterTable {
  readonly sheets: readonly RosterSheet[]
}

/** Unit: data rows and columns of one sheet. */
export const sheetLimits = { rows: 100_000, columns: 200, mergedAreas: 100_000 } as const

/** Unit: cells and UTF-16 code units of all sheets of one file. */
export const rosterLimits = { cells: 5_000_000, characters: 64_000_000 } as const

export function isSheetDate(cell: SheetCell | undefined): cell is SheetDate {
  return typeof cell === 'object' && cell !== null
}
