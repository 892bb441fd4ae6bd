import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { aLedgerFolder } from '../../db/testing/ledger-fixture.ts'
import { startLedgerDoor, type LedgerDoor } from './ledger-door.ts'

const committee = { committeeName: '幸福里社区居民委员会', streetOfficeName: '太乙路街道', phone: '' }
const director = { name: '赵主任', password: 'luohua-tixiang-58' }
const interrupted = { ok: false, failure: { code: 'ledgerInterrupted' } }
const opened: LedgerDoor[] = []

vi.setConfig({ testTimeout: 90_000 })

afterEach(async () => {
  for (const door of opened.splice(0)) await door.end()
})

/** The real door with the real worker, whose end is in the test's hands. */
function aDoor() {
  const workers: Worker[] = []
  const reports: string[] = []
  let lostCount = 0
  let progressCount = 0
  const door = startLedgerDoor({
    launch: () => {
      const worker = new Worker(new URL('./ledger-worker.ts', import.meta.url))
      workers.push(worker)
      return worker
    },
    onProgress: () => (progressCount += 1),
    onDeskNews: () => undefined,
    report: (where) => reports.push(where),
    onLost: () => (lostCount += 1),
  })
  opened.push(door)
  return {
    door,
    reports,
    workers,
    lostCount: () => lostCount,
    progressCount: () => progressCount,
    kill: async () => workers.at(-1)?.terminate(),
  }
}

test('a worker killed in the middle of writing fails what was asked and leaves a ledger that opens whole', async () => {
  const { door, kill, lostCount, reports, progressCount } = aDoor()
  const filePath = join(aLedgerFolder(), '台账.db')
  const writing = door.ask('create', { filePath, committee, isSample: true, director })
  await expect.poll(progressCount, { timeout: 60_000, interval: 5 }).toBeGreaterThan(2)
  const asked = door.ask('profile', {})
  await kill()
  expect(await writing).toEqual(interrupted)
  expect(await asked).toEqual(interrupted)
  expect({ lost: lostCount(), reports }).toEqual({ lost: 1, reports: ['ledger worker'] })

  // The next question finds a new worker; the file's lock went with the old one.
  expect(await door.ask('profile', {})).toMatchObject({ ok: false, failure: { code: 'ledgerNotOpen' } })
  // One transaction: nothing of the sample came through half.
  expect(await door.ask('signIn', { filePath, staffId: 1, password: director.password })).toMatchObject({
    ok: true,
    value: { isSample: true, residentCount: 0 },
  })
})

test('a worker killed while idle is replaced at the next question', async () => {
  const { door, kill, workers } = aDoor()
  const filePath = join(aLedgerFolder(), '台账.db')
  expect((await door.ask('create', { filePath, committee, isSample: false, director })).ok).toBe(true)
  await kill()
  expect(await door.ask('signIn', { filePath, staffId: 1, password: director.password })).toMatchObject({
    ok: true,
    value: { residentCount: 0 },
  })
  expect(workers).toHaveLength(2)
})

test('a question asked while the worker is going down fails at once and does not wait for ever', async () => {
  const { door, kill } = aDoor()
  const killed = kill()
  expect(await door.ask('profile', {})).toEqual(interrupted)
  await killed
})

test('ending the door is no loss', async () => {
  const { door, lostCount, reports } = aDoor()
  await door.end()
  expect({ lost: lostCount(), reports }).toEqual({ lost: 0, reports: [] })
})
