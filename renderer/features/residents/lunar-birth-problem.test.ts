import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import { lunarBirthProblem } from './lunar-birth-problem.ts'

const typed = (year: string, month: string | null, day: string | null, isLeap = false) =>
  lunarBirthProblem({ year, month, day, isLeap })

describe('a lunar birthday as it is typed', () => {
  it.each([
    ['', '12', '30'],
    // The last month of 2024 ended on day 29, that of 2023 on day 30.
    ['2024', '12', '29'],
    ['2023', '12', '30'],
    ['', null, null],
  ])('accepts year %j month %s day %s', async (year, month, day) => {
    expect(await typed(year, month, day)).toEqual({})
  })

  it('knows the leap months', async () => {
    // 2025 has a leap sixth month of 29 days, 2024 has none.
    expect(await typed('2025', '6', '29', true)).toEqual({})
    expect(await typed('2025', '6', '30', true)).toEqual({
      'lunarBirth.day': fieldProblems.lunarDayMissing('2025', '闰六月', 29),
    })
    expect(await typed('2024', '6', '1', true)).toEqual({
      'lunarBirth.month': fieldProblems.lunarMonthMissing('2024', '闰六月'),
    })
  })

  it('refuses the thirtieth of a short month', async () => {
    expect(await typed('2024', '12', '30')).toEqual({
      'lunarBirth.day': fieldProblems.lunarDayMissing('2024', '腊月', 29),
    })
  })

  it('wants month and day together', async () => {
    expect(await typed('', '11', null)).toEqual({ 'lunarBirth.day': fieldProblems.lunarDate })
    expect(await typed('', null, '3')).toEqual({ 'lunarBirth.month': fieldProblems.lunarDate })
    expect(await typed('1945', null, null)).toEqual({ 'lunarBirth.month': fieldProblems.lunarDate })
  })

  it.each(['45', '19450'])('refuses the year %s', async (year) => {
    expect(await typed(year, '1', '1')).toEqual({ 'lunarBirth.year': fieldProblems.lunarYear })
  })

  it.each(['1900', '2097'])('refuses the year %s, of which no table is sure', async (year) => {
    expect(await typed(year, '1', '1')).toEqual({ 'lunarBirth.year': fieldProblems.lunarYearOutside })
  })
})
