import { describe, expect, test } from 'vitest'
import type { VisitList, VisitListRow } from '../../domain/paper.ts'
import { namesWithMissingGlyphs } from './missing-glyphs.ts'
import { sheetBodyMm, sheetMm, visitListColumns } from './visit-list-columns.ts'
import { layOutVisitList, type MeasureTexts } from './visit-list-layout.ts'

function aRow(overrides: Partial<VisitListRow> = {}): VisitListRow {
  return {
    order: 1,
    building: '1号楼',
    name: '王秀英',
    sex: '女',
    age: 78,
    address: '1号楼2单元301室',
    phone: '13900000000',
    idNumber: '610103********1021',
    reasons: ['70岁及以上老人'],
    ...overrides,
  }
}

function aList(rows: readonly VisitListRow[]): VisitList {
  return {
    committeeName: '幸福里社区居民委员会',
    roundName: '2027年春节走访',
    cutoffOn: '2027-02-05',
    printedOn: '2026-11-25',
    stamp: null,
    rows: [...rows],
  }
}

/** Lines of 4.6 mm, one for each twenty characters. */
const twentyToALine: MeasureTexts = (texts) =>
  new Map([...texts].map((text) => [text, Math.max(1, Math.ceil(Array.from(text).length / 20)) * 4.6]))

describe('layOutVisitList', () => {
  test('the columns fill the sheet between its margins', () => {
    const widthMm = visitListColumns.reduce((sum, column) => sum + column.widthMm, 0)
    expect(widthMm).toBe(sheetMm.width - sheetMm.left - sheetMm.right)
  })

  test('a row has room for a signature, and grows with its longest text', () => {
    const long = '从小区东门进沿喷泉广场走到底再绕过便民超市后面'.repeat(3)
    const { rows } = layOutVisitList(aList([aRow(), aRow({ address: long })]), twentyToALine)
    expect(rows[0]?.heightMm).toBe(10)
    expect(rows[1]?.heightMm).toBeCloseTo(4 * 4.6 + 2 * sheetMm.cellPaddingY)
  })

  test('each distinct text of a column is measured once', () => {
    const measured: string[] = []
    const counting: MeasureTexts = (texts, widthMm) => {
      measured.push(...texts)
      return twentyToALine(texts, widthMm)
    }
    layOutVisitList(aList(Array.from({ length: 500 }, () => aRow())), counting)
    expect(measured).toHaveLength(5)
  })

  test('neighbours in walking order share the heading of their building', () => {
    const rows = ['1号楼', '1号楼', '2号楼', ''].map((building) => aRow({ building }))
    const { groups, sheets } = layOutVisitList(aList(rows), twentyToALine)
    expect(groups.map((group) => [group.building, group.rows.length])).toEqual([
      ['1号楼', 2],
      ['2号楼', 1],
      ['', 1],
    ])
    expect(sheets).toHaveLength(1)
  })

  test('a text longer than a sheet is set small and still gets one sheet', () => {
    const { rows, sheets } = layOutVisitList(aList([aRow({ reasons: ['长'.repeat(2000)] })]), twentyToALine)
    expect(rows[0]?.isDense).toBe(true)
    expect(rows[0]?.heightMm).toBeLessThanOrEqual(sheetBodyMm)
    expect(sheets).toHaveLength(1)
  })

  test('a list without people has no sheets', () => {
    expect(layOutVisitList(aList([]), twentyToALine).sheets).toEqual([])
  })
})

describe('namesWithMissingGlyphs', () => {
  test('whole characters of names and addresses are asked about, and a person is named once', () => {
    const rows = [
      aRow({ name: '张𠮷' }),
      aRow({ name: '李明', address: '㙓里1号' }),
      aRow({ name: '张𠮷' }),
      aRow({ name: '王平' }),
    ]
    const missing = new Set(['𠮷', '㙓'])
    expect(namesWithMissingGlyphs(rows, (character) => !missing.has(character))).toEqual(['张𠮷', '李明'])
  })
})
