import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'
import { aLedgerFolder } from './testing/ledger-fixture.ts'

test('a folder is made with those above it, and again without harm', () => {
  const folder = join(aLedgerFolder(), '台账', 'a', 'b')
  makeFolder(folder)
  makeFolder(folder)
  expect(existsSync(folder)).toBe(true)
})

test('a file in its way is told', () => {
  const file = join(aLedgerFolder(), 'file')
  writeFileSync(file, '')
  expect(() => makeFolder(join(file, 'a'))).toThrow('ENOTDIR')
})

test.skipIf(!existsSync('/proc/self'))('a place that takes no folders ends the attempt', () => {
  expect(() => makeFolder('/proc/no-such/folder')).toThrow('ENOENT')
})
