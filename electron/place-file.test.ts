import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeSmallState } from '../db/small-state-file.ts'
import { readPlaceFile, writePlaceFile, writeRetiredPlace } from './place-file.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'place 用户-'))
  path = join(folder, 'new folder', 'place.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const known = (ledgerFile: string, isFromCopy = false) => ({ kind: 'known', ledgerFile, isFromCopy })

test('before set-up there is no ledger', async () => {
  expect(await readPlaceFile(path)).toEqual({ kind: 'none' })
})

test('what was written is read back, null too', async () => {
  await writePlaceFile(path, '/台账/linli-ledger.db')
  expect(await readPlaceFile(path)).toEqual(known('/台账/linli-ledger.db'))
  await writePlaceFile(path, null)
  expect(await readPlaceFile(path)).toEqual({ kind: 'none' })
})

test('cut short at any byte or filled with zeros, the copy answers and says that it is one', async () => {
  await writePlaceFile(path, 'first.db')
  await writePlaceFile(path, 'second.db')
  const whole = readFileSync(path)
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(path, whole)
    truncateSync(path, length)
    expect(await readPlaceFile(path)).toEqual(known('second.db', true))
  }
  writeFileSync(path, Buffer.alloc(whole.length))
  expect(await readPlaceFile(path)).toEqual(known('second.db', true))
})

test('with both copies broken it says so instead of starting anew', async () => {
  await writePlaceFile(path, 'first.db')
  writeFileSync(path, Buffer.alloc(20))
  writeFileSync(`${path}.prev`, '')
  expect(await readPlaceFile(path)).toEqual({ kind: 'damaged' })
})

test('no copy names a ledger that was given up', async () => {
  await writePlaceFile(path, '/sample/ledger.db')
  await writePlaceFile(path, null)
  expect(readFileSync(path, 'utf8') + readFileSync(`${path}.prev`, 'utf8')).not.toContain('sample')
})

test('a copy from before the ledger was set up is no proof that there is none', async () => {
  await writeSmallState(path, { ledgerFile: null })
  await writeSmallState(path, { ledgerFile: 'new.db' })
  writeFileSync(path, '')
  expect(await readPlaceFile(path)).toEqual({ kind: 'damaged' })
})

test('a ledger that went to another PC is remembered as such, also by the copy, until it is taken back', async () => {
  const retired = { kind: 'retired', ledgerFile: 'old.db', retiredOn: '2026-11-25' }
  await writePlaceFile(path, 'old.db')
  await writeRetiredPlace(path, 'old.db', '2026-11-25')
  expect(await readPlaceFile(path)).toEqual(retired)
  writeFileSync(path, '')
  expect(await readPlaceFile(path)).toEqual(retired)
  await writePlaceFile(path, 'old.db')
  expect(await readPlaceFile(path)).toEqual(known('old.db'))
})
