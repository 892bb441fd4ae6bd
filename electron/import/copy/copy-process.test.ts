import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import type { RosterPart } from '../reader-messages.ts'
import { correctRosterThrough, fileAt, readRosterThrough } from '../reader-process.ts'
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
  const { sha256 } = await readRosterThrough(startNodeReader(), fileAt(path), { onPart })
  expect(sha256).toBe(digest(readFileSync(fixture)))
  const ownMarks = marks.map((mark) => ({ ...mark, sheetName: sheets[0] ?? '' }))
  const copy = await correctRosterThrough(startNodeReader(), { path, fileName, sha256, marks: ownMarks })
  // An archive holds the time it was made.
  const own = await correctedCopy(readFileSync(path), fileName, ownMarks)
  expect(copy.length).toBe(own.length)
})

test('a table that was copied is read, and marked, without ever being a file', async () => {
  const text = '姓名\t住址\t备注\r\n王秀英\t1号楼101\t"两行\n的话"\r\n𠮷田\t\t\r\n'
  const pasted = { text, fileName: '粘贴的表' }
  const rows: unknown[] = []
  const onPart = (part: RosterPart) => {
    if (part.kind === 'rows') rows.push(...part.rows)
    return Promise.resolve()
  }
  const { sha256 } = await readRosterThrough(startNodeReader(), pasted, { onPart })
  expect(sha256).toBe(digest(Buffer.from(text)))
  expect(rows).toEqual([['姓名', '住址', '备注'], ['王秀英', '1号楼101', '两行\n的话'], ['𠮷田']])
  const own = [{ sheetName: '粘贴的表', cells: [{ row: 2, column: 1, isRefusal: true, text: '请补。' }] }]
  const copy = await correctRosterThrough(startNodeReader(), { ...pasted, sha256, marks: own })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(copy) as unknown as ArrayBuffer)
  const notes: unknown[] = []
  workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => notes.push(cell.note, cell.text)))
  expect(JSON.stringify(notes)).toContain('请补。')
  expect(notes).toContain('𠮷田')
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
