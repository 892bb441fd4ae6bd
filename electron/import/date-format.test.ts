import { expect, test } from 'vitest'
import { shownByFormat } from './date-format.ts'

test.each([
  ['yyyy-mm-dd', undefined],
  ['yyyy/m/d h:mm', undefined],
  ['yyyy"\u5e74"m"\u6708"d"\u65e5";@', undefined],
  ['[$-804]yyyy"\u5e74"m"\u6708"d"\u65e5"', undefined],
  ['m/d/yy', undefined],
  ['dd\\.mm\\.yyyy', undefined],
  ['yyyy"\u5e74"m"\u6708"', 'month'],
  ['yyyy\\\u5e74m\\\u6708;@', 'month'],
  ['mmm-yy', 'month'],
  ['yyyy-mm', 'month'],
  ['yyyy', 'year'],
  ['m"\u6708"d"\u65e5"', 'monthDay'],
  ['d-mmm', 'monthDay'],
  ['h:mm:ss', undefined],
  ['[Red]yyyy-mm', 'month'],
  ['General', undefined],
  [undefined, undefined],
])('%s shows %s', (format, shown) => {
  expect(shownByFormat(format)).toBe(shown)
})

test.each([
  [57, 'month'],
  [58, 'monthDay'],
  [31, undefined],
  [14, undefined],
])('format number %i shows %s, as a Chinese program writes it', (id, shown) => {
  expect(shownByFormat('m/d/yy', id)).toBe(shown)
})
