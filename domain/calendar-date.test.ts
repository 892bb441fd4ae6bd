import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  calendarDateSchema,
  isCalendarDate,
  parseTypedDate,
  parseTypedPartialDate,
  partialDateSchema,
} from './calendar-date.ts'
import { anyText } from './testing/any-text.ts'

const dateText = anyText('0123456789-./年月日X １９', 12)
const faults = ['format', 'impossible', 'twoDigitYear']
const aDay = fc
  .integer({ min: -60_000, max: 80_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }))

/** Every way in which offices write a day. */
function writings({ year, month, day }: Temporal.PlainDate): string[] {
  const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'))
  const separated = ['-', '.', '/'].flatMap((dot) => [[year, month, day].join(dot), [year, mm, dd].join(dot)])
  return [...separated, `${year}${mm}${dd}`, `${year}年${month}月${day}日`, `${year} 年 ${mm} 月 ${dd} 日`]
}

const wide = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

describe('a typed day', () => {
  it('is read in every way it is written, wide characters too', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        for (const text of writings(day).flatMap((one) => [one, wide(one), ` ${one} `])) {
          expect([text, parseTypedDate(text)]).toEqual([text, { ok: true, date: day.toString() }])
          expect(parseTypedPartialDate(text)).toEqual({ ok: true, date: day.toString() })
        }
      }),
    )
  })
  it('is a day that exists or a named fault, whatever is typed', () => {
    fc.assert(
      fc.property(dateText, (text) => {
        const typed = parseTypedDate(text)
        if (typed.ok) expect(Temporal.PlainDate.from(typed.date).toString()).toBe(typed.date)
        else expect(faults).toContain(typed.reason)
      }),
      { numRuns: 3000 },
    )
  })
  it('names the day that is none, and never takes a year of two digits for a year', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99 }), fc.nat({ max: 13 }), fc.nat({ max: 32 }), (year, month, day) => {
        const short = `${String(year).padStart(2, '0')}.${month}.${day}`
        expect(parseTypedDate(short)).toEqual({ ok: false, reason: 'twoDigitYear' })
        const long = parseTypedDate(`19${String(year).padStart(2, '0')}.${month}.${day}`)
        const isDay =
          month >= 1 &&
          month <= 12 &&
          day >= 1 &&
          day <= new Date(Date.UTC(1900 + year, month, 0)).getUTCDate()
        expect(long.ok ? 'day' : long.reason).toBe(isDay ? 'day' : 'impossible')
      }),
    )
  })
})

describe('a typed date of which only a part may be known', () => {
  it('is read back as it is kept, whatever it is', () => {
    fc.assert(
      fc.property(dateText, (text) => {
        const typed = parseTypedPartialDate(text)
        if (!typed.ok) {
          expect(faults).toContain(typed.reason)
          return
        }
        expect(partialDateSchema.parse(typed.date)).toBe(typed.date)
        expect(parseTypedPartialDate(typed.date)).toEqual(typed)
      }),
      { numRuns: 3000 },
    )
  })
  it('keeps a year alone, a month and a day without a year', () => {
    fc.assert(
      fc.property(aDay, ({ year, month, day }) => {
        const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'))
        const readings = [
          [`${year}`, `${year}`],
          [`${year}年`, `${year}`],
          [`${year}.${month}`, `${year}-${String(mm)}`],
          [`${year}年${month}月`, `${year}-${String(mm)}`],
          [`XXXX-${String(mm)}-${String(dd)}`, `XXXX-${String(mm)}-${String(dd)}`],
        ]
        for (const [text = '', kept] of readings)
          expect([text, parseTypedPartialDate(text)]).toEqual([text, { ok: true, date: kept }])
      }),
    )
  })
})

describe('the schemas', () => {
  it('take what exists and refuse the rest, whatever they are given', () => {
    fc.assert(
      fc.property(fc.oneof(dateText, fc.anything()), (value) => {
        const isDay = typeof value === 'string' && isCalendarDate(value)
        expect(calendarDateSchema.safeParse(value).success).toBe(isDay)
        // A whole day is the most that can be known.
        if (isDay) expect(partialDateSchema.safeParse(value).success).toBe(true)
      }),
    )
  })
})
