import { addDays, calendarDate, dateParts, type CalendarDate } from '../../../domain/calendar-date.ts'

/** A stretch of days that is asked for often. */
export type Period = 'month' | 'year' | 'lastYear' | 'all'

interface Span {
  readonly fromOn: CalendarDate | null
  readonly toOn: CalendarDate | null
}

export function lastDayOfMonth(year: number, month: number): CalendarDate {
  return addDays(month === 12 ? calendarDate(year + 1, 1, 1) : calendarDate(year, month + 1, 1), -1)
}

/** The days of a period as of a day, whole months and years. */
export function spanOf(period: Period, todayOn: CalendarDate): Span {
  const { year, month } = dateParts(todayOn)
  switch (period) {
    case 'month':
      return { fromOn: calendarDate(year, month, 1), toOn: lastDayOfMonth(year, month) }
    case 'year':
      return { fromOn: calendarDate(year, 1, 1), toOn: calendarDate(year, 12, 31) }
    case 'lastYear':
      return { fromOn: calendarDate(year - 1, 1, 1), toOn: calendarDate(year - 1, 12, 31) }
    case 'all':
      return { fromOn: null, toOn: null }
  }
}
