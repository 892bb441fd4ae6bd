import { addDays, calendarDate, dateParts, isLeapYear } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'

/** The day on which people born on 29 February grow older in common years. Source: Civil Code art. 202; configurable. */
export type LeapDayRule = '02-28' | '03-01'

/** The date on which somebody reaches `years` full years. Source: Civil Code arts. 202 and 1259. */
export function anniversary(
  birthOn: CalendarDate,
  years: number,
  leapDayRule: LeapDayRule = '02-28',
): CalendarDate {
  const { year, month, day } = dateParts(birthOn)
  const reached = year + years
  if (month === 2 && day === 29 && !isLeapYear(reached)) {
    return leapDayRule === '02-28' ? calendarDate(reached, 2, 28) : calendarDate(reached, 3, 1)
  }
  return calendarDate(reached, month, day)
}

/** Unit: full years reached on that day; negative before birth. */
export function ageOn(birthOn: CalendarDate, on: CalendarDate, leapDayRule: LeapDayRule = '02-28'): number {
  const years = dateParts(on).year - dateParts(birthOn).year
  return anniversary(birthOn, years, leapDayRule) <= on ? years : years - 1
}

/** Source: DOMAIN 12, the bands of the street office's tables. */
export const ageBands = {
  under60: { minAge: 0, maxAge: 59 },
  '60-64': { minAge: 60, maxAge: 64 },
  '65-69': { minAge: 65, maxAge: 69 },
  '70-79': { minAge: 70, maxAge: 79 },
  '80-89': { minAge: 80, maxAge: 89 },
  '90-99': { minAge: 90, maxAge: 99 },
  '100+': { minAge: 100, maxAge: null },
} as const
export type AgeBand = keyof typeof ageBands

export function ageBandOf(age: number): AgeBand {
  if (age < 60) return 'under60'
  if (age < 65) return '60-64'
  if (age < 70) return '65-69'
  if (age < 80) return '70-79'
  if (age < 90) return '80-89'
  return age < 100 ? '90-99' : '100+'
}

/** The births that make somebody `minAge` to `maxAge` full years old on that day; both ends belong to it. */
export function birthRangeForAges(
  minAge: number,
  maxAge: number | null,
  on: CalendarDate,
): { readonly bornFrom: CalendarDate | undefined; readonly bornTo: CalendarDate } {
  const bornFrom = maxAge === null ? undefined : addDays(latestBirthAged(maxAge + 1, on), 1)
  return { bornFrom, bornTo: latestBirthAged(minAge, on) }
}

function latestBirthAged(age: number, on: CalendarDate): CalendarDate {
  const { year, month, day } = dateParts(on)
  const birthYear = year - age
  // On 28 February of a common year those born on the 29th are counted as having reached the age.
  if (month === 2 && day === 28 && !isLeapYear(year) && isLeapYear(birthYear))
    return calendarDate(birthYear, 2, 29)
  if (month === 2 && day === 29 && !isLeapYear(birthYear)) return calendarDate(birthYear, 2, 28)
  return calendarDate(birthYear, month, day)
}
