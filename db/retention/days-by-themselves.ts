import { asCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts'
import { isPresentOn, type LifeStep } from '../../domain/life-event.ts'

/** Shape: what tells on which days somebody was here. */
export interface Stay {
  readonly birthWhen: string | null
  readonly events: readonly LifeStep[]
}

/** Shape: the first day, null for since ever, and the first day after. */
interface Days {
  readonly fromOn: CalendarDate | null
  readonly toOn: CalendarDate
}

/** The first day that the ledger can tell. */
const dawn = asCalendarDate('1800-01-01')

/** The days on which some of a household, who are all gone by now, were here and none of the others. */
export function daysByThemselves(some: readonly Stay[], others: readonly Stay[]): Days[] {
  const areThere = (on: CalendarDate) => isAnyHere(some, on) && !isAnyHere(others, on)
  const days: Days[] = []
  let fromOn: CalendarDate | null | undefined = areThere(dawn) ? null : undefined
  for (const on of turnsOf([...some, ...others])) {
    if (areThere(on)) {
      if (fromOn === undefined) fromOn = on
    } else if (fromOn !== undefined) {
      days.push({ fromOn, toOn: on })
      fromOn = undefined
    }
  }
  return days
}

function isAnyHere(stays: readonly Stay[], on: CalendarDate): boolean {
  return stays.some(({ birthWhen, events }) => isPresentOn(events, birthWhen, on))
}

/** The days on which anybody may have come or gone, in their order. */
function turnsOf(stays: readonly Stay[]): CalendarDate[] {
  const days = stays.flatMap(({ birthWhen, events }) => [
    // A year or a month alone counts from its first day; a birth without a year says nothing.
    ...(birthWhen !== null && /^\d/.test(birthWhen) ? [`${birthWhen}-01-01`.slice(0, dawn.length)] : []),
    ...events.map(({ happenedOn }) => happenedOn),
  ])
  return [...new Set(days)].sort().map(asCalendarDate)
}
