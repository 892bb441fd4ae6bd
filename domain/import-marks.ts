import { z } from 'zod'

/** A cell of a roster to be coloured, with what is wrong in it. */
const markedCellSchema = z.strictObject({
  /** Shape: one-based row as the spreadsheet program shows it, zero-based column. */
  row: z.int().min(1),
  column: z.int().min(0),
  /** Whether this alone keeps the row out. */
  isRefusal: z.boolean(),
  text: z.string().max(2000),
})
export type MarkedCell = z.infer<typeof markedCellSchema>

/** Shape: each cell once, in the order of rows. */
export const sheetMarksSchema = z.strictObject({ sheetName: z.string(), cells: z.array(markedCellSchema) })
export type SheetMarks = z.infer<typeof sheetMarksSchema>
