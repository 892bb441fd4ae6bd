import { expect, test } from 'vitest'
import type { PopulationPaper } from '../../domain/population-paper.ts'
import { sheetLines } from '../../domain/population-sheet.ts'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { populationWorkbook } from './population-workbook.ts'

const lines = sheetLines(['partyMember']).map((line, index) => ({
  line,
  figures: { all: index * 10 + 3, men: index, women: 2 },
}))
const paper: PopulationPaper = {
  committeeName: '幸福里社区居民委员会',
  kept: { name: '年报', note: '报街道', madeAt: '2026-11-25T01:00:00.000Z', staffName: '赵主任' },
  sheet: {
    referenceOn: asCalendarDate('2026-11-01'),
    fromOn: asCalendarDate('2026-01-01'),
    householdCount: 1234,
    lines,
  },
  printedOn: '2026-11-25',
  stamp: { serial: '2026-3', printedBy: '赵主任', printedAt: '2026-11-25T01:00:00.000Z', head: '9-abc' },
}

async function rowsOf(workbook: ReturnType<typeof populationWorkbook>) {
  const rows: (readonly (string | number)[])[] = []
  for await (const row of workbook.rows) rows.push(row)
  return rows
}

test('has every line of the sheet once, with its figures as numbers, under the headings of the paper', async () => {
  const workbook = populationWorkbook(paper)
  const rows = await rowsOf(workbook)
  const isHeading = workbook.isHeading ?? (() => false)
  expect(rows.filter(isHeading).map(([heading]) => heading)).toEqual([
    '人口',
    '年龄（统计日的周岁）',
    '老年人累计',
    '人户状态',
    '关爱类别',
    '期间变动',
  ])
  const figures = rows.filter((row) => !isHeading(row))
  // The paper puts those of unknown age below the other ages.
  const byFirst = (one: readonly unknown[], other: readonly unknown[]) => Number(one[0]) - Number(other[0])
  expect(figures.map(([, ...numbers]) => numbers).sort(byFirst)).toEqual(
    lines.map(({ figures: { all, men, women } }) => [all, men, women]),
  )
  expect(figures[0]).toEqual(['总人数', 3, 0, 2])
  expect(rows.flat()).toContain('党员')
})

test('says whose sheet of which days it is, what counts, and who took it out when', () => {
  const { linesAbove, linesBelow, columns, page } = populationWorkbook(paper)
  expect(linesAbove?.[0]).toBe('幸福里社区居民委员会人口统计表')
  expect(linesAbove?.join()).toContain('年报')
  expect(linesAbove?.join()).toContain('2026年11月1日')
  expect(linesAbove?.join()).toContain('1,234 户')
  expect(columns.map(({ header }) => header)).toEqual(['项目', '合计', '男', '女'])
  expect(linesBelow?.join()).toContain('报街道')
  expect(linesBelow?.join()).toContain('单号：2026-3')
  expect(page).toEqual({ size: 'A4', orientation: 'portrait', isWhole: true })
})
