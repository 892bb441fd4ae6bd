import { expect, test } from 'vitest'
import { retryWhileBusy } from './retry-while-busy.ts'

function errorOf(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** Fails as often as asked, then works; tells how often it was tried. */
function held(code: string, failureCount: number) {
  const seen = { tries: 0 }
  const work = () => {
    seen.tries += 1
    if (seen.tries <= failureCount) throw errorOf(code)
    return 'done'
  }
  return { seen, work }
}

test.each(['EPERM', 'EBUSY', 'EACCES'])('a file held for a moment (%s) is waited for', async (code) => {
  const { seen, work } = held(code, 2)
  expect(await retryWhileBusy(work)).toBe('done')
  expect(seen.tries).toBe(3)
})

test('a file held for good is given up after twenty tries in two seconds', async () => {
  const { seen, work } = held('EBUSY', 1000)
  const startedAt = performance.now()
  await expect(retryWhileBusy(work)).rejects.toThrow('EBUSY')
  expect(seen.tries).toBe(20)
  expect(performance.now() - startedAt).toBeGreaterThan(1800)
})

test('any other error is not worth a second try', async () => {
  const { seen, work } = held('ENOSPC', 1)
  await expect(retryWhileBusy(work)).rejects.toThrow('ENOSPC')
  expect(seen.tries).toBe(1)
})
