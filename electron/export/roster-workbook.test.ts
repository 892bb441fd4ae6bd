import { expect, test } from 'vitest'
import { plainColumn, readyRosters } from '../../domain/ready-rosters.ts'
import type { Roster, RosterList } from '../../domain/roster.ts'
import { rosterWorkbook } from './roster-workbook.ts'

const roster: Roster = {
  ...readyRosters.residents,
  columns: [plainColumn('serial'), plainColumn('name'), { field: 'blank', heading: '签字', widthMm: 30 }],
}
const list: RosterList = {
  committeeName: '幸福里社区居民委员会',
  printedOn: '2026-11-25',
  referenceOn: '2026-12-31',
  columnNames: ['序号', '姓名', '空白栏'],
  stamp: { serial: '2026-3', printedBy: '赵主任', printedAt: '2026-11-25T01:00:00.000Z', head: '9-abc' },
  rows: [
    { group: '1号楼', cells: ['1', '王秀英', ''] },
    { group: '1号楼', cells: ['2', '李明', ''] },
    { group: '2号楼', cells: ['3', '张𠮷', ''] },
  ],
}

async function rowsOf(change: Partial<Roster>): Promise<string[]> {
  const rows: string[] = []
  for await (const row of rosterWorkbook({ roster: { ...roster, ...change }, list }).rows)
    rows.push(row.join('|'))
  return rows
}

test('has the very rows of the paper, and its groups and sums between them', async () => {
  expect(await rowsOf({})).toEqual(['1|王秀英|', '2|李明|', '3|张𠮷|'])
  expect(await rowsOf({ grouping: 'building', hasSubtotals: true })).toEqual([
    '1号楼||',
    '1|王秀英|',
    '2|李明|',
    '小计：2 人||',
    '2号楼||',
    '3|张𠮷|',
    '小计：1 人||',
    '合计：3 人||',
  ])
})

test('has the title, the names of the columns, and who took it out when', () => {
  const { linesAbove, columns, linesBelow, page } = rosterWorkbook({ roster, list })
  expect(linesAbove?.[0]).toBe('幸福里社区居民委员会居民花名册')
  expect(linesAbove?.[1]).toContain('截止日期：2026年12月31日')
  expect(columns.map(({ header }) => header)).toEqual(['序号', '姓名', '签字'])
  expect(linesBelow?.join()).toContain('单号：2026-3')
  expect(page).toEqual({ size: 'A4', orientation: 'landscape' })
})
