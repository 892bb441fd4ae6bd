import { expect, test } from 'vitest'
import { median, percentile } from './statistics.ts'

test('the median of an odd and of an even number of values', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

// The same as numpy.percentile(range(1, 101), 95).
test('the 95th percentile lies between neighbours', () => {
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => 100 - index),
      95,
    ),
  ).toBeCloseTo(95.05, 10)
  expect(percentile([7], 95)).toBe(7)
})

test('nothing has no median', () => {
  expect(() => median([])).toThrow(RangeError)
})
