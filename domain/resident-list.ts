import { z } from 'zod'
import { listColumns, type BuiltInColumn } from './list-column.ts'
import { mostListedFields, ownFieldKeySchema } from './own-field.ts'
import { paperNumbers } from './paper-stamp.ts'
import { residentSelectionSchema } from './resident-selection-schema.ts'
import { revealReasonSchema } from './reveal.ts'

/** Unit: people. What is more goes into a workbook. */
export const mostCopied = 1000

// The list of columns forgets their names; it is closed.
const columnSchema = z.union([
  z.enum(listColumns as readonly [BuiltInColumn, ...BuiltInColumn[]]),
  ownFieldKeySchema,
])

/** Shape: a list that leaves the window: who is on it, in which order, what it tells of them, and why. */
export const residentListSchema = z.strictObject({
  selection: residentSelectionSchema,
  columns: z.array(columnSchema).min(1).max(200),
  numbers: z.enum(paperNumbers),
  /** Asked for where numbers stand whole. */
  reason: revealReasonSchema.nullable(),
})
export type ResidentList = z.infer<typeof residentListSchema>

/** The channels of lists that leave the window, a part of the contract. */
export const residentListChannels = {
  /** Asks where to save with the system's dialog; false when the user cancels. */
  'residentList.save': {
    input: residentListSchema,
    output: z.strictObject({ isSaved: z.boolean(), rowCount: z.int() }),
  },
  /** Puts the rows into the clipboard, numbers masked; false when the user cancels. */
  'residentList.copy': {
    input: residentListSchema.pick({ selection: true }).extend({
      /** The own fields that stand on the screen, after all other columns. */
      ownColumns: z.array(ownFieldKeySchema).max(mostListedFields),
    }),
    output: z.strictObject({ isCopied: z.boolean(), rowCount: z.int() }),
  },
  'residentList.cancel': { input: z.strictObject({}), output: z.strictObject({}) },
} as const
