import { z } from 'zod'
import { calendarDateSchema, type CalendarDate } from './calendar-date.ts'
import { revealReasonSchema } from './reveal.ts'
import { staffNameSchema } from './staff.ts'
import { storableLine, storableText } from './storable-text.ts'

/** What happens in a family that brings a visit. Source: DOMAIN 1.2 row 2. */
export const familyEventKinds = ['bereavement', 'seriousIllness', 'disaster', 'dispute', 'other'] as const

/** Those, and a stay in hospital. Source: DOMAIN 1.2 row 3. */
export const careEventKinds = [...familyEventKinds, 'hospitalStay'] as const
export type CareEventKind = (typeof careEventKinds)[number]

/** What tells of somebody's health, and is seen by its worker and the director alone. Source: Personal Information Protection Law art. 28. */
const sealedEventKinds = ['seriousIllness', 'hospitalStay'] as const satisfies readonly CareEventKind[]

/** What may be told to everybody who visits. */
export const openEventKinds = ['bereavement', 'disaster', 'dispute', 'other'] as const
export type OpenEventKind = (typeof openEventKinds)[number]

/** Whether what happened is health data. */
export function isSealedEvent(kind: CareEventKind): boolean {
  return (sealedEventKinds as readonly CareEventKind[]).includes(kind)
}

/** Shape: what the clerk writes down. The event hangs on one person, also where it is the whole household's. */
export const careEventDraftSchema = z.strictObject({
  kind: z.enum(careEventKinds),
  residentId: z.int(),
  isForHousehold: z.boolean(),
  /** Who is to go, and who sees what is sealed. */
  staffId: z.int(),
  reportedOn: calendarDateSchema,
  reportedBy: storableLine(60).min(1),
  /** Of a family event; null where nobody knows. */
  happenedOn: calendarDateSchema.nullable(),
  hospital: storableLine(100),
  ward: storableLine(60),
  admittedOn: calendarDateSchema.nullable(),
  /** Null while the person is in hospital. */
  dischargedOn: calendarDateSchema.nullable(),
  note: storableText(1000),
})
export type CareEventDraft = z.infer<typeof careEventDraftSchema>

/** Shape: an event with whom it is about and who goes. */
export const careEventSchema = careEventDraftSchema.extend({
  id: z.int(),
  residentName: z.string(),
  address: z.string(),
  worker: staffNameSchema.extend({ isClosed: z.boolean() }),
  recordedAt: z.string(),
  recordedBy: z.string(),
  revision: z.int(),
})
export type CareEvent = z.infer<typeof careEventSchema>

/** Shape: what the list shows; sealed events are in no list. */
export const careEventFilterSchema = z.strictObject({
  kind: z.enum(openEventKinds).nullable(),
  staffId: z.int().nullable(),
})
export type CareEventFilter = z.infer<typeof careEventFilterSchema>

/** Shape: why somebody wants to see the sealed events that are theirs, of everybody or of one person. */
export const sealedEventsRequestSchema = z.strictObject({
  residentId: z.int().nullable(),
  reason: revealReasonSchema,
})
export type SealedEventsRequest = z.infer<typeof sealedEventsRequestSchema>

/** Shape: what is said after saving: with whom it is. */
export const savedCareEventSchema = z.strictObject({
  isSealed: z.boolean(),
  workerName: z.string(),
})
export type SavedCareEvent = z.infer<typeof savedCareEventSchema>

/** Why an input can't be. */
export const careEventProblems = [
  'missing',
  'future',
  'beforeAdmission',
  'beforeReport',
  'beforeBirth',
  'afterDeath',
] as const
export type CareEventProblem = (typeof careEventProblems)[number]

interface PersonThen {
  readonly todayOn: CalendarDate
  readonly birthWhen: string | null
  /** The day of a death that was confirmed. */
  readonly diedOn: CalendarDate | null
}

/** Shape: by field, in the order of the form, what is wrong with it. */
export function problemsOfEvent(
  draft: CareEventDraft,
  { todayOn, birthWhen, diedOn }: PersonThen,
): Partial<Record<keyof CareEventDraft, CareEventProblem>> {
  const { kind, happenedOn, admittedOn, dischargedOn, reportedOn } = draft
  const isStay = kind === 'hospitalStay'
  const began = isStay ? admittedOn : happenedOn
  const problems: [keyof CareEventDraft, CareEventProblem | null][] = [
    ['hospital', isStay && draft.hospital === '' ? 'missing' : null],
    [
      isStay ? 'admittedOn' : 'happenedOn',
      began === null
        ? isStay
          ? 'missing'
          : null
        : (dayProblem(began, todayOn, birthWhen) ??
          (isStay && diedOn !== null && began > diedOn ? 'afterDeath' : null)),
    ],
    [
      'dischargedOn',
      dischargedOn === null
        ? null
        : dischargedOn > todayOn
          ? 'future'
          : admittedOn !== null && dischargedOn < admittedOn
            ? 'beforeAdmission'
            : null,
    ],
    [
      'reportedOn',
      reportedOn > todayOn ? 'future' : began !== null && reportedOn < began ? 'beforeReport' : null,
    ],
  ]
  return Object.fromEntries(problems.filter(([, problem]) => problem !== null))
}

function dayProblem(
  day: CalendarDate,
  todayOn: CalendarDate,
  birthWhen: string | null,
): CareEventProblem | null {
  if (day > todayOn) return 'future'
  const isBorn = birthWhen === null || !/^\d/.test(birthWhen) || day.slice(0, birthWhen.length) >= birthWhen
  return isBorn ? null : 'beforeBirth'
}

/** The same without what does not belong to its kind: a stay is one person's, and only a stay has a hospital. */
export function tidyEvent(draft: CareEventDraft): CareEventDraft {
  const isForHousehold = draft.isForHousehold && !isSealedEvent(draft.kind)
  return draft.kind === 'hospitalStay'
    ? { ...draft, isForHousehold, happenedOn: null }
    : { ...draft, isForHousehold, hospital: '', ward: '', admittedOn: null, dischargedOn: null }
}
