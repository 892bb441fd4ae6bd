import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { sexSchema } from './codes/code-schemas.ts'
import { storableLine } from './storable-text.ts'

/** Unit: people of one request. */
export const mostClaimsAtOnce = 200

/** Shape: a post whose members each look after some elders by telephone. Source: DOMAIN 1.2 row 6. */
export const claimPostDraftSchema = z.strictObject({
  name: storableLine(40).min(1),
  /** Unit: elders the post is to look after altogether. */
  quota: z.int().min(1).max(5000),
  /** Unit: days after which a claimed person is to be called again. */
  callEveryDays: z.int().min(1).max(365),
  note: storableLine(200),
  /** A closed post takes no further elders. */
  isClosed: z.boolean(),
})
export type ClaimPostDraft = z.infer<typeof claimPostDraftSchema>

export const claimPostSchema = claimPostDraftSchema.extend({ id: z.int(), revision: z.int() })
export type ClaimPost = z.infer<typeof claimPostSchema>

/** What somebody who claims elders is to the office. */
export const claimantKinds = ['partyMember', 'activist', 'volunteer', 'worker', 'other'] as const
const claimantKindSchema = z.enum(claimantKinds)
export type ClaimantKind = z.infer<typeof claimantKindSchema>

/** Shape: who claims elders: a resident, somebody with an account, or somebody from outside, of whom alone a name is kept here. */
export const claimantDraftSchema = z
  .strictObject({
    name: storableLine(40),
    residentId: z.int().nullable(),
    staffId: z.int().nullable(),
    kind: claimantKindSchema,
    /** Empty for a resident, whose own record has it. */
    phone: storableLine(40),
    /** May lead others. */
    isMentorAble: z.boolean(),
    note: storableLine(200),
    /** Somebody who has left takes no further elders. */
    isClosed: z.boolean(),
  })
  .refine(
    ({ name, residentId, staffId }) =>
      [name !== '', residentId !== null, staffId !== null].filter(Boolean).length === 1,
    { path: ['name'], message: 'claimantSource' },
  )
  .refine(({ residentId, phone }) => residentId === null || phone === '', { path: ['phone'] })
export type ClaimantDraft = z.infer<typeof claimantDraftSchema>

/** Why a claimant can look after nobody any more; null for who can. */
const claimantStates = [
  'deceased',
  'deathReported',
  'movedOut',
  'removed',
  'accountClosed',
  'closed',
] as const
const claimantStateSchema = z.enum(claimantStates).nullable()
export type ClaimantState = z.infer<typeof claimantStateSchema>

export const claimantSchema = z.strictObject({
  id: z.int(),
  revision: z.int(),
  /** As the record, the account or the line itself says; empty for somebody whose record is gone. */
  name: z.string(),
  residentId: z.int().nullable(),
  staffId: z.int().nullable(),
  kind: claimantKindSchema,
  /** As contacts of the office are shown: masked for those who may see no numbers. Always masked where it is a resident's. */
  phone: z.string(),
  isMentorAble: z.boolean(),
  note: z.string(),
  isClosed: z.boolean(),
  state: claimantStateSchema,
  /** Elders of today. */
  elderCount: z.int(),
})
export type Claimant = z.infer<typeof claimantSchema>

/** Why a claim ended. */
const claimEndReasons = [
  'claimantIll',
  'claimantLeft',
  'rearranged',
  'elderDeclined',
  'elderDied',
  'elderMovedOut',
  'mistake',
  'merged',
  'other',
] as const
export const claimEndReasonSchema = z.enum(claimEndReasons)
export type ClaimEndReason = z.infer<typeof claimEndReasonSchema>

/** Those that are chosen when elders go to somebody else. */
export const handOverReasons = [
  'claimantIll',
  'claimantLeft',
  'rearranged',
  'other',
] as const satisfies readonly ClaimEndReason[]
/** Those that are chosen when nobody follows. */
export const claimEndings = [
  'elderDeclined',
  'claimantLeft',
  'mistake',
  'other',
] as const satisfies readonly ClaimEndReason[]

/** Shape: elders whom somebody takes from a day on. */
export const claimStartSchema = z.strictObject({
  claimPostId: z.int(),
  claimantId: z.int(),
  mentorId: z.int().nullable(),
  residentIds: z.array(z.int()).min(1).max(mostClaimsAtOnce),
  fromOn: calendarDateSchema,
  note: storableLine(200),
})
export type ClaimStart = z.infer<typeof claimStartSchema>

