import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { careTagSchema, sexSchema } from './codes/code-schemas.ts'
import { storableLine } from './storable-text.ts'

/** A festival a round can be opened for; its day comes from the lunar table. */
export const roundFestivals = [
  'newYearsDay',
  'springFestival',
  'lanternFestival',
  'dragonBoat',
  'midAutumn',
  'doubleNinth',
] as const
const roundFestivalSchema = z.enum(roundFestivals)
export type RoundFestival = z.infer<typeof roundFestivalSchema>

/** How a rule picks people; `value` is an age, a care tag or a living arrangement. */
const visitCriteria = ['minimumAge', 'careTag', 'livingArrangement'] as const
export const visitRuleSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  criterion: z.enum(visitCriteria),
  value: z.string(),
  isActive: z.boolean(),
})
export type VisitRule = z.infer<typeof visitRuleSchema>

export const festivalOptionSchema = z.strictObject({
  festival: roundFestivalSchema,
  year: z.int(),
  festivalOn: calendarDateSchema,
  /** The usual cut-off date: the eve for Spring Festival, else the day itself. */
  cutoffOn: calendarDateSchema,
})
export type FestivalOption = z.infer<typeof festivalOptionSchema>

export const visitRoundDraftSchema = z.strictObject({
  name: storableLine(60).min(1),
  festival: roundFestivalSchema,
  year: z.int().min(2000).max(2090),
  cutoffOn: calendarDateSchema,
  ruleIds: z.array(z.int()).min(1).max(50),
})
export type VisitRoundDraft = z.infer<typeof visitRoundDraftSchema>

export const visitRoundSchema = visitRoundDraftSchema.omit({ ruleIds: true }).extend({
  id: z.int(),
  festivalOn: calendarDateSchema,
  createdAt: z.string(),
  targetCount: z.int(),
  removedCount: z.int(),
  doneCount: z.int(),
  absentCount: z.int(),
  refusedCount: z.int(),
})
export type VisitRound = z.infer<typeof visitRoundSchema>

const visitOutcomes = ['pending', 'done', 'absent', 'refused'] as const
export const visitOutcomeSchema = z.enum(visitOutcomes)
export type VisitOutcome = z.infer<typeof visitOutcomeSchema>

export const visitTaskSchema = z.strictObject({
  id: z.int(),
  visitRoundId: z.int(),
  residentId: z.int(),
  residentName: z.string(),
  sex: sexSchema,
  /** Unit: full years on the round's cut-off date. */
  age: z.int().nullable(),
  address: z.string(),
  phoneMasked: z.string(),
  careTags: z.array(careTagSchema),
  /** Names of the rules that chose the person when the round was opened. */
  reasons: z.array(z.string()),
  isAddedByHand: z.boolean(),
  addedReason: z.string(),
  isRemoved: z.boolean(),
  removedReason: z.string(),
  outcome: visitOutcomeSchema,
  visitedOn: calendarDateSchema.nullable(),
  visitor: z.string(),
  note: z.string(),
  revision: z.int(),
})
export type VisitTask = z.infer<typeof visitTaskSchema>

export const visitResultDraftSchema = z.strictObject({
  visitTaskId: z.int(),
  revision: z.int(),
  outcome: visitOutcomeSchema,
  visitedOn: calendarDateSchema.nullable(),
  visitor: storableLine(60),
  note: storableLine(500),
})
export type VisitResultDraft = z.infer<typeof visitResultDraftSchema>

export const visitTaskViews = ['all', 'pending', 'recorded', 'removed'] as const

/** Shape: one visit of a person as the resident page shows it. */
export const residentVisitSchema = z.strictObject({
  visitTaskId: z.int(),
  roundName: z.string(),
  outcome: visitOutcomeSchema,
  visitedOn: calendarDateSchema.nullable(),
  visitor: z.string(),
  note: z.string(),
})
export type ResidentVisit = z.infer<typeof residentVisitSchema>
