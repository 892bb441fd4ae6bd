import { asCalendarDate } from '../domain/calendar-date.ts'
import type { Clock } from '../domain/clock.ts'

/** The PC's own clock; the civil date is that of the PC's time zone. */
export const systemClock: Clock = {
  nowAt: () => new Date().toISOString(),
  todayOn: () => {
    const now = new Date()
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    return asCalendarDate(parts.map((part) => String(part).padStart(2, '0')).join('-'))
  },
}
