import { z } from 'zod'
import { calendarDateSchema, type CalendarDate } from './calendar-date.ts'
import { diaryMatterCodes } from './codes/diary-matter.ts'
import { maySeeMatter } from './sealed-access.ts'
import type { Actor } from './staff.ts'
import { storableLine, storableText } from './storable-text.ts'

/** Unit: characters of each of the long texts. */
export const longestDiaryText = 5000
/** Unit: people of one entry. */
export const mostDiaryPeople = 30

const longText = storableText(longestDiaryText).trim()

/** Shape: an entry as it is written. */
export const diaryDraftSchema = z.strictObject({
  entryOn: calendarDateSchema,
  /** Whose diary it is; null for whoever writes. */
  staffId: z.int().nullable(),
  place: storableLine(60),
  weather: storableLine(20),
  matter: z.enum(diaryMatterCodes),
  heard: longText.min(1),
  handling: longText,
  result: longText,
  needsFollowUp: z.boolean(),
  /** By when; null while no day is set. */
  followUpOn: calendarDateSchema.nullable(),
  residentIds: z.array(z.int()).max(mostDiaryPeople),
  /** The visit or the call it was written after. */
  visitTaskId: z.int().nullable(),
  phoneCallId: z.int().nullable(),
  /** Whether its author and the directors alone may read it. */
  isSealed: z.boolean(),
})
export type DiaryDraft = z.infer<typeof diaryDraftSchema>

/** Where the follow-up of an entry stands; none is needed where there is none. */
const followUpStates = ['none', 'open', 'overdue', 'done'] as const
export type FollowUpState = (typeof followUpStates)[number]

interface FollowUp {
  readonly needsFollowUp: boolean
  readonly followUpOn: string | null
  readonly followUpDoneOn: string | null
}

/** Where a follow-up stands on a day; on the day it is due it is not late yet. */
export function followUpState(entry: FollowUp, todayOn: CalendarDate): FollowUpState {
  if (!entry.needsFollowUp) return 'none'
  if (entry.followUpDoneOn !== null) return 'done'
  return entry.followUpOn !== null && entry.followUpOn < todayOn ? 'overdue' : 'open'
}

/** The number of an entry as it stands on paper. Shape: 2026-017. */
export function diaryNumber(year: number, number: number): string {
  return `${year}-${String(number).padStart(3, '0')}`
}

/**
 * Whether an entry is somebody's to change, to delete and, having said why, to read where it is sealed: its author's and
 * the directors'.
 */
export function isDiaryOf(actor: Actor, staffId: number): boolean {
  return maySeeMatter(actor, staffId)
}

/** Shape: somebody an entry is about. */
const diaryPersonSchema = z.strictObject({ id: z.int(), name: z.string(), address: z.string() })
export type DiaryPerson = z.infer<typeof diaryPersonSchema>

/** Shape: the visit or the call an entry was written after. */
const diaryOccasionSchema = z.strictObject({
  kind: z.enum(['visit', 'call']),
  id: z.int(),
  residentName: z.string(),
  on: calendarDateSchema.nullable(),
})

/** Shape: what an entry says. */
const diaryContentSchema = diaryDraftSchema
  .pick({ place: true, weather: true, matter: true, handling: true, result: true })
  .extend({
    heard: z.string(),
    needsFollowUp: z.boolean(),
    followUpOn: calendarDateSchema.nullable(),
    followUpDoneOn: calendarDateSchema.nullable(),
    followUpResult: z.string(),
    people: z.array(diaryPersonSchema),
    occasion: diaryOccasionSchema.nullable(),
  })
export type DiaryContent = z.infer<typeof diaryContentSchema>

/** Shape: an entry as it is read. */
export const diaryEntrySchema = z.strictObject({
  id: z.int(),
  number: z.string(),
  entryOn: calendarDateSchema,
  staffId: z.int(),
  /** What its author was called then. */
  staffName: z.string(),
  isSealed: z.boolean(),
  /** Whether who asks may read it, having said why where it is sealed. */
  isReadable: z.boolean(),
  /** Whether who asks may change or delete it. */
  isChangeable: z.boolean(),
  revision: z.int(),
  /** Null for a sealed entry that was not asked for with a reason. */
  content: diaryContentSchema.nullable(),
})
export type DiaryEntry = z.infer<typeof diaryEntrySchema>

/** Shape: one line of the list; a sealed entry says no more than that it is there. */
export const diaryRowSchema = z.strictObject({
  id: z.int(),
  number: z.string(),
  entryOn: calendarDateSchema,
  staffName: z.string(),
  isSealed: z.boolean(),
  matter: z.enum(diaryMatterCodes).nullable(),
  names: z.array(z.string()),
  /** The beginning of what was heard. */
  excerpt: z.string(),
  followUp: z.enum(followUpStates),
  followUpOn: calendarDateSchema.nullable(),
})
export type DiaryRow = z.infer<typeof diaryRowSchema>

/** Shape: which entries are wanted; null asks for nothing about it. */
export const diaryFilterSchema = z.strictObject({
  year: z.int().min(1800).max(2200).nullable(),
  /** Unit: months, 1 to 12; of every year where no year is named. */
  month: z.int().min(1).max(12).nullable(),
  staffId: z.int().nullable(),
  matter: z.enum(diaryMatterCodes).nullable(),
  isOpenOnly: z.boolean(),
  search: storableLine(60),
})
export type DiaryFilter = z.infer<typeof diaryFilterSchema>

/** Asks for every entry. */
export const wholeDiary: DiaryFilter = {
  year: null,
  month: null,
  staffId: null,
  matter: null,
  isOpenOnly: false,
  search: '',
}
