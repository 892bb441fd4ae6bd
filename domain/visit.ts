import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { careTagSchema, sexSchema } from './codes/code-schemas.ts'
import { visitFestivalSchema } from './festival.ts'
import { storableLine } from './storable-text.ts'

export const festivalOptionSchema = z.strictObject({
  festival: visitFestivalSchema,
  year: z.int(),
  festivalOn: calendarDateSchema,
  /** The usual cut-off date: the eve for Spring Festival, else the day itself. */
  cutoffOn: calendarDateSchema,
})
export type FestivalOption = z.infer<typeof festivalOptionSchema>

export const visitRoundDraftSchema = z.strictObject({
  name: storableLine(60).min(1),
  festival: visitFestivalSchema,
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
  /** Null outside rounds. */
  visitRoundId: z.int().nullable(),
  visitRuleId: z.int().nullable(),
  occasionOn: calendarDateSchema.nullable(),
  residentId: z.int(),
  residentName: z.string(),
  sex: sexSchema,
  /** Unit: full years on the round's cut-off date, outside rounds on the day of the occasion or of the visit. */
  age: z.int().nullable(),
  address: z.string(),
  phoneMasked: z.string(),
  careTags: z.array(careTagSchema),
  /** Names of the rules that chose the person when the round was opened or the visit written down. */
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
  /** Null outside rounds. */
  roundName: z.string().nullable(),
  /** Why the visit was made or is to be made. */
  reasons: z.array(z.string()),
  occasionOn: calendarDateSchema.nullable(),
  outcome: visitOutcomeSchema,
  visitedOn: calendarDateSchema.nullable(),
  visitor: z.string(),
  note: z.string(),
})
export type ResidentVisit = z.infer<typeof residentVisitSchema>
