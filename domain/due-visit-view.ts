import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { careTagSchema, sexSchema } from './codes/code-schemas.ts'
import { storableLine } from './storable-text.ts'
import { visitOutcomeSchema } from './visit.ts'

/** `today`: may be made today; `week`: today or by Sunday; `overdue`: should have been made. */
export const dueViews = ['today', 'week', 'overdue'] as const
export type DueView = (typeof dueViews)[number]

/** Shape: `nobody`, or the kind of responsible and whose id it is. */
const responsibleKeySchema = z
  .string()
  .regex(/^(nobody|(staff|gridWorker|buildingHead|claimant):[1-9]\d{0,14})$/)

export const dueFilterSchema = z.strictObject({
  view: z.enum(dueViews),
  visitRuleId: z.int().nullable(),
  buildingId: z.int().nullable(),
  responsible: responsibleKeySchema.nullable(),
})
export type DueFilter = z.infer<typeof dueFilterSchema>

/** Shape: why somebody is to be visited; the name is empty for those who may not know it. */
export const dueReasonSchema = z.strictObject({
  visitRuleId: z.int().nullable(),
  name: z.string(),
  occasionOn: calendarDateSchema,
  dueFromOn: calendarDateSchema,
  dueToOn: calendarDateSchema,
  state: z.enum(['overdue', 'due', 'coming']),
  /** Unit: full years reached on the birthday it is about. */
  turning: z.int().nullable(),
  /** Unit: years by the traditional count. */
  xusui: z.int().nullable(),
  isInterval: z.boolean(),
})
export type DueReason = z.infer<typeof dueReasonSchema>

/** Shape: somebody to visit, once, with every reason there is in the view. */
export const dueRowSchema = z.strictObject({
  residentId: z.int(),
  householdId: z.int(),
  residentName: z.string(),
  sex: sexSchema,
  /** Unit: full years today. */
  age: z.int().nullable(),
  address: z.string(),
  phoneMasked: z.string(),
  careTags: z.array(careTagSchema),
  reasons: z.array(dueReasonSchema),
  state: dueReasonSchema.shape.state,
  /** The first day on which it is too late. */
  dueToOn: calendarDateSchema,
  lastContactOn: calendarDateSchema.nullable(),
  /** The last visit at which nobody was met or wanted, since it became due. */
  lastTry: z.strictObject({ outcome: visitOutcomeSchema, visitedOn: calendarDateSchema }).nullable(),
  responsible: z.array(z.string()),
  /** Others of the household that are to be visited, too. */
  housemates: z.array(z.strictObject({ residentId: z.int(), residentName: z.string() })),
})
export type DueRow = z.infer<typeof dueRowSchema>

const choiceSchema = z.strictObject({ key: z.string(), name: z.string(), count: z.int() })

/** Unit: people; of the view they are counted in. */
export const dueCountsSchema = z.strictObject({
  todayCount: z.int(),
  weekCount: z.int(),
  overdueCount: z.int(),
  rules: z.array(choiceSchema),
  buildings: z.array(choiceSchema),
  responsibles: z.array(choiceSchema),
})
export type DueCounts = z.infer<typeof dueCountsSchema>

const people = z.array(z.int()).min(1).max(20)
const result = {
  outcome: visitOutcomeSchema.exclude(['pending']),
  visitedOn: calendarDateSchema,
  visitor: storableLine(60).min(1),
  note: storableLine(500),
}

/** Shape: one result for one door; everybody named has been due. */
export const dueResultSchema = z.strictObject({ residentIds: people, ...result })
export type DueResult = z.infer<typeof dueResultSchema>

/** Shape: a visit that no rule asked for. */
export const otherVisitSchema = z.strictObject({
  residentIds: people,
  reason: storableLine(200),
  ...result,
})
export type OtherVisit = z.infer<typeof otherVisitSchema>
