import { describe, expect, test } from 'vitest'
import { personSectionLabels } from '../../domain/labels/person-data.zh.ts'
import { personSections, type PersonData } from '../../domain/person-data.ts'
import { personBodyMm, personColumnsMm, personHeadingMm, personMm } from './person-data-columns.ts'
import { layOutPersonData } from './person-data-layout.ts'
import type { MeasureTexts } from './visit-list-layout.ts'

function aPaper(sections: PersonData['sections']): PersonData {
  return {
    committeeName: '幸福里社区居民委员会',
    residentName: '王秀英',
    idNumber: '',
    asker: 'self',
    note: '',
    printedOn: '2026-11-25',
    sections,
    stamp: null,
  }
}

/** Lines of 4.6 mm, with as many characters of 3.7 mm as the column holds. */
const measured: MeasureTexts = (texts, widthMm) =>
  new Map(
    [...texts].map((text) => [
      text,
      Math.max(1, Math.ceil(Array.from(text).length / Math.floor(widthMm / 3.7))) * 4.6,
    ]),
  )

describe('layOutPersonData', () => {
  test('the columns of every part fill the sheet, and every one has a heading', () => {
    const width = personMm.width - personMm.left - personMm.right
    for (const section of personSections) {
      expect(personColumnsMm[section].reduce((sum, each) => sum + each, 0)).toBe(width)
      expect(personSectionLabels[section].columns).toHaveLength(personColumnsMm[section].length)
    }
  })

  test('a part that has nothing says so, and the receipt stands at the end', () => {
    const { rows, sheets } = layOutPersonData(aPaper([{ section: 'phones', rows: [] }]), measured)
    expect(rows.map(({ cells }) => cells[0])).toEqual(['没有登记。'])
    expect(sheets).toEqual([
      [
        { kind: 'heading', groupIndex: 0, isContinued: false },
        { kind: 'row', index: 0 },
        { kind: 'heading', groupIndex: 1, isContinued: false },
        { kind: 'row', index: 1 },
      ],
    ])
  })

  test('nothing of an enormous record is cut, and no sheet is overfull', () => {
    const long = '长'.repeat(1999) + '尾'
    const lines = Array.from({ length: 900 }, (_, index) => String(index)).join('\n')
    const changes = Array.from({ length: 400 }, (_, index) => [
      '2026-11-25 09:00',
      '备注',
      index % 50 === 0 ? long : '旧',
      '新',
      '赵主任',
      '修改资料',
    ])
    const { rows, sheets } = layOutPersonData(
      aPaper([
        {
          section: 'record',
          rows: [
            ['备注', long],
            ['别的', lines],
          ],
        },
        { section: 'changes', rows: changes },
      ]),
      measured,
    )
    const told = rows.map(({ cells }) => cells.join('')).join('')
    expect(told.match(/尾/g)).toHaveLength(1 + 8)
    expect(told).toContain('899')
    expect(rows.slice(0, 3).map(({ isContinued }) => isContinued)).toEqual([false, true, true])
    const drawn = sheets.flat().filter(({ kind }) => kind === 'row')
    // One more for the receipt.
    expect(drawn).toHaveLength(rows.length + 1)
    for (const sheet of sheets) {
      const used = sheet.reduce(
        (sum, line) =>
          sum +
          (line.kind === 'heading' ? personHeadingMm : (rows[line.index]?.heightMm ?? personMm.receipt)),
        0,
      )
      expect(used).toBeLessThanOrEqual(personBodyMm)
    }
  })
})
