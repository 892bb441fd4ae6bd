import { z } from 'zod'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import type { DiaryBeginning } from '../../../domain/diary-channels.ts'
import {
  diaryDraftSchema,
  type DiaryContent,
  type DiaryDraft,
  type DiaryEntry,
  type DiaryPerson,
} from '../../../domain/diary.ts'
import { diaryLabels } from '../../../domain/labels/diary.zh.ts'

const words = diaryLabels.form

/** Shape: what the form's fields hold while they are filled in. */
export interface DiaryValues {
  entryOn: string | null
  /** The account as a text, as a select has it; null for whoever writes. */
  staffId: string | null
  place: string
  weather: string
  matter: string | null
  heard: string
  handling: string
  result: string
  needsFollowUp: boolean
  followUpOn: string | null
  people: DiaryPerson[]
  /** The visit or the call it was written after, as texts; null for none. */
  visitTaskId: string | null
  phoneCallId: string | null
  isSealed: boolean
}

/** What a row of each list looks like, for what was kept of the form. */
export const diaryRows = { people: { id: 0, name: '', address: '' } }

const { matter, entryOn, followUpOn, ...plain } = diaryDraftSchema.shape
const { place, weather, heard, handling, result, needsFollowUp, isSealed } = plain

/** Turns the fields into an entry, or says at each field what is wrong. */
export const diaryFormSchema: z.ZodType<DiaryDraft, DiaryValues> = z
  .object({
    ...{ entryOn, matter, followUpOn, place, weather, heard, handling, result, needsFollowUp, isSealed },
    staffId: z.string().nullable(),
    visitTaskId: z.string().nullable(),
    phoneCallId: z.string().nullable(),
    people: z.array(z.object({ id: z.int(), name: z.string(), address: z.string() })),
  })
  .transform(({ people, staffId, visitTaskId, phoneCallId, ...typed }) => ({
    ...typed,
    staffId: numberOf(staffId),
    visitTaskId: numberOf(visitTaskId),
    phoneCallId: numberOf(phoneCallId),
    residentIds: people.map(({ id }) => id),
  }))

/** What the schema alone can't tell: days that don't go together. */
export function diaryProblems(values: DiaryValues, todayOn: CalendarDate): Readonly<Record<string, string>> {
  const { entryOn: day, needsFollowUp: isAsked, followUpOn: due } = values
  return {
    ...(day !== null && day > todayOn ? { entryOn: words.dateFuture } : {}),
    ...(isAsked && day !== null && due !== null && due < day ? { followUpOn: words.followUpEarly } : {}),
  }
}

/** A form that is empty. */
export const blankDiaryValues: DiaryValues = {
  entryOn: null,
  staffId: null,
  place: '',
  weather: '',
  matter: null,
  heard: '',
  handling: '',
  result: '',
  needsFollowUp: false,
  followUpOn: null,
  people: [],
  visitTaskId: null,
  phoneCallId: null,
  isSealed: false,
}

/** A form that is still empty but for what is known. */
export function newDiaryValues(beginning: DiaryBeginning): DiaryValues {
  const { entryOn: day, place: where, heard: text, people, visitTaskId, phoneCallId } = beginning
  return {
    ...blankDiaryValues,
    entryOn: day,
    place: where,
    heard: text,
    people: [...people],
    visitTaskId: visitTaskId === null ? null : String(visitTaskId),
    phoneCallId: phoneCallId === null ? null : String(phoneCallId),
  }
}

/** The form as an entry fills it. */
export function diaryValues(entry: DiaryEntry, content: DiaryContent): DiaryValues {
  const { occasion, people, followUpDoneOn: _done, followUpResult: _result, ...texts } = content
  return {
    ...texts,
    entryOn: entry.entryOn,
    staffId: String(entry.staffId),
    people: [...people],
    visitTaskId: occasion?.kind === 'visit' ? String(occasion.id) : null,
    phoneCallId: occasion?.kind === 'call' ? String(occasion.id) : null,
    isSealed: entry.isSealed,
  }
}

function numberOf(text: string | null): number | null {
  return text === null || text === '' ? null : Number(text)
}
