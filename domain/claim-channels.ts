import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import {
  boardElderSchema,
  boardSchema,
  claimantDraftSchema,
  claimantSchema,
  claimEndSchema,
  claimLineSchema,
  claimPostDraftSchema,
  claimPostSchema,
  claimStartSchema,
  handOverSchema,
} from './claim.ts'
import {
  contactCountSchema,
  contactFilterSchema,
  contactGroups,
  contactRowSchema,
  phoneCallDraftSchema,
  phoneCallSchema,
} from './phone-call.ts'

const nothing = z.strictObject({})
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }
const count = z.strictObject({ claimCount: z.int() })
const saved = { id: z.int().nullable(), revision: z.int().nullable() }

/** The channels of claims and telephone greetings, a part of the contract. */
export const claimChannels = {
  /** The board as of a day. */
  'claim.board': { input: z.strictObject({ on: calendarDateSchema }), output: boardSchema },
  /** A page of elders, those first who have waited longest. */
  'claim.elders': {
    input: z.strictObject({
      on: calendarDateSchema,
      view: z.enum(['claimed', 'overdue', 'unclaimed']),
      claimPostId: z.int().nullable(),
      claimantId: z.int().nullable(),
      ...page,
    }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(boardElderSchema) }),
  },
  /** Everybody who ever claimed somebody, the latest first. */
  'claim.ofResident': { input: z.strictObject({ residentId: z.int() }), output: z.array(claimLineSchema) },
  'claim.start': { input: claimStartSchema, output: count },
  'claim.handOver': { input: handOverSchema, output: count },
  'claim.end': { input: claimEndSchema, output: count },
  /** Who should be claimed: those a saved filter finds, or the usual ones. */
  'claim.setFilter': { input: z.strictObject({ savedFilterId: z.int().nullable() }), output: nothing },
  'claimPost.save': {
    input: z.strictObject({ ...saved, draft: claimPostDraftSchema }),
    output: claimPostSchema,
  },
  'claimant.list': { input: nothing, output: z.array(claimantSchema) },
  'claimant.save': {
    input: z.strictObject({ ...saved, draft: claimantDraftSchema }),
    output: claimantSchema,
  },
  /** Whoever has an account that is not closed. */
  'claimant.staff': { input: nothing, output: z.array(z.strictObject({ id: z.int(), name: z.string() })) },
  'phoneCall.save': {
    input: z.strictObject({ ...saved, draft: phoneCallDraftSchema }),
    output: phoneCallSchema,
  },
  /** Takes back a call that was written down by mistake. */
  'phoneCall.withdraw': { input: z.strictObject({ id: z.int(), revision: z.int() }), output: nothing },
  /** What was to be done is done, or is open again (null). */
  'phoneCall.setFollowUp': {
    input: z.strictObject({ id: z.int(), revision: z.int(), doneOn: calendarDateSchema.nullable() }),
    output: phoneCallSchema,
  },
  /** Calls or completed visits, the latest first. */
  'contact.list': {
    input: z.strictObject({ filter: contactFilterSchema, ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(contactRowSchema) }),
  },
  'contact.counts': {
    input: z.strictObject({
      fromOn: calendarDateSchema.nullable(),
      toOn: calendarDateSchema.nullable(),
      groupBy: z.enum(contactGroups),
    }),
    output: z.strictObject({ rows: z.array(contactCountSchema), total: contactCountSchema }),
  },
} as const
