import { addDays, dateParts, type CalendarDate } from './calendar-date.ts'
import { festivalDay, type FestivalDay } from './festival.ts'
import { isWithinLunarTable } from './lunar-date.ts'
import type { VisitRule, VisitTrigger } from './visit-rule.ts'

/** Unit: days for which a festival's or birthday's visit that nobody made is still asked for. */
export const overdueKeptDays = 30

/** Shape: the days around an occasion; all three belong to it. */
export interface DueWindow {
  readonly dueFromOn: CalendarDate
  readonly occasionOn: CalendarDate
  readonly dueToOn: CalendarDate
}

export type DueState = 'overdue' | 'due' | 'coming'

type WindowRule = Pick<VisitRule, 'daysBefore' | 'daysAfter'>
type TimedRule = WindowRule & Pick<VisitRule, 'startsOn' | 'isRepeating'>

/** From when to when a rule wants the visit of an occasion. */
export function windowOf({ daysBefore, daysAfter }: WindowRule, occasionOn: CalendarDate): DueWindow {
  return {
    dueFromOn: addDays(occasionOn, -daysBefore),
    occasionOn,
    dueToOn: addDays(occasionOn, daysAfter),
  }
}

/** Where a day stands to a window. */
export function dueStateOn({ dueFromOn, dueToOn }: DueWindow, on: CalendarDate): DueState {
  if (on < dueFromOn) return 'coming'
  return on <= dueToOn ? 'due' : 'overdue'
}

/** The occasions that can be due, overdue or coming between a day and the end of what is asked for. */
export function askedOccasions(
  { daysBefore, daysAfter, startsOn }: TimedRule,
  on: CalendarDate,
  untilOn: CalendarDate,
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const kept = addDays(on, -overdueKeptDays - daysAfter)
  const started = addDays(startsOn, -daysAfter)
  return { from: kept > started ? kept : started, to: addDays(untilOn, daysBefore) }
}

/** The days of a festival rule that are asked for; a festival whose day no table knows is none. */
export function festivalOccasions(
  rule: TimedRule & { readonly trigger: Extract<VisitTrigger, { kind: 'festival' }> },
  on: CalendarDate,
  untilOn: CalendarDate,
): FestivalDay[] {
  const { from, to } = askedOccasions(rule, on, untilOn)
  const wanted = festivalsBetween(rule, from, to)
  if (rule.isRepeating) return wanted
  const startsFrom = addDays(rule.startsOn, -rule.daysAfter)
  const [first] = festivalsBetween(rule, startsFrom, addDays(startsFrom, 400))
  return wanted.filter(
    ({ festival, festivalOn }) => festival === first?.festival && festivalOn === first.festivalOn,
  )
}

function festivalsBetween(
  { trigger }: { readonly trigger: Extract<VisitTrigger, { kind: 'festival' }> },
  from: CalendarDate,
  to: CalendarDate,
): FestivalDay[] {
  const days: FestivalDay[] = []
  for (let { year } = dateParts(from); year <= dateParts(to).year + 1; year += 1) {
    // Festivals of the twelfth month belong to the lunar year before, and may come before the Gregorian one ends.
    if (!isWithinLunarTable(year) || !isWithinLunarTable(year - 1)) continue
    days.push(...trigger.festivals.map((festival) => festivalDay(festival, year)))
  }
  return days
    .filter(({ festivalOn }) => festivalOn >= from && festivalOn <= to)
    .sort((one, other) => (one.festivalOn < other.festivalOn ? -1 : 1))
}

/** When somebody's next contact is due: so many days after the last one, at once for whoever never had one. */
export function intervalOccasion(
  rule: TimedRule & { readonly trigger: Extract<VisitTrigger, { kind: 'interval' }> },
  lastContactOn: CalendarDate | undefined,
  knownSinceOn: CalendarDate,
): CalendarDate | undefined {
  const { startsOn, isRepeating, trigger } = rule
  if (lastContactOn === undefined) return knownSinceOn > startsOn ? knownSinceOn : startsOn
  if (!isRepeating && lastContactOn >= startsOn) return undefined
  const nextOn = addDays(lastContactOn, trigger.days)
  return nextOn > startsOn ? nextOn : startsOn
}

/** Whether a contact ends what was asked for: it counts from the first day of the window on, late as well. */
export function isFulfilled({ dueFromOn }: DueWindow, lastContactOn: CalendarDate | undefined): boolean {
  return lastContactOn !== undefined && lastContactOn >= dueFromOn
}

/** The Sunday that ends the week of a day. */
export function endOfWeek(on: CalendarDate): CalendarDate {
  const { year, month, day } = dateParts(on)
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return addDays(on, (7 - weekday) % 7)
}