/** Shape: all elders of somebody, or some of them. */
const handedClaimsSchema = z.discriminatedUnion('which', [
  z.strictObject({ which: z.literal('all') }),
  z.strictObject({ which: z.literal('some'), claimIds: z.array(z.int()).min(1).max(mostClaimsAtOnce) }),
])

/** Shape: elders who go from one claimant to another from a day on; of a post that is null they stay in theirs. */
export const handOverSchema = z.strictObject({
  claimantId: z.int(),
  claims: handedClaimsSchema,
  toClaimantId: z.int(),
  toClaimPostId: z.int().nullable(),
  /** Each keeps the mentor there was; `mentorId` says nothing then. */
  isMentorKept: z.boolean(),
  mentorId: z.int().nullable(),
  fromOn: calendarDateSchema,
  reason: z.enum(handOverReasons),
  note: storableLine(200),
})
export type HandOver = z.infer<typeof handOverSchema>

/** Shape: claims that end with a day; those made by mistake never were, whatever the day. */
export const claimEndSchema = z.strictObject({
  claimIds: z.array(z.int()).min(1).max(mostClaimsAtOnce),
  lastOn: calendarDateSchema,
  reason: z.enum(claimEndings),
  note: storableLine(200),
})
export type ClaimEnd = z.infer<typeof claimEndSchema>

/** What is told of the last time somebody was visited or reached by telephone. */
export const contactKinds = ['visit', 'call'] as const
const lastContactSchema = z.strictObject({ on: calendarDateSchema, kind: z.enum(contactKinds) })
export type LastContact = z.infer<typeof lastContactSchema>

/** Shape: one elder on the board as of a day; what belongs to a claim is null for somebody nobody has claimed. */
export const boardElderSchema = z.strictObject({
  residentId: z.int(),
  name: z.string(),
  sex: sexSchema,
  age: z.int().nullable(),
  address: z.string(),
  phoneMasked: z.string(),
  lastContact: lastContactSchema.nullable(),
  claim: z
    .strictObject({
      id: z.int(),
      claimPostId: z.int(),
      claimantId: z.int(),
      claimantName: z.string(),
      mentorId: z.int().nullable(),
      mentorName: z.string().nullable(),
      fromOn: calendarDateSchema,
      /** A day in the future on which it will end. */
      toOn: calendarDateSchema.nullable(),
      nextDueOn: calendarDateSchema,
      /** Unit: days; 0 while it is not overdue. */
      overdueDays: z.int(),
    })
    .nullable(),
})
export type BoardElder = z.infer<typeof boardElderSchema>

/** Shape: one claimant within one post. */
const boardClaimantSchema = z.strictObject({
  claimantId: z.int(),
  name: z.string(),
  kind: claimantKindSchema,
  state: claimantStateSchema,
  elderCount: z.int(),
  overdueCount: z.int(),
})
export type BoardClaimant = z.infer<typeof boardClaimantSchema>

const boardPostSchema = claimPostSchema.extend({
  elderCount: z.int(),
  overdueCount: z.int(),
  claimants: z.array(boardClaimantSchema),
})
export type BoardPost = z.infer<typeof boardPostSchema>

/** Why those who should be claimed cannot be told; null when they can. */
const unclaimedProblems = ['notReadable', 'outdated', 'notToday'] as const

/** Shape: the board as of a day. */
export const boardSchema = z.strictObject({
  on: calendarDateSchema,
  posts: z.array(boardPostSchema),
  elderCount: z.int(),
  overdueCount: z.int(),
  unclaimed: z.strictObject({
    /** Null where they cannot be told. */
    count: z.int().nullable(),
    problem: z.enum(unclaimedProblems).nullable(),
    /** The saved filter that says who should be claimed; null for the usual one. */
    savedFilterId: z.int().nullable(),
    filterName: z.string().nullable(),
  }),
})
export type ClaimBoard = z.infer<typeof boardSchema>

/** Shape: one claim in the history of an elder, the latest first. */
export const claimLineSchema = z.strictObject({
  id: z.int(),
  claimPostId: z.int(),
  postName: z.string(),
  claimantId: z.int(),
  claimantName: z.string(),
  mentorName: z.string().nullable(),
  fromOn: calendarDateSchema,
  toOn: calendarDateSchema.nullable(),
  /** Ended before it began: it was a mistake. */
  isVoid: z.boolean(),
  endReason: claimEndReasonSchema.nullable(),
  endNote: z.string(),
  note: z.string(),
  staffName: z.string(),
})
export type ClaimLine = z.infer<typeof claimLineSchema>
