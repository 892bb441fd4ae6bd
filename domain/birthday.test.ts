import { describe, expect, test } from 'vitest'
import { birthdaysBetween, roundBirthdaysIn } from './birthday.ts'
import { asCalendarDate, partialDateSchema } from './calendar-date.ts'

const d = asCalendarDate
const born = (
  birthWhen: string,
  lunar?: readonly [month: number, day: number, isLeap?: boolean, year?: number],
) => ({
  birthWhen: partialDateSchema.parse(birthWhen),
  lunarBirth:
    lunar === undefined
      ? null
      : { month: lunar[0], day: lunar[1], isLeap: lunar[2] ?? false, year: lunar[3] ?? null },
})
const days = (
  person: ReturnType<typeof born>,
  from: string,
  to: string,
  calendar: 'own' | 'gregorian' | 'lunar' = 'own',
) => birthdaysBetween(person, calendar, d(from), d(to)).map(({ on, turning, xusui }) => [on, turning, xusui])

describe('a Gregorian birthday', () => {
  test('of 29 February is the 28th in common years', () => {
    expect(days(born('1936-02-29'), '2026-01-01', '2028-12-31')).toEqual([
      ['2026-02-28', 90, 91],
      ['2027-02-28', 91, 92],
      ['2028-02-29', 92, 93],
    ])
  })

  test('around the turn of the year is found from both sides', () => {
    expect(days(born('1936-01-02'), '2026-12-27', '2027-01-05')).toEqual([['2027-01-02', 91, 92]])
    expect(days(born('1936-12-30'), '2026-12-27', '2027-01-05')).toEqual([['2026-12-30', 90, 91]])
  })

  test('without a year has no age, and without a day is none', () => {
    expect(days(born('XXXX-02-29'), '2027-02-01', '2027-03-01')).toEqual([['2027-02-28', null, null]])
    expect(days(born('1936-03'), '2027-01-01', '2027-12-31')).toEqual([])
  })
})

describe('a lunar birthday', () => {
  test('worked example 20: of a leap month, in the month itself where the year has none', () => {
    expect(days(born('1936-04-25', [3, 5, true]), '2026-01-01', '2031-12-31')).toEqual([
      ['2026-04-21', 90, 91],
      ['2027-04-11', 91, 92],
      ['2028-03-30', 92, 93],
      ['2029-04-18', 93, 94],
      ['2030-04-07', 94, 95],
      ['2031-04-26', 95, 96],
    ])
  })

  test('worked example 21: of the 30th of the twelfth month is the 29th in short ones, before the lunar new year', () => {
    expect(days(born('1935-02-03', [12, 30]), '2026-01-01', '2030-12-31').map(([on]) => on)).toEqual([
      '2026-02-16',
      '2027-02-05',
      '2028-01-25',
      '2029-02-12',
      '2030-02-02',
    ])
  })

  test('worked example 19', () => {
    expect(days(born('1933-07-22', [5, 30, true]), '2026-01-01', '2028-12-31').map(([on]) => on)).toEqual([
      '2026-07-13',
      '2027-07-03',
      '2028-07-21',
    ])
  })

  test('counts from the lunar year next to the registered birth, also where that is a lunar day written as a Gregorian one', () => {
    expect(days(born('1936-01-20', [1, 20]), '2026-02-01', '2026-04-01')).toEqual([['2026-03-08', 90, 91]])
  })

  test('is left aside where only the Gregorian one counts', () => {
    expect(days(born('1936-04-25', [3, 5, true]), '2026-04-01', '2026-04-30', 'gregorian')).toEqual([
      ['2026-04-25', 90, 91],
    ])
    expect(days(born('1936-04-25'), '2026-04-01', '2026-04-30', 'lunar')).toEqual([])
  })
})

test('who turns 90, 95 or 100 in a year is known by either calendar', () => {
  const turning = (person: ReturnType<typeof born>, year: number) =>
    roundBirthdaysIn(person, 'own', year).map((birthday) => birthday.turning)
  expect([turning(born('1926-11-25'), 2026), turning(born('1931-05-01'), 2026)]).toEqual([[100], [95]])
  expect([turning(born('1936-04-25', [3, 5, true]), 2026), turning(born('1937-01-01'), 2026)]).toEqual([
    [90],
    [],
  ])
})
