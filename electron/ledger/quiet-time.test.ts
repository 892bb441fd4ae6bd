import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aLedgerFolder } from '../../db/testing/ledger-fixture.ts'
import { createDesk, deskNow, leaveDesk, recordDenied, tidyDesk } from './desk.ts'
import { startQuietTime } from './quiet-time.ts'

const committee = { committeeName: '幸福里社区居民委员会', streetOfficeName: '', phone: '' }
const director = { name: '赵主任', password: 'luohua-tixiang-58' }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
})

afterEach(() => {
  leaveDesk()
  vi.useRealTimers()
})

/** A desk at which something has just been written. */
async function aDeskAfterWork() {
  const filePath = join(aLedgerFolder(), '台账.db')
  await createDesk({ filePath, committee, isSample: false, director })
  await recordDenied({ channel: 'staff.add' })
  return { walByteCount: () => statSync(`${filePath}-wal`).size }
}

test('a minute after the last request everything that was written is in the one file', async () => {
  const { walByteCount } = await aDeskAfterWork()
  const { touched } = startQuietTime(tidyDesk)
  expect(walByteCount()).toBeGreaterThan(0)

  touched()
  vi.advanceTimersByTime(60_000)
  expect(walByteCount()).toBeGreaterThan(0)

  vi.advanceTimersByTime(60_000)
  expect(walByteCount()).toBe(0)
})

test('a ledger that somebody just writes into is left alone', async () => {
  const { walByteCount } = await aDeskAfterWork()
  startQuietTime(tidyDesk)
  const raw = deskNow()?.ledger.raw
  raw?.exec('BEGIN IMMEDIATE')

  vi.advanceTimersByTime(120_000)
  raw?.exec('ROLLBACK')

  expect(walByteCount()).toBeGreaterThan(0)
})
