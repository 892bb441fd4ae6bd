import { expect, test } from 'vitest'
import { retryWhileBlocked, retryWhileBlockedSync, retryWhileBusy } from './retry-while-busy.ts'

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

test.each(['ENOSPC', 'ENOENT'])('any other error (%s) is not worth a second try', async (code) => {
  const { seen, work } = held(code, 1)
  await expect(retryWhileBusy(work)).rejects.toThrow(code)
  expect(seen.tries).toBe(1)
})

test.each(['EPERM', 'EBUSY', 'EACCES', 'ENOENT', 'EBADF'])(
  'a file that must be there and is hidden for a moment (%s) is waited for',
  async (code) => {
    expect(await retryWhileBlocked(held(code, 2).work)).toBe('done')
    expect(retryWhileBlockedSync(held(code, 2).work)).toBe('done')
  },
)

test('a thread that nobody waits for gives up after two seconds as well', () => {
  const { seen, work } = held('EBUSY', 1000)
  const startedAt = performance.now()
  expect(() => retryWhileBlockedSync(work)).toThrow('EBUSY')
  expect(seen.tries).toBe(20)
  expect(performance.now() - startedAt).toBeGreaterThan(1800)
})
