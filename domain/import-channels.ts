import { z } from 'zod'
import {
  importCandidateSchema,
  importChoicesSchema,
  importPreviewSchema,
  importRowSchema,
  importViewSchema,
} from './import-report.ts'
import { importFileSchema, importMappingSchema, importRunSchema, importUndoSchema } from './roster-import.ts'

const nothing = z.strictObject({})
const byHandle = z.strictObject({ handle: z.string() })
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** The channels of the roster import, a part of the contract. */
export const importChannels = {
  'import.chooseFile': { input: nothing, output: importFileSchema.nullable() },
  /** The table that was copied in another program. */
  'import.paste': { input: nothing, output: importFileSchema },
  /** Reads sheets of one layout; without a mapping by the columns that are recognised. */
  'import.preview': {
    input: byHandle.extend({
      sheetIndexes: z.array(z.int().min(0)).min(1).max(1000),
      mapping: importMappingSchema.nullable(),
    }),
    output: importPreviewSchema,
  },
  /** Reads the sheets of the preview again, by what the clerk has decided about it. */
  'import.decide': { input: byHandle.extend({ choices: importChoicesSchema }), output: importPreviewSchema },
  'import.rows': {
    input: byHandle.extend({ verdict: importViewSchema.nullable(), ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(importRowSchema) }),
  },
  /** Whom of the ledger a row may be about. */
  'import.candidates': {
    input: byHandle.extend({ rowNumber: z.int() }),
    output: z.array(importCandidateSchema),
  },
  'import.apply': { input: byHandle, output: importRunSchema },
  /** A copy for the sender with its faults coloured and commented; false when the user cancels the save dialog. */
  'import.saveCorrected': { input: byHandle, output: z.strictObject({ isSaved: z.boolean() }) },
  /** An empty roster to be filled in elsewhere; false when the user cancels the save dialog. */
  'import.saveTemplate': { input: nothing, output: z.strictObject({ isSaved: z.boolean() }) },
  /** Stops the reading or the writing that is under way. */
  'import.cancel': { input: nothing, output: nothing },
  'import.last': { input: nothing, output: importRunSchema.nullable() },
  'import.undoLast': { input: nothing, output: importUndoSchema },
} as const
