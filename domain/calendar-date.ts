import { z } from 'zod'

declare const calendarDateBrand: unique symbol
/** Shape: YYYY-MM-DD of the Gregorian calendar, a day that exists. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true }

declare const partialDateBrand: unique symbol
/** Shape: ISO 8601-2 text of a date that may be incomplete: 1945, 1945-03, 1945-03-02 or XXXX-03-02. */
export type PartialDate = string & { readonly [partialDateBrand]: true }

export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const fullPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const oldestYear = 1800
const newestYear = 2200

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Unit: days. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Answers whether the text is a day that exists. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = fullPattern.exec(text)
  if (match === null) return false
  return exists(Number(match[1]), Number(match[2]), Number(match[3]))
}

function exists(year: number, month: number, day: number): boolean {
  return (
    year >= oldestYear &&
    year <= newestYear &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  )
}

export const calendarDateSchema = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && isCalendarDate(value),
  'calendarDate',
)

function isPartialDate(text: string): text is PartialDate {
  if (isCalendarDate(text)) return true
  if (/^\d{4}$/.test(text)) return exists(Number(text), 1, 1)
  const yearMonth = /^(\d{4})-(\d{2})$/.exec(text)
  if (yearMonth !== null) return exists(Number(yearMonth[1]), Number(yearMonth[2]), 1)
  const monthDay = /^XXXX-(\d{2})-(\d{2})$/.exec(text)
  return monthDay !== null && exists(2000, Number(monthDay[1]), Number(monthDay[2]))
}

export const partialDateSchema = z.custom<PartialDate>(
  (value) => typeof value === 'string' && isPartialDate(value),
  'partialDate',
)

/** The date of its parts. Throws: RangeError when that day does not exist. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
  if (!isCalendarDate(text)) throw new RangeError('no such day')
  return text
}

/** The date of the text. Throws: RangeError when it is not one. */
export function asCalendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError('no such day')
  return text
}

function pad(part: number): string {
  return String(part).padStart(2, '0')
}

export function dateParts(date: CalendarDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** The complete date, or undefined when only a part is known. */
export function completeDate(when: PartialDate | null): CalendarDate | undefined {
  return when !== null && isCalendarDate(when) ? when : undefined
}

const msPerDay = 86_400_000

function toDayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date)
  return Date.UTC(year, month - 1, day) / msPerDay
}

function fromDayNumber(dayNumber: number): CalendarDate {
  return asCalendarDate(new Date(dayNumber * msPerDay).toISOString().slice(0, 10))
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days)
}

/** Unit: days, less than 0 when the second one is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

export type TypedDate<T> =
  | { readonly ok: true; readonly date: T }
  | { readonly ok: false; readonly reason: 'format' | 'impossible' | 'twoDigitYear' }

const separators = '[-./\\u5e74\\u6708]'
const typedFull = new RegExp(`^(\\d{4})${separators}(\\d{1,2})${separators}(\\d{1,2})\\u65e5?$`)
const typedShort = new RegExp(`^(\\d{2})${separators}(\\d{1,2})${separators}(\\d{1,2})\\u65e5?$`)
const typedMonth = new RegExp(`^(\\d{4})${separators}(\\d{1,2})\\u6708?$`)

function clean(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** Reads a day as a clerk types it: 19450302, 1945-3-2, 1945.3.2, 1945/3/2 or with the Chinese words. */
export function parseTypedDate(text: string): TypedDate<CalendarDate> {
  const cleaned = clean(text)
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(cleaned)
  const match = packed ?? typedFull.exec(cleaned)
  if (match === null) {
    return {
      ok: false,
      reason: typedShort.test(cleaned) || /^\d{6}$/.test(cleaned) ? 'twoDigitYear' : 'format',
    }
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (!exists(year, month, day)) return { ok: false, reason: 'impossible' }
  return { ok: true, date: calendarDate(year, month, day) }
}

/** Reads a date that may be only a year, or a year and a month. */
export function parseTypedPartialDate(text: string): TypedDate<PartialDate> {
  const cleaned = clean(text)
  const yearOnly = /^(\d{4})\u5e74?$/.exec(cleaned)
  if (yearOnly !== null) return partial(yearOnly[1] ?? '')
  const month = typedMonth.exec(cleaned)
  if (month !== null) return partial(`${month[1] ?? ''}-${pad(Number(month[2]))}`)
  if (isPartialDate(cleaned)) return { ok: true, date: cleaned }
  const full = parseTypedDate(cleaned)
  return full.ok ? partial(full.date) : full
}

function partial(text: string): TypedDate<PartialDate> {
  return isPartialDate(text) ? { ok: true, date: text } : { ok: false, reason: 'impossible' }
}
