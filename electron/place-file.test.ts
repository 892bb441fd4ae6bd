import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPlaceFile, writePlaceFile } from './place-file.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'place 用户-'))
  path = join(folder, 'new folder', 'place.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('before set-up there is no ledger', () => {
  expect(readPlaceFile(path)).toBeNull()
})

test('what was written is read back, null too', () => {
  writePlaceFile(path, '/台账/linli-ledger.db')
  expect(readPlaceFile(path)).toBe('/台账/linli-ledger.db')
  writePlaceFile(path, null)
  expect(readPlaceFile(path)).toBeNull()
})

test('cut short at any byte or filled with zeros, the previous copy answers', () => {
  writePlaceFile(path, 'first.db')
  writePlaceFile(path, 'second.db')
  const whole = readFileSync(path)
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(path, whole)
    truncateSync(path, length)
    expect(readPlaceFile(path)).toBe('first.db')
  }
  writeFileSync(path, Buffer.alloc(whole.length))
  expect(readPlaceFile(path)).toBe('first.db')
})

test('writing over a damaged file keeps the good previous copy', () => {
  writePlaceFile(path, 'first.db')
  writePlaceFile(path, 'second.db')
  writeFileSync(path, 'not json')
  writePlaceFile(path, 'third.db')
  writeFileSync(path, 'not json')
  expect(readPlaceFile(path)).toBe('first.db')
})
