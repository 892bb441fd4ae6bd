import { z } from 'zod'
import { changeSources } from './record-change.ts'

/** Shape: one change of a record as its page tells it; texts are masked for everybody, and what may not be read is not told of. */
export const timelineEntrySchema = z.strictObject({
  id: z.int(),
  at: z.string(),
  staffName: z.string(),
  source: z.enum(changeSources),
  /** The field, or `record` for the whole of it and `presence` for where somebody is. */
  field: z.string(),
  /** What the field is called, if the office added it by itself. */
  ownFieldName: z.string().nullable(),
  before: z.string(),
  after: z.string(),
  reason: z.string(),
  /** Whether this change alone can be taken back. */
  isUndoable: z.boolean(),
  undoneAt: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** Shape: a record in the recycle bin. */
export const recycledSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  idNumberMasked: z.string(),
  address: z.string(),
  removedAt: z.string(),
  removedBy: z.string(),
  reason: z.string(),
})
export type Recycled = z.infer<typeof recycledSchema>
