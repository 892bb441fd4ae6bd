import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { claimEndReasonSchema } from './claim.ts'
import { phoneCallDraftSchema } from './phone-call.ts'

/** Shape: a claim as it stands in the history of the person. */
export const recordedClaimSchema = z.strictObject({
  claimPostId: z.int(),
  claimantId: z.int(),
  mentorId: z.int().nullable(),
  fromOn: calendarDateSchema,
  toOn: calendarDateSchema.nullable(),
  endReason: claimEndReasonSchema.nullable(),
})
export type RecordedClaim = z.infer<typeof recordedClaimSchema>

/** Shape: a call as it stands in the history of the person; what was talked about is with the call itself. */
export const recordedCallSchema = phoneCallDraftSchema.pick({ calledOn: true, caller: true, result: true })
export type RecordedCall = z.infer<typeof recordedCallSchema>
