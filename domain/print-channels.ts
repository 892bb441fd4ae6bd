import { z } from 'zod'
import { drawnPaperSchema } from './drawn-paper.ts'
import { populationPaperSchema, populationRequestSchema } from './population-paper.ts'
import { personDataSchema, personRequestSchema } from './person-data.ts'
import {
  paperSchema,
  printerSchema,
  printOptionsSchema,
  recoveryCodePaperSchema,
  visitListSchema,
  workbookPaperSchema,
} from './paper.ts'

const nothing = z.strictObject({})
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** The channels of papers and printers, a part of the contract. */
export const printChannels = {
  /** For looking at it before it is printed: one page of its people, with masked numbers. */
  'paper.visitList': {
    input: z.strictObject({ visitRoundId: z.int(), ...page }),
    output: visitListSchema.extend({ totalCount: z.int() }),
  },
  /** All that is held on one person, with masked numbers and without what is sealed. */
  'paper.personData': { input: personRequestSchema, output: personDataSchema },
  /** The standard counts as they will lie on paper. */
  'paper.populationSheet': { input: populationRequestSchema, output: populationPaperSchema },
  'paper.recoveryCode': { input: nothing, output: recoveryCodePaperSchema },
  /** For a hidden print window alone: the paper it was opened for. */
  'print.paper': { input: nothing, output: drawnPaperSchema },
  'print.printers': { input: nothing, output: z.array(printerSchema) },
  /** False when the user cancels the save dialog. */
  'print.savePdf': {
    input: z.strictObject({ paper: paperSchema, pages: printOptionsSchema.shape.pages }),
    output: z.strictObject({ isSaved: z.boolean() }),
  },
  /** The rows of a paper as a workbook; false when the user cancels the save dialog. */
  'print.saveWorkbook': {
    input: z.strictObject({ paper: workbookPaperSchema }),
    output: z.strictObject({ isSaved: z.boolean() }),
  },
  'print.toPrinter': {
    /** Without a name it is the printer that the system uses unless it is told otherwise. */
    input: z.strictObject({
      paper: paperSchema,
      printerName: z.string().min(1).max(300).nullable(),
      options: printOptionsSchema,
    }),
    output: z.strictObject({ isPrinted: z.boolean() }),
  },
  /** Sent by the hidden print window once fonts are loaded and every page is drawn. */
  'print.sheetsReady': {
    input: z.strictObject({ pageCount: z.int(), missingGlyphNames: z.array(z.string().max(200)).max(200) }),
    output: nothing,
  },
} as const
