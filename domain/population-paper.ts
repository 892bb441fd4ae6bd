import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { populationSheetSchema } from './count-channels.ts'
import { paperStampSchema } from './paper-stamp.ts'

/** Changes with what the paper shows; stands in the audit trail. */
export const populationTemplate = 'populationSheet-1'

/** Shape: which sheet is printed: the figures of now for some days, or one that was kept. */
export const populationRequestSchema = z.strictObject({
  sheet: z.union([
    z.strictObject({ referenceOn: calendarDateSchema, fromOn: calendarDateSchema }),
    z.strictObject({ submittedId: z.int() }),
  ]),
})
export type PopulationRequest = z.infer<typeof populationRequestSchema>

/** Shape: everything the printed sheet shows. */
export const populationPaperSchema = z.strictObject({
  committeeName: z.string(),
  /** What a kept sheet is called, when and by whom it was kept; null for the figures of now. */
  kept: z
    .strictObject({ name: z.string(), note: z.string(), madeAt: z.string(), staffName: z.string() })
    .nullable(),
  sheet: populationSheetSchema,
  printedOn: z.string(),
  /** Null before the paper is printed. */
  stamp: paperStampSchema.nullable(),
})
export type PopulationPaper = z.infer<typeof populationPaperSchema>
