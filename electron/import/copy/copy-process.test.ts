import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { correctRosterThrough, readRosterThrough } from '../reader-process.ts'
import { startNodeReader } from '../testing/node-reader.ts'
import { correctedCopy } from './corrected-copy.ts'

const fixture = join(import.meta.dirname, '../../../e2e/fixtures/rosters/exceljs-damaged-ids.xlsx')
const folder = mkdtempSync(join(tmpdir(), 'linli 名册-'))
const path = join(folder, '名单.xlsx')
copyFileSync(fixture, path)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileName = '名单.xlsx'
const marks = [{ sheetName: '身份证号', cells: [{ row: 3, column: 1, isRefusal: true, text: '请改正。' }] }]
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('the reader\u2019s process tells the digest of what it read, and makes the same copy', async () => {
  const sheets: string[] = []
  const onPart = (part: { readonly kind: string; readonly name?: string }) => {
    if (part.kind === 'sheet') sheets.push(part.name ?? '')
    return Promise.resolve()
  }
  const { sha256 } = await readRosterThrough(startNodeReader(), path, { onPart })
  expect(sha256).toBe(digest(readFileSync(fixture)))
  const ownMarks = marks.map((mark) => ({ ...mark, sheetName: sheets[0] ?? '' }))
  const copy = await correctRosterThrough(startNodeReader(), { path, fileName, sha256, marks: ownMarks })
  // An archive holds the time it was made.
  const own = await correctedCopy(readFileSync(path), fileName, ownMarks)
  expect(copy.length).toBe(own.length)
})

test('no copy is made of a file that somebody has saved since', async () => {
  const sha256 = digest(readFileSync(path))
  writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('x')]))
  await expect(
    correctRosterThrough(startNodeReader(), { path, fileName, sha256, marks }),
  ).rejects.toMatchObject({ failure: { code: 'handleExpired' } })
})

test('a copy that somebody stops is made by nobody any more', async () => {
  const reader = startNodeReader()
  const ended = new Promise<void>((resolve) => reader.onExit(resolve))
  const controller = new AbortController()
  const request = { path: fixture, fileName, sha256: digest(readFileSync(fixture)), marks }
  const making = correctRosterThrough(reader, request, { signal: controller.signal })
  controller.abort()
  await expect(making).rejects.toMatchObject({ failure: { code: 'cancelled' } })
  await ended
})
