import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import type { Actor } from './staff.ts'

/** What brought a visit about. Source: the rules of DOMAIN 1.2 rows 1 to 4; `round` is one of no festival. */
export const visitKinds = [
  'festival',
  'round',
  'birthday',
  'familyEvent',
  'hospitalStay',
  'interval',
  'careTag',
  'adHoc',
] as const
export type VisitKind = (typeof visitKinds)[number]

/** Every line of the sheet: visits in persons and in doors, calls, entries of the diary, and people. */
export const figureLines = [
  ...visitKinds.map((kind) => `visits:${kind}` as const),
  'visits:all',
  ...visitKinds.map((kind) => `households:${kind}` as const),
  'households:all',
  'calls',
  'missedCalls',
  'people',
  'diary',
] as const
export type FigureLine = (typeof figureLines)[number]

/** In what a line counts; figures of different units are never added. */
type FigureUnit = 'personTimes' | 'householdTimes' | 'times' | 'people' | 'entries'

export function unitOfLine(line: FigureLine): FigureUnit {
  if (line.startsWith('visits:') || line === 'calls') return 'personTimes'
  if (line.startsWith('households:')) return 'householdTimes'
  if (line === 'missedCalls') return 'times'
  return line === 'people' ? 'people' : 'entries'
}

/** The kind of visit a line counts; null for all of them, and for what is no visit. */
export function kindOfLine(line: FigureLine): VisitKind | null {
  return visitKinds.find((kind) => line === `visits:${kind}` || line === `households:${kind}`) ?? null
}

/** Whether a kind tells of somebody's health: whom those visits were made to is for directors alone. */
function tellsOfHealth(kind: VisitKind): boolean {
  return kind === 'hospitalStay' || kind === 'familyEvent'
}

export function mayReadKind(actor: Actor, kind: VisitKind): boolean {
  return !tellsOfHealth(kind) || actor.role === 'director'
}

/** Shape: the months of a year, or every year there is (null). */
const figureRequestSchema = z.strictObject({ year: z.int().min(1900).max(2200).nullable() })
export type FigureRequest = z.infer<typeof figureRequestSchema>

/** Shape: one figure for each period, and one for all of them together. */
const figureLineSchema = z.strictObject({
  line: z.enum(figureLines),
  figures: z.array(z.int()),
  total: z.int(),
})

/** Shape: visits, calls, entries and people by month or by year. */
export const visitFiguresSchema = z.strictObject({
  year: z.int().nullable(),
  /** Shape: 2026-01 for a month, 2026 for a year. */
  periods: z.array(z.string()),
  lines: z.array(figureLineSchema),
})
export type VisitFigures = z.infer<typeof visitFiguresSchema>

/** Shape: one row behind a figure; what does not belong to its line is empty. */
export const figureRowSchema = z.strictObject({
  key: z.string(),
  residentId: z.int().nullable(),
  diaryEntryId: z.int().nullable(),
  on: calendarDateSchema.nullable(),
  name: z.string(),
  address: z.string(),
  kind: z.enum(visitKinds).nullable(),
  /** The round, or the number of the entry. */
  title: z.string(),
  by: z.string(),
  visitCount: z.int(),
  callCount: z.int(),
})
export type FigureRow = z.infer<typeof figureRowSchema>

const period = z.string().regex(/^\d{4}(-\d{2})?$/)

/** The channels of the figures of visits, a part of the contract. */
export const visitFigureChannels = {
  'visitFigure.sheet': { input: figureRequestSchema, output: visitFiguresSchema },
  /** The years in which there was something to count, the latest first. */
  'visitFigure.years': { input: z.strictObject({}), output: z.array(z.int()) },
  /** The rows behind one figure; of people whose records are gone, and of what is sealed, only how many they are. */
  'visitFigure.rows': {
    input: figureRequestSchema.extend({
      line: z.enum(figureLines),
      /** Null for all periods of the sheet. */
      period: period.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({
      totalCount: z.int(),
      rows: z.array(figureRowSchema),
      namelessCount: z.int(),
      withheldCount: z.int(),
    }),
  },
} as const
