import { z } from 'zod'
import { calendarDateSchema, type CalendarDate } from './calendar-date.ts'
import type { Presence } from './resident.ts'
import { storableLine, storableText } from './storable-text.ts'

/** What happens to a person as far as the community is concerned. */
export const lifeEventKinds = ['movedIn', 'movedOut', 'movedBack', 'deathReported', 'deathConfirmed'] as const
export type LifeEventKind = (typeof lifeEventKinds)[number]

/** Shape: what the clerk writes down about it. */
export const lifeEventDraftSchema = z.strictObject({
  residentId: z.int(),
  revision: z.int(),
  kind: z.enum(lifeEventKinds),
  happenedOn: calendarDateSchema,
  /** Where somebody came from or went. */
  place: storableLine(100),
  note: storableText(500),
  /** Who heads the household from now on, where its head is gone; null leaves that open. */
  newHeadId: z.int().nullable(),
  /** Whether the husband or wife of a dead person is written down as widowed. */
  isSpouseWidowed: z.boolean(),
})
export type LifeEventDraft = z.infer<typeof lifeEventDraftSchema>

export const lifeEventSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(lifeEventKinds),
  happenedOn: calendarDateSchema,
  place: z.string(),
  note: z.string(),
  recordedAt: z.string(),
  staffName: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
})

/** Shape: a person's events, the newest first, and what may be written down next. */
export const lifeSchema = z.strictObject({
  events: z.array(lifeEventSchema),
  nextKinds: z.array(z.enum(lifeEventKinds)),
  /** The one event that may be taken back; null where there is none. */
  withdrawableId: z.int().nullable(),
})
export type Life = z.infer<typeof lifeSchema>

/** What the rules need of an event. */
export interface LifeStep {
  readonly id: number
  readonly kind: LifeEventKind
  readonly happenedOn: string
  readonly withdrawnAt: string | null
}

/** The events that stand, in the order they happened; of one day, in the order they were written down. */
function standingEvents<Step extends LifeStep>(events: readonly Step[]): Step[] {
  return events
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .sort((one, other) =>
      one.happenedOn === other.happenedOn ? one.id - other.id : one.happenedOn < other.happenedOn ? -1 : 1,
    )
}

/** Where somebody is after all that happened. */
export function presenceAfter(events: readonly LifeStep[]): Presence {
  const standing = standingEvents(events)
  if (standing.some(({ kind }) => kind === 'deathConfirmed')) return 'deceased'
  const last = standing.at(-1)?.kind
  return last === 'movedOut' || last === 'deathReported' ? last : 'here'
}

/**
 * Whether somebody counted among the people here on a day: up to the day before moving out or dying, from the day of
 * moving in. Nobody is taken away by a report of death alone. Source: DOMAIN 12.
 */
export function isPresentOn(
  events: readonly LifeStep[],
  birthWhen: string | null,
  on: CalendarDate,
): boolean {
  // A year or a month alone counts from its first day; a birth without a year says nothing.
  if (birthWhen !== null && /^\d/.test(birthWhen) && birthWhen > on.slice(0, birthWhen.length)) return false
  const standing = standingEvents(events)
  let isPresent = standing[0]?.kind !== 'movedIn'
  for (const { kind, happenedOn } of standing) {
    if (happenedOn > on) break
    if (kind === 'movedIn' || kind === 'movedBack') isPresent = true
    if (kind === 'movedOut') isPresent = false
    // Two records that became one may tell of somebody who came back after death.
    if (kind === 'deathConfirmed') return false
  }
  return isPresent
}

const nextOf = {
  here: ['movedOut', 'deathReported', 'deathConfirmed'],
  movedOut: ['movedBack', 'deathReported', 'deathConfirmed'],
  deathReported: ['deathConfirmed'],
  deceased: [],
} as const satisfies Record<Presence, readonly LifeEventKind[]>

/** What may be written down next; the day somebody came is asked for while nothing is known. */
export function nextLifeEvents(events: readonly LifeStep[]): LifeEventKind[] {
  const isNew = standingEvents(events).length === 0
  return [...(isNew ? (['movedIn'] as const) : []), ...nextOf[presenceAfter(events)]]
}

/**
 * The id of the last event that stands, by the day it happened and of one day by the order of writing down: only that
 * one can be taken back, and then the one before it. Null where none stands.
 */
export function withdrawableEvent(events: readonly LifeStep[]): number | null {
  return standingEvents(events).at(-1)?.id ?? null
}

/** Why an event can't have happened then; null when it can. */
export function lifeEventProblem(
  { kind, happenedOn }: Pick<LifeStep, 'kind' | 'happenedOn'>,
  events: readonly LifeStep[],
  { todayOn, birthWhen }: { readonly todayOn: CalendarDate; readonly birthWhen: string | null },
): 'future' | 'beforeBirth' | 'beforeLast' | 'notNext' | null {
  if (happenedOn > todayOn) return 'future'
  if (birthWhen !== null && /^\d/.test(birthWhen) && happenedOn.slice(0, birthWhen.length) < birthWhen)
    return 'beforeBirth'
  if (!nextLifeEvents(events).includes(kind)) return 'notNext'
  const last = standingEvents(events).at(-1)
  return last !== undefined && happenedOn < last.happenedOn ? 'beforeLast' : null
}
