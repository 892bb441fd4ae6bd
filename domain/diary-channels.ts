import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import {
  diaryDraftSchema,
  diaryEntrySchema,
  diaryFilterSchema,
  diaryRowSchema,
  longestDiaryText,
} from './diary.ts'
import { revealReasonSchema } from './reveal.ts'
import { staffNameSchema } from './staff.ts'
import { storableLine, storableText } from './storable-text.ts'

const nothing = z.strictObject({})
const byId = z.strictObject({ id: z.int() })
const byRevision = { id: z.int(), revision: z.int() }
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** Shape: an entry that is to be written about a person or after a visit or a call, as far as that is known. */
const diaryBeginningSchema = diaryDraftSchema
  .pick({ entryOn: true, place: true, visitTaskId: true, phoneCallId: true })
  .extend({
    heard: z.string(),
    people: z.array(z.strictObject({ id: z.int(), name: z.string(), address: z.string() })),
  })
export type DiaryBeginning = z.infer<typeof diaryBeginningSchema>

/** The channels of the diary, a part of the contract. */
export const diaryChannels = {
  /** The newest day first. */
  'diary.list': {
    input: z.strictObject({ filter: diaryFilterSchema, ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(diaryRowSchema) }),
  },
  /** What the list can be narrowed by: whose entries there are, and how many in each month. */
  'diary.overview': {
    input: nothing,
    output: z.strictObject({
      authors: z.array(staffNameSchema),
      months: z.array(z.strictObject({ year: z.int(), month: z.int(), entryCount: z.int() })),
    }),
  },
  'diary.get': { input: byId, output: diaryEntrySchema },
  /** A sealed entry, once the reason stands in the audit trail. */
  'diary.reveal': {
    input: z.strictObject({ id: z.int(), reason: revealReasonSchema }),
    output: diaryEntrySchema,
  },
  /** Of an entry that is sealed the answer holds what was just written. */
  'diary.save': {
    input: z.strictObject({ id: z.int().nullable(), revision: z.int().nullable(), draft: diaryDraftSchema }),
    output: diaryEntrySchema,
  },
  'diary.remove': {
    input: z.strictObject({ ...byRevision, reason: storableLine(200).min(1) }),
    output: nothing,
  },
  'diary.closeFollowUp': {
    input: z.strictObject({
      ...byRevision,
      doneOn: calendarDateSchema,
      result: storableText(longestDiaryText).trim().min(1),
    }),
    output: diaryEntrySchema,
  },
  'diary.reopenFollowUp': { input: z.strictObject(byRevision), output: diaryEntrySchema },
  /** What the form starts with that is opened from a person, a visit or a call. */
  'diary.begin': {
    input: z.strictObject({
      residentId: z.int().nullable(),
      visitTaskId: z.int().nullable(),
      phoneCallId: z.int().nullable(),
    }),
    output: diaryBeginningSchema,
  },
  /** The entries about a person, the newest first; sealed ones are told to nobody here. */
  'diary.ofResident': { input: byId, output: z.array(diaryRowSchema) },
  /** Follow-ups that were not closed yet, of those entries that are for who asks. */
  'diary.openFollowUps': {
    input: nothing,
    output: z.strictObject({ openCount: z.int(), overdueCount: z.int() }),
  },
} as const
