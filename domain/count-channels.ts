import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { isSheetLine, sheetColumns, type SheetLine } from './population-sheet.ts'
import { residentRowSchema } from './resident.ts'
import { storableLine } from './storable-text.ts'

const byId = z.strictObject({ id: z.int() })
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

const period = { referenceOn: calendarDateSchema, fromOn: calendarDateSchema }
const figure = z.strictObject({ all: z.int(), men: z.int(), women: z.int() })
const lineSchema = z.custom<SheetLine>((value) => typeof value === 'string' && isSheetLine(value), 'line')

/** Shape: the people of a reference day and the changes of a period, counted. */
export const populationSheetSchema = z.strictObject({
  ...period,
  /** Unit: households with at least one person here. */
  householdCount: z.int(),
  lines: z.array(z.strictObject({ line: lineSchema, figures: figure })),
})
export type PopulationSheet = z.infer<typeof populationSheetSchema>

/** Shape: a sheet as it was handed in; its numbers never change. */
export const submittedSheetSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  note: z.string(),
  madeAt: z.string(),
  staffName: z.string(),
  sheet: populationSheetSchema,
})
export type SubmittedSheet = z.infer<typeof submittedSheetSchema>

/** The channels of the standard counts, a part of the contract. */
export const countChannels = {
  'count.sheet': { input: z.strictObject(period), output: populationSheetSchema },
  /** The people behind one figure; of those whose records were deleted for good only how many they are. */
  'count.rows': {
    input: z.strictObject({ ...period, line: lineSchema, column: z.enum(sheetColumns), ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(residentRowSchema), namelessCount: z.int() }),
  },
  /** Keeps the figures of that day for ever, as they are handed in. */
  'count.submit': {
    input: z.strictObject({ ...period, name: storableLine(80).min(1), note: storableLine(200) }),
    output: submittedSheetSchema,
  },
  'count.submitted': {
    input: z.strictObject({}),
    output: z.array(submittedSheetSchema.omit({ sheet: true }).extend(period)),
  },
  'count.getSubmitted': { input: byId, output: submittedSheetSchema },
} as const
