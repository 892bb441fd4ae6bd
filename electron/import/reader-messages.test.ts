import { expect, test } from 'vitest'
import { longestCell, sheetLimits } from '../../domain/roster-import/roster-table.ts'
import { messageLimits, readerMessageSchema } from './reader-messages.ts'

const isTaken = (rows: unknown) =>
  readerMessageSchema.safeParse({ kind: 'rows', rows, doneCount: 1, totalCount: 2 }).success

test('rows of texts, numbers, days and nothing are taken', () => {
  expect(
    isTaken([
      ['赵平', 7, -0.5, null, { dateOn: '1945-03-02' }, { dateOn: '1945-03-01', shows: 'month' }],
      [],
    ]),
  ).toBe(true)
  expect(isTaken([['长'.repeat(longestCell + 1)]])).toBe(true)
})

// A list with a hole in it, as only a process that was taken over would send it.
const hole: unknown[] = []
hole[1] = '赵平'

test.each([
  ['no list', '赵平'],
  ['a row that is none', ['赵平']],
  ['a hole', [hole]],
  ['a row that is missing', [undefined]],
  ['a flag', [[true]]],
  ['no number', [[NaN]]],
  ['an endless number', [[Infinity]]],
  ['a list in a cell', [[['赵平']]]],
  ['a day with something beside it', [[{ dateOn: '1945-03-02', more: 1 }]]],
  ['a day that is none', [[{ dateOn: 19450302 }]]],
  ['a function', [[() => undefined]]],
  ['a text that is too long', [['长'.repeat(longestCell + 2)]]],
  ['a row that is too wide', [Array.from({ length: sheetLimits.columns + 1 }, () => null)]],
  ['too many rows', Array.from({ length: messageLimits.rows + 1 }, () => [])],
])('%s is refused', (_, rows) => {
  expect(isTaken(rows)).toBe(false)
})
