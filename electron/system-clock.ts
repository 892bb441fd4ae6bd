import { asCalendarDate, type CalendarDate } from '../domain/calendar-date.ts'
import type { Clock } from '../domain/clock.ts'

/** The PC's own clock; the civil date is that of the PC's time zone. */
export const systemClock: Clock = {
  nowAt: () => new Date().toISOString(),
  todayOn: () => civilDateOf(Date.now()),
}

/** The civil date of a moment in the PC's time zone. Unit: epoch milliseconds. */
export function civilDateOf(momentMs: number): CalendarDate {
  const moment = new Date(momentMs)
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
  return asCalendarDate(parts.map((part) => String(part).padStart(2, '0')).join('-'))
}

/** Unit: milliseconds since the start, which no change of the PC's clock turns back. */
export const steadyClock = { elapsedMs: () => performance.now() } as const
