import fc from 'fast-check'
import { LunarDay, LunarMonth, type SolarDay } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import { addDays, asCalendarDate } from './calendar-date.ts'
import { lunarDateSchema } from './lunar-birth.ts'
import {
  calendarDateOfLunar,
  daysInLunarMonth,
  formatLunar,
  lunarDateOf,
  nextLunarBirthday,
  parseLunarText,
} from './lunar-date.ts'
import { anyText } from './testing/any-text.ts'

const birthday = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 30 }),
  isLeap: fc.boolean(),
})
const year = fc.integer({ min: 1930, max: 2060 })

describe('a lunar day in words', () => {
  it('is read as it was printed', () => {
    fc.assert(
      fc.property(birthday, (one) => {
        for (const text of [
          formatLunar(one),
          `农历${formatLunar(one)}`,
          `${one.isLeap ? '闰' : ''}${one.month}月${one.day}日`,
        ])
          expect([text, parseLunarText(text)]).toEqual([text, { year: null, ...one }])
      }),
    )
  })
  it('is a lunar day or nothing, whatever is written', () => {
    fc.assert(
      fc.property(anyText('农历闰正二三四五六七八九十冬腊月初廿卅日0123456789 ', 12), (text) => {
        const read = parseLunarText(text)
        if (read === undefined) return
        expect(lunarDateSchema.parse(read)).toEqual(read)
        expect(parseLunarText(formatLunar(read))).toEqual(read)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('lunar months and days', () => {
  it('have as many days as a second library says, leap months too', () => {
    fc.assert(
      fc.property(year, birthday, (of, { month, day, isLeap }) => {
        const other = secondLibrary(of, isLeap ? -month : month)
        expect(daysInLunarMonth(of, month, isLeap)).toBe(other?.getDayCount() ?? 0)
        const date = calendarDateOfLunar(of, month, day, isLeap)
        expect(date !== undefined).toBe(other !== undefined && day <= other.getDayCount())
        if (date === undefined) return
        const solar = LunarDay.fromYmd(of, isLeap ? -month : month, day).getSolarDay()
        expect(date).toBe(textOf(solar))
        expect(lunarDateOf(date)).toEqual({ year: of, month, day, isLeap })
      }),
    )
  })
})

describe('the next lunar birthday', () => {
  it('is the first of the birthdays that a second library counts out', () => {
    fc.assert(
      fc.property(birthday, year, fc.nat({ max: 364 }), (one, from, days) => {
        const onOrAfter = addDays(asCalendarDate(`${from}-01-01`), days)
        const expected = [from - 1, from, from + 1, from + 2]
          .map((lunarYear) => birthdayIn(lunarYear, one))
          .filter((date) => date >= onOrAfter)
          .sort()[0]
        expect(nextLunarBirthday(one, onOrAfter)).toBe(expected)
      }),
    )
  })
})

/** The library throws for months that do not exist. */
function secondLibrary(of: number, month: number): LunarMonth | undefined {
  try {
    return LunarMonth.fromYm(of, month)
  } catch {
    return undefined
  }
}

function birthdayIn(
  of: number,
  { month, day, isLeap }: { month: number; day: number; isLeap: boolean },
): string {
  const leap = isLeap ? secondLibrary(of, -month) : undefined
  const there = leap ?? LunarMonth.fromYm(of, month)
  const last = Math.min(day, there.getDayCount())
  return textOf(LunarDay.fromYmd(of, there.getMonthWithLeap(), last).getSolarDay())
}

function textOf(solar: SolarDay): string {
  const [month, day] = [solar.getMonth(), solar.getDay()].map((part) => String(part).padStart(2, '0'))
  return `${solar.getYear()}-${String(month)}-${String(day)}`
}
