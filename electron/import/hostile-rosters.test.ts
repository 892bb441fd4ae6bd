import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { fileAt, readRosterThrough, readerLimits } from './reader-process.ts'
import { hostileRosters } from './testing/hostile-rosters.ts'
import { startNodeReader } from './testing/node-reader.ts'

vi.setConfig({ testTimeout: 90_000 })

const folder = mkdtempSync(join(tmpdir(), 'linli 花名册-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Main's thread is this test's: the longest it worked without answering; time the machine gave to others is not its. */
let longestWorkMs = 0
let workedMs = 0
let ping: NodeJS.Timeout
beforeAll(() => {
  ping = setInterval(() => {
    const { user, system } = process.cpuUsage()
    const now = (user + system) / 1000
    longestWorkMs = Math.max(longestWorkMs, now - workedMs)
    workedMs = now
  }, 10)
})
afterAll(() => clearInterval(ping))

async function endingOf(path: string) {
  const reader = startNodeReader()
  const ended = new Promise<void>((resolve) => reader.onExit(resolve))
  let rowCount = 0
  await setTimeout(30)
  longestWorkMs = 0
  const startedAt = performance.now()
  const ending = await readRosterThrough(reader, fileAt(path), {
    onPart: async (part) => {
      rowCount += part.kind === 'rows' ? part.rows.length : 0
    },
  }).then(
    () => 'read',
    (error: unknown) => (error instanceof FailureError ? error.failure.code : String(error)),
  )
  const tookMs = performance.now() - startedAt
  const workMs = longestWorkMs
  await ended
  return { ending, rowCount, tookMs, workMs, peakBytes: reader.peakBytes() }
}

test.each(hostileRosters)('$name: $ending', async ({ fileName, ending, bytes }) => {
  const path = join(folder, fileName)
  writeFileSync(path, bytes())
  const outcome = await endingOf(path)
  expect(outcome.ending).toBe(ending)
  expect(outcome.tookMs).toBeLessThan(readerLimits.timeMs)
  expect(outcome.workMs).toBeLessThan(200)
  // What the system's own counting lags behind is the only excess.
  expect(outcome.peakBytes).toBeLessThan(readerLimits.memoryBytes * 1.5)
})

const small = { timeMs: readerLimits.timeMs, memoryBytes: readerLimits.memoryBytes }

test('a reader that hangs is ended at the time limit', async () => {
  const path = join(folder, 'a.csv')
  writeFileSync(path, '姓名\n')
  const reader = startNodeReader()
  const ended = new Promise<void>((resolve) => reader.onExit(resolve))
  process.kill(reader.pid, 'SIGSTOP')
  await expect(
    readRosterThrough(reader, fileAt(path), {
      onPart: async () => undefined,
      limits: { ...small, timeMs: 300 },
    }),
  ).rejects.toMatchObject({ failure: { code: 'fileReadTimedOut' } })
  await ended
})

test('a reader that grows beyond its memory is ended', async () => {
  const path = join(folder, 'a.csv')
  writeFileSync(path, '姓名\n'.repeat(90_000))
  const reader = startNodeReader()
  const ended = new Promise<void>((resolve) => reader.onExit(resolve))
  await expect(
    readRosterThrough(reader, fileAt(path), {
      onPart: async () => undefined,
      limits: { ...small, memoryBytes: 1024 },
    }),
  ).rejects.toMatchObject({ failure: { code: 'fileTooLarge' } })
  await ended
})

test('a reader is ended on cancel, even one that hears nothing', async () => {
  const path = join(folder, 'a.csv')
  writeFileSync(path, '姓名\n')
  const reader = startNodeReader()
  const ended = new Promise<void>((resolve) => reader.onExit(resolve))
  process.kill(reader.pid, 'SIGSTOP')
  const controller = new AbortController()
  const reading = readRosterThrough(reader, fileAt(path), {
    onPart: async () => undefined,
    signal: controller.signal,
  })
  await setTimeout(50)
  controller.abort()
  await expect(reading).rejects.toMatchObject({ failure: { code: 'cancelled' } })
  await ended
})

test('what a reader taken over sends is believed only as far as the schema goes', async () => {
  for (const message of [
    null,
    { kind: 'rows', rows: [[{ dateOn: 1 }]], doneCount: 1, totalCount: 1 },
    { kind: 'rows', rows: new Array(1001).fill([]), doneCount: 1, totalCount: 1 },
    { kind: 'sheet', name: 'x'.repeat(1001), mergedAreas: [] },
    { kind: 'failure', failure: { code: 'surprise' } },
  ]) {
    let say: (data: unknown) => void = () => undefined
    let isKilled = false
    const reading = readRosterThrough(
      {
        post: () => say(message),
        onMessage: (listener) => (say = listener),
        onExit: () => undefined,
        memoryBytes: () => 0,
        kill: () => (isKilled = true),
      },
      fileAt('a.csv'),
      { onPart: async () => undefined },
    )
    await expect(reading).rejects.toMatchObject({ failure: { code: 'fileUnreadable' } })
    expect(isKilled).toBe(true)
  }
})
