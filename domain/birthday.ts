import { anniversary } from './age.ts'
import { addDays, calendarDate, completeDate, dateParts, isLeapYear } from './calendar-date.ts'
import type { CalendarDate, PartialDate } from './calendar-date.ts'
import type { LunarDate } from './lunar-birth.ts'
import { isWithinLunarTable, lunarBirthdayIn, lunarDateOf, xusuiOn } from './lunar-date.ts'
import type { birthdayCalendars } from './visit-rule.ts'

export type BirthdayCalendar = (typeof birthdayCalendars)[number]

export interface BornPerson {
  readonly birthWhen: PartialDate | null
  readonly lunarBirth: LunarDate | null
}

/** Shape: one birthday somebody has. */
export interface Birthday {
  readonly on: CalendarDate
  readonly calendar: 'gregorian' | 'lunar'
  /** Unit: full years of that calendar since birth; null when the year of birth is not known. */
  readonly turning: number | null
  /** Unit: years by the traditional count. */
  readonly xusui: number | null
}

/** The birthdays somebody has from one day to another, both included; the day of birth itself is none. */
export function birthdaysBetween(
  person: BornPerson,
  calendar: BirthdayCalendar,
  from: CalendarDate,
  to: CalendarDate,
): Birthday[] {
  const isLunar = calendar === 'lunar' || (calendar === 'own' && person.lunarBirth !== null)
  const all = isLunar ? lunarBirthdays(person, from, to) : gregorianBirthdays(person, from, to)
  return all.filter(({ on, turning }) => on >= from && on <= to && (turning === null || turning > 0))
}

/** The lunar year in which somebody was born; what is not written down is the one nearest to the Gregorian birth. */
function lunarBirthYear({ birthWhen, lunarBirth }: BornPerson): number | null {
  if (lunarBirth === null) return null
  if (lunarBirth.year !== null) return lunarBirth.year
  const birthOn = completeDate(birthWhen)
  if (birthOn === undefined)
    return birthWhen === null || birthWhen.startsWith('XXXX') ? null : Number(birthWhen.slice(0, 4))
  const { year } = dateParts(birthOn)
  const distances = [year - 1, year, year + 1]
    .filter(isWithinLunarTable)
    .map((each) => [Math.abs(daysBetween(birthOn, lunarBirthdayIn(lunarBirth, each))), each] as const)
  return distances.sort(([one], [other]) => one - other)[0]?.[1] ?? null
}

function gregorianBirthdays({ birthWhen }: BornPerson, from: CalendarDate, to: CalendarDate): Birthday[] {
  const birthOn = completeDate(birthWhen)
  const years = yearsFrom(dateParts(from).year, dateParts(to).year)
  if (birthOn !== undefined) {
    const { year: birthYear } = dateParts(birthOn)
    return years.map((year) => {
      const on = anniversary(birthOn, year - birthYear)
      return { on, calendar: 'gregorian', turning: year - birthYear, xusui: xusuiOn(birthOn, on) }
    })
  }
  if (birthWhen === null || !birthWhen.startsWith('XXXX')) return []
  const [month, day] = [Number(birthWhen.slice(5, 7)), Number(birthWhen.slice(8, 10))]
  return years.map((year) => {
    const isMoved = month === 2 && day === 29 && !isLeapYear(year)
    return {
      on: calendarDate(year, month, isMoved ? 28 : day),
      calendar: 'gregorian',
      turning: null,
      xusui: null,
    }
  })
}

/** A Gregorian year holds none, one or two of them, so years are those of the lunar calendar. */
function lunarBirthdays(person: BornPerson, from: CalendarDate, to: CalendarDate): Birthday[] {
  const { lunarBirth } = person
  if (lunarBirth === null) return []
  const birthYear = lunarBirthYear(person)
  return yearsFrom(lunarDateOf(from).year, lunarDateOf(to).year)
    .filter(isWithinLunarTable)
    .map((year) => ({
      on: lunarBirthdayIn(lunarBirth, year),
      calendar: 'lunar',
      turning: birthYear === null ? null : year - birthYear,
      xusui: birthYear === null ? null : year - birthYear + 1,
    }))
}

function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Unit: days from the first to the second. */
function daysBetween(one: CalendarDate, other: CalendarDate): number {
  return (Date.parse(other) - Date.parse(one)) / 86_400_000
}

/** The birthdays of the Gregorian year in which somebody turns one of these ages. */
export function roundBirthdaysIn(
  person: BornPerson,
  calendar: BirthdayCalendar,
  year: number,
  ages: readonly number[] = roundAges,
): Birthday[] {
  const from = calendarDate(year, 1, 1)
  return birthdaysBetween(person, calendar, from, addDays(calendarDate(year + 1, 1, 1), -1)).filter(
    ({ turning }) => turning !== null && ages.includes(turning),
  )
}

/** Ages that are kept with more than a greeting. */
const roundAges = [90, 95, 100] as const
