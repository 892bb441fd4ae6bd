import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '../calendar-date.ts'
import { readWholeSheet } from './testing/read-whole-sheet.ts'

const todayOn = asCalendarDate('2026-11-25')
const header = ['户主姓名', '姓名', '与户主关系', '性别', '住址']

/** Shape: head's name, name, relation, address; answers name, door and the row each joins. */
function families(people: readonly (readonly [string, string, string, string])[]) {
  const rows = [header, ...people.map(([head, name, relation, door]) => [head, name, relation, '女', door])]
  const reading = readWholeSheet({ name: '名单', rows, mergedAreas: [] }, null, todayOn)
  return reading.rows.map(({ draft, headRowNumber }) => [draft.dwelling?.room ?? '', headRowNumber])
}

describe('the door of a family', () => {
  test('stands in the row of the head only, and holds for the relatives below', () => {
    expect(
      families([
        ['', '王平', '户主', '3-1-301'],
        ['', '李红', '妻', ''],
        ['', '王小', '子', ''],
        ['', '张三', '', ''],
        ['', '李四', '妻', ''],
      ]),
    ).toEqual([
      ['301', null],
      ['301', null],
      ['301', null],
      ['', null],
      ['', null],
    ])
  })

  test('is not taken for somebody whose own address is written', () => {
    expect(
      families([
        ['', '王平', '户主', '3-1-301'],
        ['', '王小', '子', '上海市某路'],
        ['', '李红', '妻', ''],
      ]),
    ).toEqual([
      ['301', null],
      ['', null],
      ['', null],
    ])
  })

  test('is not taken from a head whose address a spreadsheet program damaged', () => {
    const rows = [
      ['姓名', '与户主关系', '性别', '楼栋', '室'],
      ['王平', '户主', '男', '3号楼', '3月1日'],
      ['李红', '妻', '女', '', ''],
    ]
    const { rows: people } = readWholeSheet({ name: '名单', rows, mergedAreas: [] }, null, todayOn)
    expect(people.map(({ draft }) => draft.dwelling)).toEqual([
      { building: '3号楼', unit: '', room: '' },
      null,
    ])
  })
})

describe("the head's name", () => {
  test('finds the household among several at one door, whichever is written first', () => {
    expect(
      families([
        ['王平', '李红', '妻', '3-1-301'],
        ['赵大', '赵大', '户主', '3-1-301'],
        ['王平', '王平', '户主', '3-1-301'],
        ['赵大', '孙梅', '配偶', '3-1-301'],
      ]).map(([, headRowNumber]) => headRowNumber),
    ).toEqual([4, null, null, 3])
  })

  test('means the nearest head above where two bear it', () => {
    expect(
      families([
        ['王平', '王平', '户主', ''],
        ['赵大', '赵大', '户主', ''],
        ['王平', '李红', '妻', ''],
        ['王平', '王平', '户主', ''],
        ['王平', '孙梅', '', ''],
      ]).map(([, headRowNumber]) => headRowNumber),
    ).toEqual([null, null, 2, null, 5])
  })

  test('draws nobody out of a door of their own', () => {
    expect(
      families([
        ['王平', '王平', '户主', '3-1-301'],
        ['王平', '王小', '子', '5-2-502'],
      ]),
    ).toEqual([
      ['301', null],
      ['502', null],
    ])
  })

  test('that stands at the heads only ends at a head who names nobody', () => {
    expect(
      families([
        ['王平', '王平', '', ''],
        ['', '李红', '', ''],
        ['', '赵大', '户主', ''],
        ['', '孙梅', '', ''],
      ]).map(([, headRowNumber]) => headRowNumber),
    ).toEqual([null, 2, null, null])
  })
})
