import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { careTagSchema } from './codes/code-schemas.ts'
import { visitFestivalSchema, type VisitFestival } from './festival.ts'
import { conditionGroupSchema } from './resident-condition.ts'
import { storableLine } from './storable-text.ts'

/** Which birthday a rule goes by: `own` is the lunar one of those who keep one, else the Gregorian one. */
export const birthdayCalendars = ['own', 'gregorian', 'lunar'] as const

/** Unit: days; a rule looks no further around its day. */
export const longestWindowDays = 90
/** Unit: days; ten years. */
const longestIntervalDays = 3660

/** What makes a visit due. */
export const visitTriggerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('festival'),
    festivals: z.array(visitFestivalSchema).min(1).max(visitFestivalSchema.options.length),
  }),
  z.strictObject({
    kind: z.literal('birthday'),
    calendar: z.enum(birthdayCalendars),
    /** Unit: full years reached on that birthday. */
    minimumAge: z.int().min(0).max(130),
  }),
  z.strictObject({ kind: z.literal('familyEvent') }),
  z.strictObject({ kind: z.literal('hospitalStay') }),
  /** So many days after the last completed contact. */
  z.strictObject({ kind: z.literal('interval'), days: z.int().min(1).max(longestIntervalDays) }),
  /** When one of these tags began; no tag means any. */
  z.strictObject({ kind: z.literal('careTag'), careTags: z.array(careTagSchema).max(40) }),
])
export type VisitTrigger = z.infer<typeof visitTriggerSchema>
export type VisitTriggerKind = VisitTrigger['kind']

/** Who is to go. */
const responsibleKinds = ['nobody', 'staff', 'gridWorker', 'buildingHead', 'claimant'] as const
export type ResponsibleKind = (typeof responsibleKinds)[number]

const windowDays = z.int().min(0).max(longestWindowDays)

export const visitRuleDraftSchema = z
  .strictObject({
    name: storableLine(60).min(1),
    trigger: visitTriggerSchema,
    /** Asked on the day to which the rule counts; null for everybody who lives here. */
    condition: conditionGroupSchema.nullable(),
    /** Unit: days before the occasion from which on the visit is due. */
    daysBefore: windowDays,
    /** Unit: days after the occasion up to which it is not overdue. */
    daysAfter: windowDays,
    responsible: z.enum(responsibleKinds),
    /** Only for the responsible kind staff. */
    responsibleStaffId: z.int().nullable(),
    /** Occasions whose days were over before it are nobody's business. */
    startsOn: calendarDateSchema,
    /** False for a rule that is about the first occasion from `startsOn` on, and no other. */
    isRepeating: z.boolean(),
    isActive: z.boolean(),
  })
  .refine(
    ({ responsible, responsibleStaffId }) => (responsible === 'staff') === (responsibleStaffId !== null),
    { path: ['responsibleStaffId'], error: 'responsibleStaffId' },
  )
export type VisitRuleDraft = z.infer<typeof visitRuleDraftSchema>

/**
 * Shape: a rule as somebody may see it. `notReadable`: its condition or its tags are not for them; `outdated`: it asks
 * for a field that is gone and finds nobody. Of both the condition is null.
 */
export const visitRuleSchema = z.strictObject({
  ...visitRuleDraftSchema.shape,
  id: z.int(),
  state: z.enum(['usable', 'notReadable', 'outdated']),
  revision: z.int(),
})
export type VisitRule = z.infer<typeof visitRuleSchema>

/** Whether a rule is about one of the festivals, or about a certain one. */
export function isFestivalRule({ trigger }: Pick<VisitRule, 'trigger'>, festival?: VisitFestival): boolean {
  return trigger.kind === 'festival' && (festival === undefined || trigger.festivals.includes(festival))
}

/** Shape: what a rule does today. Unit: people. `over`: the one occasion it is about has passed. */
export const ruleEffectSchema = z.strictObject({
  /** Of whom its condition holds today. */
  meantCount: z.int(),
  hereCount: z.int(),
  dueCount: z.int(),
  overdueCount: z.int(),
  /** Due from a later day of this week on. */
  comingCount: z.int(),
  /** The next festival it is about. */
  nextOn: calendarDateSchema.nullable(),
  verdict: z.enum(['never', 'always', 'over', 'depends']),
})
export type RuleEffect = z.infer<typeof ruleEffectSchema>
