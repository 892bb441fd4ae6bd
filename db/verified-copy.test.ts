import { randomBytes } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { FailureError } from '../domain/failure.ts'
import { aLedgerFolder } from './testing/ledger-fixture.ts'
import { copyVerified } from './verified-copy.ts'

let from: string
let folder: string
let to: string
let bytes: Buffer
const seen: (readonly [number, number])[] = []

beforeEach(() => {
  from = join(aLedgerFolder(), '台账.db')
  folder = aLedgerFolder()
  to = join(folder, '新 台账😀.db')
  bytes = randomBytes(2_500_000)
  writeFileSync(from, bytes)
  seen.length = 0
})

interface Turns {
  readonly onChunk?: (doneCount: number) => void
  readonly signal?: AbortSignal
  readonly to?: string
}

async function outcome({ onChunk, signal = new AbortController().signal, to: target = to }: Turns = {}) {
  try {
    await copyVerified({
      from,
      to: target,
      signal,
      onProgress: (doneCount, totalCount) => {
        seen.push([doneCount, totalCount])
        onChunk?.(doneCount)
      },
    })
    return 'copied'
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : error
  }
}

test('a copy holds every byte, and nothing else is left beside it', async () => {
  expect(await outcome()).toBe('copied')
  expect(readFileSync(to).equals(bytes)).toBe(true)
  expect(readdirSync(folder)).toEqual(['新 台账😀.db'])
})

test('progress counts writing and reading back, up to all of it', async () => {
  await outcome()
  expect(seen.at(-1)).toEqual([5_000_000, 5_000_000])
  expect(seen.map(([doneCount]) => doneCount)).toEqual([1048576, 2097152, 2500000, 3548576, 4597152, 5000000])
})

test('an empty file is a file too', async () => {
  writeFileSync(from, '')
  expect(await outcome()).toBe('copied')
  expect(readFileSync(to)).toHaveLength(0)
})

test('a copy that the disk did not keep is not taken', async () => {
  const spoilCopy = (doneCount: number) => {
    if (doneCount !== bytes.length) return
    const kept = readFileSync(`${to}.part`)
    kept[1_234_567] = (kept[1_234_567] ?? 0) ^ 1
    writeFileSync(`${to}.part`, kept)
  }
  expect(await outcome({ onChunk: spoilCopy })).toBe('copyNotVerified')
  expect(readdirSync(folder)).toEqual([])
})

test('a file that somebody writes to meanwhile is not copied', async () => {
  const write = (doneCount: number) => {
    if (doneCount === bytes.length) appendFileSync(from, 'x')
  }
  expect(await outcome({ onChunk: write })).toBe('ledgerLocked')
  expect(readdirSync(folder)).toEqual([])
})

test('stopped at any chunk it leaves nothing', async () => {
  for (let stopAt = 1; stopAt <= 5; stopAt += 1) {
    const controller = new AbortController()
    let count = 0
    const onChunk = () => {
      count += 1
      if (count === stopAt) controller.abort()
    }
    expect(await outcome({ onChunk, signal: controller.signal })).toBe('cancelled')
    expect(readdirSync(folder)).toEqual([])
  }
})

test('a file that turned up meanwhile is not replaced', async () => {
  const turnUp = (doneCount: number) => {
    if (doneCount === 5_000_000) writeFileSync(to, 'mine')
  }
  expect(await outcome({ onChunk: turnUp })).toBe('ledgerExists')
  expect(readFileSync(to, 'utf8')).toBe('mine')
  expect(readdirSync(folder)).toEqual(['新 台账😀.db'])
})

test('what an earlier attempt left half-written is written anew', async () => {
  writeFileSync(`${to}.part`, 'half')
  expect(await outcome()).toBe('copied')
  expect(readFileSync(to).equals(bytes)).toBe(true)
})

test('a folder that is not there is to blame', async () => {
  expect(await outcome({ to: join(folder, 'gone', 'x.db') })).toBe('folderUnusable')
})

// The kernel's own folder takes no file from anybody.
test.skipIf(process.platform !== 'linux')('a folder that takes no file is to blame', async () => {
  expect(['folderUnusable', 'diskFull']).toContain(await outcome({ to: '/sys/kernel/x.db' }))
})
