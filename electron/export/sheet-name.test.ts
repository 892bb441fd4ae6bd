import { expect, test } from 'vitest'
import { sheetName } from './sheet-name.ts'

test.each([
  ['居民名单', '居民名单'],
  ["[1]号楼/2:甲*乙?丙\\'丁'", '1 号楼 2 甲 乙 丙  丁'],
  ['名'.repeat(40), '名'.repeat(31)],
  // Each of these takes two of the 31 places.
  ['𠮷'.repeat(20), '𠮷'.repeat(15)],
  ['名'.repeat(29) + '𠮷', '名'.repeat(29) + '𠮷'],
  ['名'.repeat(30) + '𠮷', '名'.repeat(30)],
  ['名'.repeat(30) + ' 名', '名'.repeat(30)],
  [' ??? ', '1'],
])('%s becomes a name that a sheet may have', (text, name) => {
  expect(sheetName(text)).toBe(name)
})
