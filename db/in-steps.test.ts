import { expect, test } from 'vitest'
import { inSteps } from './in-steps.ts'

const patient = { isCancelled: () => false }

function* countingTo(last: number): Generator<number, string, undefined> {
  for (let count = 1; count <= last; count += 1) yield count
  return 'counted'
}

test('others have their turn between two steps', async () => {
  const order: (number | string)[] = []
  const other = setInterval(() => order.push('other'), 0)
  setImmediate(() => order.push('waiting'))
  expect(await inSteps(countingTo(2), patient, (count) => order.push(count))).toBe('counted')
  clearInterval(other)
  expect(order.indexOf('waiting')).toBeLessThan(order.indexOf(2))
})

test('a wish to stop is heard at the next step', async () => {
  const seen: number[] = []
  const work = inSteps(countingTo(5), { isCancelled: () => seen.length === 2 }, (count) => seen.push(count))
  await expect(work).rejects.toMatchObject({ failure: { code: 'cancelled' } })
  expect(seen).toEqual([1, 2])
})
