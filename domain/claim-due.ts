import { addDays, daysBetween, type CalendarDate } from './calendar-date.ts'
import type { LastContact } from './claim.ts'

/** Shape: what decides when a claimed person is to be called. */
interface ClaimFacts {
  /** The last day on which the person was visited or reached. */
  readonly lastContactOn: CalendarDate | null
  /** The first day on which anybody had claimed the person. */
  readonly claimedSinceOn: CalendarDate
  readonly callEveryDays: number
}

/** The day by which the next contact is due: as many days after the last one, or after the first claim where there was none. */
export function nextDueOn({ lastContactOn, claimedSinceOn, callEveryDays }: ClaimFacts): CalendarDate {
  return addDays(lastContactOn ?? claimedSinceOn, callEveryDays)
}

/** How long the next contact has been waited for on a day; 0 while it is not overdue. Unit: days. */
export function overdueDays(facts: ClaimFacts, on: CalendarDate): number {
  return Math.max(0, daysBetween(nextDueOn(facts), on))
}

/** The later of a visit and a call; of the same day it is the visit. */
export function laterContact(
  visitedOn: CalendarDate | null,
  calledOn: CalendarDate | null,
): LastContact | null {
  if (visitedOn !== null && (calledOn === null || visitedOn >= calledOn))
    return { on: visitedOn, kind: 'visit' }
  return calledOn === null ? null : { on: calledOn, kind: 'call' }
}
