import { Lunar, LunarYear, Solar } from 'lunar-typescript'
import { calendarDate, dateParts } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'
import {
  leapPrefix,
  lunarDatePrefix,
  lunarDayAliases,
  lunarDayEnd,
  lunarDayNames,
  lunarFigures,
  lunarMonthAliases,
  lunarMonthNames,
  lunarMonthWord,
} from './codes/lunar-text.ts'
import type { LunarDate } from './lunar-birth.ts'

/** Unit: lunar years for which every library and the astronomical reckoning agree. Source: DOMAIN 4.2. */
const lunarTable = { firstYear: 1901, lastYear: 2096 } as const

export function isWithinLunarTable(year: number): boolean {
  return year >= lunarTable.firstYear && year <= lunarTable.lastYear
}

/** The lunar day of a civil day. Source: GB/T 33661-2017. */
export function lunarDateOf(date: CalendarDate): LunarDate & { readonly year: number } {
  const { year, month, day } = dateParts(date)
  const lunar = Solar.fromYmd(year, month, day).getLunar()
  const lunarMonth = lunar.getMonth()
  return { year: lunar.getYear(), month: Math.abs(lunarMonth), day: lunar.getDay(), isLeap: lunarMonth < 0 }
}

/** Unit: years by the traditional count, which grows at the lunar new year. */
export function xusuiOn(birthOn: CalendarDate, on: CalendarDate): number {
  return lunarDateOf(on).year - lunarDateOf(birthOn).year + 1
}

/** Unit: days of that lunar month, or 0 when the year has no such month. */
export function daysInLunarMonth(year: number, month: number, isLeap: boolean): number {
  return daysOfMonths(year).get(isLeap ? -month : month) ?? 0
}

/** The library reckons a year anew each time, which a roster of thousands would wait for. */
const knownYears = new Map<number, ReadonlyMap<number, number>>()

function daysOfMonths(year: number): ReadonlyMap<number, number> {
  const known = knownYears.get(year)
  if (known !== undefined) return known
  const months = LunarYear.fromYear(year).getMonthsInYear()
  const days = new Map(months.map((month) => [month.getMonth(), month.getDayCount()]))
  knownYears.set(year, days)
  return days
}

/** The civil day of a lunar day, or undefined when that lunar day does not exist. */
export function calendarDateOfLunar(
  year: number,
  month: number,
  day: number,
  isLeap: boolean,
): CalendarDate | undefined {
  if (day < 1 || day > daysInLunarMonth(year, month, isLeap)) return undefined
  const solar = Lunar.fromYmd(year, isLeap ? -month : month, day).getSolar()
  return calendarDate(solar.getYear(), solar.getMonth(), solar.getDay())
}

type BirthdayOfLunar = Pick<LunarDate, 'month' | 'day' | 'isLeap'>

/** The next lunar birthday on or after a day: the leap month only where the year has it, day 30 becomes 29 in short months. */
export function nextLunarBirthday(birthday: BirthdayOfLunar, onOrAfter: CalendarDate): CalendarDate {
  const firstYear = lunarDateOf(onOrAfter).year
  for (let year = firstYear; year <= firstYear + 2; year += 1) {
    const date = lunarBirthdayIn(birthday, year)
    if (date >= onOrAfter) return date
  }
  throw new RangeError('no lunar birthday found')
}

/** The birthday of a lunar year: a leap month's where the year has it, day 30 on the last day of short months. */
export function lunarBirthdayIn({ month, day, isLeap }: BirthdayOfLunar, year: number): CalendarDate {
  const inLeapMonth = isLeap && daysInLunarMonth(year, month, true) > 0
  const lastDay = daysInLunarMonth(year, month, inLeapMonth)
  const date = calendarDateOfLunar(year, month, Math.min(day, lastDay), inLeapMonth)
  if (date === undefined) throw new RangeError('no such lunar month')
  return date
}

export type Festival =
  | 'newYearsDay'
  | 'laba'
  | 'layueNian'
  | 'newYearsEve'
  | 'springFestival'
  | 'lanternFestival'
  | 'dragonBoat'
  | 'midAutumn'
  | 'doubleNinth'

/** The library reckons anew each time, and every list of what is due asks for the same few days. */
const knownFestivals = new Map<string, CalendarDate>()

/**
 * The civil day of a festival that falls into that Gregorian winter or year. Source: DOMAIN 4.3.
 * Throws: RangeError outside the table.
 */
export function festivalOn(festival: Festival, year: number): CalendarDate {
  const key = `${festival} ${year}`
  const known = knownFestivals.get(key)
  if (known !== undefined) return known
  const on = reckonedFestival(festival, year)
  knownFestivals.set(key, on)
  return on
}

function reckonedFestival(festival: Festival, year: number): CalendarDate {
  switch (festival) {
    case 'newYearsDay':
      return calendarDate(year, 1, 1)
    case 'laba':
      return existing(year - 1, 12, 8)
    case 'layueNian':
      return existing(year - 1, 12, 29)
    case 'newYearsEve':
      // The last month has 29 days in many years, so its length is asked, never assumed.
      return existing(year - 1, 12, daysInLunarMonth(year - 1, 12, false))
    case 'springFestival':
      return existing(year, 1, 1)
    case 'lanternFestival':
      return existing(year, 1, 15)
    case 'dragonBoat':
      return existing(year, 5, 5)
    case 'midAutumn':
      return existing(year, 8, 15)
    case 'doubleNinth':
      return existing(year, 9, 9)
  }
}

function existing(year: number, month: number, day: number): CalendarDate {
  if (!isWithinLunarTable(year)) throw new RangeError('no lunar year of the table')
  const date = calendarDateOfLunar(year, month, day, false)
  if (date === undefined) throw new RangeError('no such lunar day')
  return date
}

export function formatLunar({ month, day, isLeap }: BirthdayOfLunar): string {
  return `${isLeap ? leapPrefix : ''}${lunarMonthNames[month - 1] ?? ''}${lunarDayNames[day - 1] ?? ''}`
}

/** Reads a lunar day written in words; undefined when it is not one. */
export function parseLunarText(text: string): LunarDate | undefined {
  const words = text.normalize('NFKC').replace(/\s+/g, '')
  const bare = words.startsWith(lunarDatePrefix) ? words.slice(lunarDatePrefix.length) : words
  const isLeap = bare.startsWith(leapPrefix)
  const rest = isLeap ? bare.slice(leapPrefix.length) : bare
  const figures = lunarFigures.exec(rest)
  const month = figures === null ? monthOf(rest) : Number(figures[1])
  const day = figures === null ? dayOf(rest) : Number(figures[2])
  if (month === undefined || day === undefined) return undefined
  return month >= 1 && month <= 12 && day >= 1 && day <= 30 ? { year: null, month, day, isLeap } : undefined
}

function monthOf(text: string): number | undefined {
  const word = monthWord(text)
  const position = lunarMonthNames.findIndex((name) => name === word)
  return position >= 0 ? position + 1 : lunarMonthAliases[word]
}

function dayOf(text: string): number | undefined {
  const word = text.slice(monthWord(text).length).replace(lunarDayEnd, '')
  const position = lunarDayNames.findIndex((name) => name === word)
  return position >= 0 ? position + 1 : lunarDayAliases[word]
}

function monthWord(text: string): string {
  return lunarMonthWord.exec(text)?.[0] ?? ''
}
