import { z } from 'zod'
import { sheetMarksSchema } from '../../domain/import-marks.ts'
import { failureSchema } from '../../domain/failure.ts'
import {
  isSheetCell,
  mergedAreaSchema,
  sheetLimits,
  type SheetCell,
} from '../../domain/roster-import/roster-table.ts'

const fileSchema = z.strictObject({ path: z.string(), fileName: z.string() })
const pastedSchema = z.strictObject({ text: z.string(), fileName: z.string() })
/** Where a roster's bytes come from: a file, or a table that was copied in another program. */
export type RosterSource = z.infer<typeof fileSchema> | z.infer<typeof pastedSchema>

const marked = { marks: z.array(sheetMarksSchema), sha256: z.string() }

/** Shape: what main asks of the reader's process, once: a roster's rows, or with marks a copy of it with those faults shown. */
export const readRequestSchema = z.union([
  fileSchema,
  pastedSchema,
  fileSchema.extend(marked),
  pastedSchema.extend(marked),
])
export type ReadRequest = z.infer<typeof readRequestSchema>

/** Unit: per message; small enough that main takes one in a few milliseconds. */
export const messageLimits = { rows: 1000, cells: 10_000, characters: 1_000_000, bytes: 2_000_000 } as const

/** By hand: a schema makes another copy of hundreds of thousands of cells, on the thread that serves the window. */
function areRows(value: unknown): boolean {
  return isListOf(value, messageLimits.rows, (row) => isListOf(row, sheetLimits.columns, isSheetCell))
}

/** Holes are no items. */
function isListOf(value: unknown, most: number, isItem: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value) || value.length > most) return false
  for (let index = 0; index < value.length; index += 1) if (!isItem(value[index])) return false
  return true
}

const sheetPartSchema = z.strictObject({
  kind: z.literal('sheet'),
  name: z.string().max(1000),
  mergedAreas: z.array(mergedAreaSchema).max(sheetLimits.mergedAreas),
  hiddenRows: z.array(z.int().min(0)).max(sheetLimits.rows),
})
const rowsPartSchema = z.strictObject({
  kind: z.literal('rows'),
  rows: z.custom<SheetCell[][]>(areRows),
})

/** Shape: a roster in pieces: each sheet, followed by its rows. */
export type RosterPart = z.infer<typeof sheetPartSchema> | z.infer<typeof rowsPartSchema>

/** Shape: what the reader answers; main trusts none of it, the file may be hostile. */
export const readerMessageSchema = z.discriminatedUnion('kind', [
  sheetPartSchema,
  rowsPartSchema.extend({ doneCount: z.int(), totalCount: z.int() }),
  z.strictObject({
    kind: z.literal('bytes'),
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= messageLimits.bytes),
  }),
  /** With the digest of the file that was read. */
  z.strictObject({ kind: z.literal('done'), sha256: z.string().length(64) }),
  z.strictObject({ kind: z.literal('failure'), failure: failureSchema }),
])
export type ReaderMessage = z.infer<typeof readerMessageSchema>
