import { sql, type RawBuilder } from 'kysely'
import { birthRangeForAges } from '../../domain/age.ts'
import {
  addDays,
  calendarDate,
  dateParts,
  isLeapYear,
  type CalendarDate,
} from '../../domain/calendar-date.ts'
import { daysOfSpan, type Days } from '../../domain/condition-span.ts'
import { daysInLunarMonth, lunarDateOf } from '../../domain/lunar-date.ts'
import type { ConditionTest } from '../../domain/resident-condition.ts'

export type Fragment = RawBuilder<unknown>

/** Whether a column of a date that may be incomplete passes; what is not known passes nothing. */
export function dateFragment(column: Fragment, test: ConditionTest, todayOn: CalendarDate): Fragment {
  if (test.operator === 'before') return sql`${latestDay(column)} < ${test.day}`
  if (test.operator === 'after') return sql`${earliestDay(column)} > ${test.day}`
  if (test.operator === 'between') return within(column, test)
  if (test.operator === 'in') return within(column, daysOfSpan(test.span, todayOn))
  if (test.operator === 'reaches') return reaches(column, test.years, daysOfSpan(test.span, todayOn))
  if (test.operator === 'yearly') return yearly(column, daysOfSpan(test.span, todayOn))
  if (test.operator === 'month')
    return sql`length(${column}) >= 7 AND substr(${column}, 6, 2) IN (${sql.join(test.months.map(twoDigits))})`
  if (test.operator === 'incomplete') return sql`${column} IS NOT NULL AND NOT (${isComplete(column)})`
  throw new RangeError(`${test.operator} is not asked of a date`)
}

/** Whether somebody born on the day of a column has between so many and so many full years on a day. */
export function ageFragment(
  column: Fragment,
  ages: { readonly least: number; readonly most: number | null },
  on: CalendarDate,
): Fragment {
  const { bornFrom, bornTo } = birthRangeForAges(ages.least, ages.most, on)
  const from = bornFrom === undefined ? sql`` : sql`AND ${column} >= ${bornFrom}`
  return sql`${isComplete(column)} AND ${column} <= ${bornTo} ${from}`
}

/** Whether the age of somebody born on the day of a column is known. */
export function isComplete(column: Fragment): Fragment {
  return sql`length(${column}) = 10 AND ${column} < 'X'`
}

/** Whether the lunar birthday comes round within the days. */
export function lunarYearlyFragment({ from, to }: Days): Fragment {
  const codes = new Set<number>()
  // A lunar year has at most 385 days.
  const last = [to, addDays(from, 385)].reduce((one, other) => (one < other ? one : other))
  for (let on = from; on <= last; on = addDays(on, 1))
    for (const code of lunarBirthdaysOn(on)) codes.add(code)
  return sql`(resident.lunarBirthIsLeap * 100 + resident.lunarBirthMonth) * 100 + resident.lunarBirthDay
    IN (${sql.join([...codes])})`
}

/** The birthdays of a day: day 30 comes on the 29th of short months, a leap month's in the month where a year has none. */
function lunarBirthdaysOn(on: CalendarDate): number[] {
  const { year, month, day, isLeap } = lunarDateOf(on)
  const isLast = day === 29 && daysInLunarMonth(year, month, isLeap) === 29
  const leaps = isLeap ? [1] : daysInLunarMonth(year, month, true) > 0 ? [0] : [0, 1]
  return leaps.flatMap((leap) =>
    (isLast ? [29, 30] : [day]).map((birthDay) => (leap * 100 + month) * 100 + birthDay),
  )
}

function within(column: Fragment, { from, to }: Days): Fragment {
  // The last day of a month may be later than the month has: it is before the day after all the same.
  return sql`${earliestDay(column)} >= ${from} AND ${latestDay(column)} < ${addDays(to, 1)} AND ${column} < 'X'`
}

function reaches(column: Fragment, years: number, { from, to }: Days): Fragment {
  const { bornTo } = birthRangeForAges(years, null, to)
  const { bornTo: bornBefore } = birthRangeForAges(years, null, addDays(from, -1))
  return sql`${isComplete(column)} AND ${column} <= ${bornTo} AND ${column} > ${bornBefore}`
}

function yearly(column: Fragment, days: Days): Fragment {
  return sql`length(${column}) = 10 AND substr(${column}, 6) IN (${sql.join(monthDaysOf(days))})`
}

/** Without a year a date is nowhere in the calendar. */
function earliestDay(column: Fragment): Fragment {
  return sql`CASE WHEN ${column} >= 'X' THEN NULL ELSE substr(${column} || '-01-01', 1, 10) END`
}

function latestDay(column: Fragment): Fragment {
  return sql`CASE length(${column}) WHEN 4 THEN ${column} || '-12-31' WHEN 7 THEN ${column} || '-31' ELSE ${column} END`
}

/** Shape: MM-DD; people born on 29 February have their birthday a day earlier in common years. */
function monthDaysOf({ from, to }: Days): string[] {
  const found = new Set<string>()
  for (let on = from; on <= to && found.size < 366; on = addDays(on, 1)) {
    const { year, month, day } = dateParts(on)
    found.add(on.slice(5))
    if (month === 2 && day === 28 && !isLeapYear(year)) found.add(calendarDate(2000, 2, 29).slice(5))
  }
  return [...found]
}

function twoDigits(month: number): string {
  return String(month).padStart(2, '0')
}
