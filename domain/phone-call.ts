import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { contactKinds } from './claim.ts'
import { storableLine } from './storable-text.ts'

/** How a call went; the first one alone is a completed contact. */
export const callResults = ['reached', 'noAnswer', 'wrongNumber', 'refused'] as const
const callResultSchema = z.enum(callResults)
export type CallResult = z.infer<typeof callResultSchema>

/** Shape: one call as it is written down, or put right. */
export const phoneCallDraftSchema = z.strictObject({
  residentId: z.int(),
  calledOn: calendarDateSchema,
  /** Who called, by name. */
  caller: storableLine(40).min(1),
  result: callResultSchema,
  note: storableLine(500),
  /** What is to be done after the call; empty for nothing. */
  followUp: storableLine(200),
})
export type PhoneCallDraft = z.infer<typeof phoneCallDraftSchema>

export const phoneCallSchema = phoneCallDraftSchema.extend({
  id: z.int(),
  residentName: z.string(),
  followUpDoneOn: calendarDateSchema.nullable(),
  staffName: z.string(),
  revision: z.int(),
})
export type PhoneCall = z.infer<typeof phoneCallSchema>

/** Which contacts are listed and counted; null asks for all. Shape: days from and to, both counted in. */
export const contactFilterSchema = z.strictObject({
  kind: z.enum(contactKinds),
  fromOn: calendarDateSchema.nullable(),
  toOn: calendarDateSchema.nullable(),
  claimPostId: z.int().nullable(),
  claimantId: z.int().nullable(),
  /** Those of people whom nobody had claimed on that day. */
  isUnclaimed: z.boolean(),
  residentId: z.int().nullable(),
  result: callResultSchema.nullable(),
  /** Calls after which something is still to be done. */
  isFollowUpOpen: z.boolean(),
})
export type ContactFilter = z.infer<typeof contactFilterSchema>

export const allCalls: ContactFilter = {
  kind: 'call',
  fromOn: null,
  toOn: null,
  claimPostId: null,
  claimantId: null,
  isUnclaimed: false,
  residentId: null,
  result: null,
  isFollowUpOpen: false,
}

/** Shape: one call, or one completed visit, with whoever had claimed the person on that day. */
export const contactRowSchema = z.strictObject({
  kind: z.enum(contactKinds),
  /** Of the call, or of the visit. */
  id: z.int(),
  residentId: z.int(),
  residentName: z.string(),
  address: z.string(),
  on: calendarDateSchema,
  /** Who called or visited. */
  by: z.string(),
  postName: z.string().nullable(),
  claimantName: z.string().nullable(),
  /** Null for a visit. */
  result: callResultSchema.nullable(),
  note: z.string(),
  followUp: z.string(),
  followUpDoneOn: calendarDateSchema.nullable(),
  revision: z.int(),
})
export type ContactRow = z.infer<typeof contactRowSchema>

/** By what counts are put together. */
export const contactGroups = ['claimPost', 'claimant', 'month'] as const
export type ContactGroup = (typeof contactGroups)[number]

/** Shape: one line of counts. Unit: calls and visits are times, people are people. */
export const contactCountSchema = z.strictObject({
  /** The post, the claimant or the month (YYYY-MM); null for people nobody had claimed. */
  key: z.union([z.int(), z.string()]).nullable(),
  name: z.string(),
  callCount: z.int(),
  reachedCount: z.int(),
  reachedPeopleCount: z.int(),
  visitCount: z.int(),
  visitedPeopleCount: z.int(),
  /** Of the calls and visits, those of people whose records are gone for good. */
  namelessCount: z.int(),
})
export type ContactCount = z.infer<typeof contactCountSchema>
