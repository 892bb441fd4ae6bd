import { expect, test } from 'vitest'
import { isPageWanted } from './wanted-pages.ts'

const pages = [0, 1, 2, 3, 4]

test('all pages are wanted where the address names none, else those from the first to the last', () => {
  expect(pages.filter(isPageWanted('#/print/roster'))).toEqual(pages)
  expect(pages.filter(isPageWanted('#/print/roster/2-4'))).toEqual([1, 2, 3])
  expect(pages.filter(isPageWanted('#/print/visitList/5-5'))).toEqual([4])
})
