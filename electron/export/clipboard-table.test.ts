import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { clipboardTable } from './clipboard-table.ts'

test('cells stand apart by tabs and rows by line ends, whatever the cells say', () => {
  const rows = [
    ['姓名', '住址'],
    ['王秀英', '1号楼\t2单元\n301'],
  ]
  expect(Papa.parse<string[]>(clipboardTable(rows), { delimiter: '\t' }).data).toEqual([
    ['姓名', '住址'],
    ['王秀英', '1号楼 2单元 301'],
  ])
})

test('what a spreadsheet program would make a formula, a date or another number of says that it is a text', () => {
  const texts = ['=1+1', '+86', '-3', '@A1', '3-1', '2/5', '0012', '610103194503021250', '1E5', '=a"b']
  const guarded = clipboardTable([texts]).split('\t')
  expect(guarded).toEqual([...texts.slice(0, -1).map((text) => `="${text}"`), '="=a""b"'])
  const plain = ['王秀英', '78', '0', '138****5678', '1号楼301', '']
  expect(clipboardTable([plain]).split('\t')).toEqual(plain)
})
