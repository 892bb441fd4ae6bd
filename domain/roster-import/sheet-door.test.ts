import { describe, expect, test } from 'vitest'
import { calendarDate } from '../calendar-date.ts'
import { noChoices } from '../import-choices.ts'
import type { SheetCell } from './roster-table.ts'
import { doorOfSheet } from './sheet-door.ts'
import { readWholeSheets } from './testing/read-whole-sheet.ts'

const todayOn = calendarDate(2026, 11, 25)

test('a sheet is named after a building, after a unit of one, or after anything else', () => {
  const names = ['3号楼', '３号楼花名册', '五栋', '3号楼2单元', '幸福里1号楼居民名单', '东楼', '平房']
  expect(names.map((name) => Object.values(doorOfSheet(name) ?? {}))).toEqual([
    ['3号楼', ''],
    ['3号楼', ''],
    ['5栋', ''],
    ['3号楼', '2'],
    ['幸福里1号楼', ''],
    ['东楼', ''],
    ['平房', ''],
  ])
  const others = ['Sheet1', '名单', '3-1', '3', '2单元', '党员（3号楼）', '2026年11月', '3号楼和5号楼']
  expect(others.filter((name) => doorOfSheet(name) !== null)).toEqual([])
})

function doors(headers: string[], rows: readonly (readonly SheetCell[])[], isBuildingFromSheet = true) {
  const sheet = { name: '3号楼', rows: [headers, ...rows], mergedAreas: [] }
  const reading = readWholeSheets([sheet], null, todayOn, { ...noChoices, isBuildingFromSheet })
  const places = reading.rows.map(({ draft: { dwelling, currentAddress } }) =>
    dwelling === null ? currentAddress : `${dwelling.building}|${dwelling.unit}|${dwelling.room}`,
  )
  return { places, sheetDoors: reading.sheetDoors, rows: reading.rows }
}

describe('the building that only the name of the sheet says', () => {
  test('goes with units and rooms that have columns, and can be declined', () => {
    const rows = [['王秀英', '1', '201']]
    expect(doors(['姓名', '单元', '室'], rows).places).toEqual(['3号楼|1|201'])
    expect(doors(['姓名', '单元', '室'], rows).rows[0]?.givenFields).toContain('building')
    const declined = doors(['姓名', '单元', '室'], rows, false)
    expect(declined.places).toEqual(['1 201'])
    expect(declined.sheetDoors).toEqual([{ building: '3号楼', unit: '' }])
  })

  test('goes before a short address, and never before one that names a place itself', () => {
    const addresses = ['1-201', '1单元201', '201室', '3-2-301', '5号楼1单元101', '文艺路25号']
    const { places } = doors(
      ['姓名', '住址'],
      addresses.map((address) => ['王秀英', address]),
    )
    expect(places).toEqual([
      '3号楼|1|201',
      '3号楼|1|201',
      '3号楼||201',
      '3号楼|2|301',
      '5号楼|1|101',
      '文艺路25号',
    ])
  })

  test('is all that is known of somebody of whom nothing else is said', () => {
    expect(doors(['姓名'], [['王秀英']]).places).toEqual(['3号楼||'])
    const rows = [
      ['王建国', '户主', '1', '201', ''],
      ['王秀英', '妻', '', '', ''],
      ['赵平', '', '', '', ''],
      ['钱进', '', '', '', '户在人不在'],
    ]
    // Who is only registered here does not live there.
    expect(doors(['姓名', '与户主关系', '单元', '室', '人户状态'], rows).places).toEqual([
      '3号楼|1|201',
      '3号楼|1|201',
      '3号楼||',
      '',
    ])
  })

  test('is said of a head, and not of those who join the head wherever that is', () => {
    const rows = [
      ['王建国', '王建国', '户主'],
      ['王秀英', '王建国', '妻'],
    ]
    expect(doors(['姓名', '户主姓名', '与户主关系'], rows).places).toEqual(['3号楼||', ''])
  })

  test('is asked of no sheet that has a column for it', () => {
    const read = doors(['姓名', '楼栋', '室'], [['王秀英', '', '201']])
    expect(read.sheetDoors).toEqual([])
    expect(read.places).toEqual(['201'])
  })
})
