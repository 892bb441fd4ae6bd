import { expect, test } from 'vitest'
import { sheetGroups, sheetObstacle, usualSheets } from './sheet-choice.ts'

const sheets = [
  { name: '说明', rowCount: 40, layout: null },
  { name: '老人', rowCount: 30, layout: 1 },
  { name: '1号楼', rowCount: 20, layout: 2 },
  { name: '2号楼', rowCount: 20, layout: 2 },
  { name: '备用', rowCount: 1, layout: null },
]

test('sheets of one layout go together, whatever is no roster goes alone', () => {
  expect(sheetGroups(sheets)).toEqual([[0], [1], [2, 3], [4]])
})

test('the layout with the most rows is offered first, or else the first sheet', () => {
  expect(usualSheets(sheets)).toEqual([2, 3])
  expect(usualSheets(sheets.map((sheet) => ({ ...sheet, layout: null })))).toEqual([0])
})

test('says why a sheet can not be added to those that are chosen', () => {
  expect(sheets.map((_, index) => sheetObstacle(sheets, [2], index))).toEqual([
    'noHeading',
    'otherLayout',
    null,
    null,
    'noHeading',
  ])
  expect(sheetObstacle(sheets, [], 0)).toBeNull()
  expect(sheetObstacle(sheets, [0], 2)).toBe('otherLayout')
  expect(sheetObstacle(sheets, [0], 0)).toBeNull()
})
