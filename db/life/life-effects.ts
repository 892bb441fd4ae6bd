import { z } from 'zod'
import { calendarDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import { claimEndReasonSchema } from '../../domain/claim.ts'
import { widowedCode } from '../../domain/codes/marital-status.ts'
import { maritalStatusSchema, relationToHeadSchema } from '../../domain/codes/code-schemas.ts'
import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import { residentDraftSchema, type ResidentDraft } from '../../domain/resident.ts'

const endedPostSchema = z.strictObject({
  table: z.enum(['buildingHead', 'residentRepresentative']),
  id: z.int(),
  /** The last day as it was before. */
  toOn: calendarDateSchema.nullable(),
})
/** A post of somebody that ended with an event. */
export type EndedPost = z.infer<typeof endedPostSchema>

const endedClaimSchema = z.strictObject({
  id: z.int(),
  toOn: calendarDateSchema.nullable(),
  endReason: claimEndReasonSchema.nullable(),
  endNote: z.string(),
})
/** A claim of somebody that ended with an event, as it was before. */
export type EndedClaim = z.infer<typeof endedClaimSchema>

/** Shape: what an event changed besides itself, as it was before. */
export const lifeEffectsSchema = z.strictObject({
  taskIds: z.array(z.int()),
  careTags: residentDraftSchema.shape.careTags.nullable(),
  benefits: residentDraftSchema.shape.benefits.nullable(),
  spouse: z.strictObject({ id: z.int(), maritalStatus: maritalStatusSchema.nullable() }).nullable(),
  newHead: z.strictObject({ id: z.int(), relationToHead: relationToHeadSchema.nullable() }).nullable(),
  /** Events written down before posts were looked after ended none. */
  posts: z.array(endedPostSchema).default([]),
  /** As for posts. */
  claims: z.array(endedClaimSchema).default([]),
})
export type LifeEffects = z.infer<typeof lifeEffectsSchema>

/** A dead person's draft: what ran ends with the day, and what had not begun is not there. */
export function endedDraft(draft: ResidentDraft, on: CalendarDate): ResidentDraft {
  return {
    ...draft,
    careTags: draft.careTags.flatMap(ended(on)),
    benefits: draft.benefits.flatMap(ended(on)),
  }
}

function ended(on: CalendarDate) {
  return <Period extends { readonly fromOn: CalendarDate | null; readonly toOn: CalendarDate | null }>(
    period: Period,
  ): Period[] => {
    if (period.fromOn !== null && period.fromOn > on) return []
    return [period.toOn !== null && period.toOn <= on ? period : { ...period, toOn: on }]
  }
}

/** The draft of who is left behind. */
export function widowedDraft(draft: ResidentDraft): ResidentDraft {
  return { ...draft, maritalStatus: widowedCode }
}

export function headDraft(draft: ResidentDraft): ResidentDraft {
  return { ...draft, relationToHead: headOfHouseholdCode }
}
