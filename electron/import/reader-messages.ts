import { z } from 'zod'
import { failureSchema } from '../../domain/failure.ts'
import { mergedAreaSchema, sheetCellSchema, sheetLimits } from '../../domain/roster-import/roster-table.ts'

/** Shape: what main asks of the reader's process, once. */
export const readRequestSchema = z.strictObject({ path: z.string(), fileName: z.string() })
export type ReadRequest = z.infer<typeof readRequestSchema>

/** Unit: rows; small enough that main takes one answer in a few milliseconds. */
export const rowsPerMessage = 1000

/** Shape: sheets in order, each followed by its rows; main trusts none of it, the file may be hostile. */
export const readerMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sheet'),
    name: z.string().max(1000),
    mergedAreas: z.array(mergedAreaSchema).max(sheetLimits.mergedAreas),
  }),
  z.strictObject({
    kind: z.literal('rows'),
    rows: z.array(z.array(sheetCellSchema).max(sheetLimits.columns)).max(rowsPerMessage),
    doneCount: z.int(),
    totalCount: z.int(),
  }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('failure'), failure: failureSchema }),
])
export type ReaderMessage = z.infer<typeof readerMessageSchema>
