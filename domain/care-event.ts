import { z } from 'zod'
import { calendarDateSchema, type CalendarDate } from './calendar-date.ts'
import { revealReasonSchema } from './reveal.ts'
import { staffNameSchema } from './staff.ts'
import { storableLine, storableText } from './storable-text.ts'

/** What happens in a family that brings a visit. Source: DOMAIN 1.2 row 2. */
const familyEventKinds = ['bereavement', 'seriousIllness', 'disaster', 'dispute', 'other'] as const

/** Those, and a stay in hospital. Source: DOMAIN 1.2 row 3. */
export const careEventKinds = [...familyEventKinds, 'hospitalStay'] as const
export type CareEventKind = (typeof careEventKinds)[number]

/** What tells of somebody's health, and is seen by its worker and the director alone. Source: Personal Information Protection Law art. 28. */
const sealedEventKinds = ['seriousIllness', 'hospitalStay'] as const satisfies readonly CareEventKind[]

/** What may be told to everybody who visits. */
export const openEventKinds = ['bereavement', 'disaster', 'dispute', 'other'] as const

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

/** How the visit that an event brings stands. */
export const careVisitSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.enum(['due', 'overdue']), dueOn: calendarDateSchema }),
  z.strictObject({ state: z.literal('done'), visitedOn: calendarDateSchema }),
  /** Somebody let it pass, or whoever was to be visited died or moved away. */
  z.strictObject({ state: z.literal('closed'), reason: z.string() }),
  /** The stay ended before anybody went. */
  z.strictObject({ state: z.literal('discharged') }),
  /** No rule that is switched on asks for one. */
  z.strictObject({ state: z.literal('noRule') }),
  /** Nobody whom it is about is here. */
  z.strictObject({ state: z.literal('gone') }),
])
export type CareVisit = z.infer<typeof careVisitSchema>

/** Shape: an event with whom it is about, who goes, and how the visit stands. */
export const careEventSchema = careEventDraftSchema.extend({
  id: z.int(),
  residentName: z.string(),
  address: z.string(),
  worker: staffNameSchema.extend({ isClosed: z.boolean() }),
  recordedAt: z.string(),
  recordedBy: z.string(),
  visit: careVisitSchema,
  revision: z.int(),
})
export type CareEvent = z.infer<typeof careEventSchema>

/** Shape: what the list shows; sealed events are in no list. */
export const careEventFilterSchema = z.strictObject({
  kind: z.enum(openEventKinds).nullable(),
  staffId: z.int().nullable(),
  /** Those alone for which somebody is still to go. */
  isToVisitOnly: z.boolean(),
})
export type CareEventFilter = z.infer<typeof careEventFilterSchema>

/** Shape: why somebody wants to see the sealed events that are theirs, of everybody or of one person. */
export const sealedEventsRequestSchema = z.strictObject({
  residentId: z.int().nullable(),
  reason: revealReasonSchema,
})
export type SealedEventsRequest = z.infer<typeof sealedEventsRequestSchema>

/** Shape: what is said after saving: with whom it is, and how its visit stands where that may be told. */
export const savedCareEventSchema = z.strictObject({
  isSealed: z.boolean(),
  workerName: z.string(),
  visit: careVisitSchema.nullable(),
})
export type SavedCareEvent = z.infer<typeof savedCareEventSchema>

/** Why an input can't be. */
export type CareEventProblem =
  'missing' | 'future' | 'beforeAdmission' | 'beforeReport' | 'beforeBirth' | 'afterDeath'

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

type EventNow = Pick<CareEventDraft, 'kind' | 'dischargedOn' | 'reportedOn'>

/** The kind of rule that asks for a visit when such a thing happens. */
export function ruleKindOf(kind: CareEventKind): 'hospitalStay' | 'familyEvent' {
  return kind === 'hospitalStay' ? 'hospitalStay' : 'familyEvent'
}

/** Whether somebody is still to go: a stay brings a visit while it lasts. */
export function isVisitWanted({ dischargedOn }: Pick<EventNow, 'dischargedOn'>): boolean {
  return dischargedOn === null
}

/**
 * The day from which the days to the next visit are counted: the report's, or the last visit's of a stay that goes on under
 * a rule that repeats; null when no more visit is wanted.
 */
export function nextVisitBase(
  { kind, reportedOn }: EventNow,
  doneOn: readonly string[],
  isRepeating: boolean,
): CalendarDate | null {
  const [last] = doneOn.toSorted().reverse()
  if (last === undefined) return reportedOn
  return kind === 'hospitalStay' && isRepeating ? calendarDateSchema.parse(last) : null
}
