import { z } from 'zod'
import { addDays, calendarDate, dateParts, type CalendarDate } from './calendar-date.ts'

export const spanUnits = ['day', 'month', 'year'] as const
export const calendarSpans = [
  'lastMonth',
  'thisMonth',
  'nextMonth',
  'lastQuarter',
  'thisQuarter',
  'nextQuarter',
  'lastYear',
  'thisYear',
  'nextYear',
] as const
export type CalendarSpan = (typeof calendarSpans)[number]

const unitSchema = z.enum(spanUnits)
const countSchema = z.int().min(1).max(366)

/** Shape: days counted from the day on which the question is asked, so that a saved question stays alive. */
export const spanSchema = z.discriminatedUnion('span', [
  z.strictObject({ span: z.literal('next'), count: countSchema, unit: unitSchema }),
  z.strictObject({ span: z.literal('last'), count: countSchema, unit: unitSchema }),
  z.strictObject({ span: z.enum(calendarSpans) }),
])
export type Span = z.infer<typeof spanSchema>

/** Shape: both days belong to it. */
export interface Days {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

const firstYear = 1800
const lastYear = 2200

/** Which days a span means today; one that leaves the calendar ends with it. */
export function daysOfSpan(span: Span, todayOn: CalendarDate): Days {
  if (span.span === 'next') return { from: todayOn, to: moved(todayOn, span.count, span.unit) }
  if (span.span === 'last') return { from: moved(todayOn, -span.count, span.unit), to: todayOn }
  return calendarDays(span.span, todayOn)
}

function calendarDays(span: CalendarSpan, todayOn: CalendarDate): Days {
  const { year, month } = dateParts(todayOn)
  const shift = span.startsWith('last') ? -1 : span.startsWith('next') ? 1 : 0
  const length = span.endsWith('Month') ? 1 : span.endsWith('Quarter') ? 3 : 12
  const start = year * 12 + Math.floor((month - 1) / length) * length + shift * length
  return { from: dayOfMonth(start, 1), to: dayOfMonth(start + length - 1, 31) }
}

function moved(on: CalendarDate, count: number, unit: (typeof spanUnits)[number]): CalendarDate {
  if (unit === 'day') return addDays(on, count)
  const { year, month, day } = dateParts(on)
  return dayOfMonth(year * 12 + month - 1 + count * (unit === 'year' ? 12 : 1), day)
}

/** The day of a month counted from the year 0, or the last one before it that the month has. */
function dayOfMonth(monthCount: number, day: number): CalendarDate {
  const year = Math.floor(monthCount / 12)
  if (year < firstYear) return calendarDate(firstYear, 1, 1)
  if (year > lastYear) return calendarDate(lastYear, 12, 31)
  const month = (monthCount % 12) + 1
  const next = month === 12 ? calendarDate(year, 12, 31) : addDays(calendarDate(year, month + 1, 1), -1)
  return calendarDate(year, month, Math.min(day, dateParts(next).day))
}
