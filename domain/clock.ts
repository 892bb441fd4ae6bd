import type { CalendarDate } from './calendar-date.ts'

/** The only source of time in domain and db; the app injects the system clock, tests a fixed one. */
export interface Clock {
  /** Unit: UTC ISO text with milliseconds. */
  readonly nowAt: () => string
  /** The civil date at the desk. */
  readonly todayOn: () => CalendarDate
}
