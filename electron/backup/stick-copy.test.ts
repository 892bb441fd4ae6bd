import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { makeBackup } from '../../db/backup/make-backup.ts'
import { anOffice } from '../../db/testing/backup-fixture.ts'
import { aLedgerFolder } from '../../db/testing/ledger-fixture.ts'
import { FailureError } from '../../domain/failure.ts'
import { copyToStick, type StickCopy } from './stick-copy.ts'

let source: string

beforeAll(async () => {
  const { ledger, key } = await anOffice()
  source = (await makeBackup(ledger, { key, reason: 'byHand' })).filePath
})

async function outcome(folder: string, turns: Partial<StickCopy> = {}): Promise<unknown> {
  const signal = new AbortController().signal
  try {
    return await copyToStick({ source, folder, signal, onProgress: () => undefined, ...turns })
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : error
  }
}

test('a stick holds every byte of the backup under its name, and nothing else', async () => {
  const folder = aLedgerFolder()
  expect(await outcome(folder)).toBe(basename(source))
  expect(readdirSync(folder)).toEqual([basename(source)])
  expect(readFileSync(join(folder, basename(source))).equals(readFileSync(source))).toBe(true)
})

test('a file of that name is left as it is, also one that may only be read', async () => {
  const folder = aLedgerFolder()
  const there = join(folder, basename(source))
  writeFileSync(there, 'mine')
  chmodSync(there, 0o444)
  expect(await outcome(folder)).toBe(basename(source).replace('.llbak', '-2.llbak'))
  expect(readFileSync(there, 'utf8')).toBe('mine')
})

test('a folder with a name of 80 Han characters and an emoji takes backups too', async () => {
  const folder = join(aLedgerFolder(), '深'.repeat(80) + '😀')
  mkdirSync(folder)
  expect(await outcome(folder)).toBe(basename(source))
})

test('a stick that is gone, and one that is not a folder at all, are said to be', async () => {
  const folder = aLedgerFolder()
  expect(await outcome(join(folder, 'pulled'))).toBe('stickGone')
  writeFileSync(join(folder, 'file'), '')
  expect(await outcome(join(folder, 'file'))).toBe('stickGone')
})

// The kernel's own folder takes no file from anybody, and has no room either.
test.skipIf(process.platform !== 'linux')('a place that takes no files is said to be', async () => {
  expect(['stickBlocked', 'stickFull', 'stickReadOnly']).toContain(await outcome('/sys/kernel'))
})

test('stopped in the middle it leaves nothing', async () => {
  const folder = aLedgerFolder()
  const controller = new AbortController()
  const onProgress = () => controller.abort()
  expect(await outcome(folder, { signal: controller.signal, onProgress })).toBe('cancelled')
  expect(readdirSync(folder)).toEqual([])
})

test('what the stick did not keep is not taken for a backup', async () => {
  const folder = aLedgerFolder()
  let chunks = 0
  const onProgress = () => {
    chunks += 1
    if (chunks > 1) return
    const partial = join(folder, `${basename(source)}.part`)
    const bytes = readFileSync(partial)
    bytes[bytes.length - 5000] = (bytes[bytes.length - 5000] ?? 0) ^ 1
    writeFileSync(partial, bytes)
  }
  expect(await outcome(folder, { onProgress })).toBe('copyNotVerified')
  expect(readdirSync(folder)).toEqual([])
})

// A pipe that nobody writes into is read as long as a stick that has died.
test.skipIf(process.platform === 'win32')('a stick that answers no more is given up', async () => {
  const folder = aLedgerFolder()
  const pipe = join(folder, 'pipe.llbak')
  execFileSync('mkfifo', [pipe])
  expect(await outcome(aLedgerFolder(), { source: pipe, patience: 300 })).toBe('stickSlow')
  // Lets go of whoever waits for it.
  writeFileSync(pipe, '')
})
