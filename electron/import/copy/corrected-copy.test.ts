import * as XLSX from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SheetMarks } from '../../../domain/import-marks.ts'
import { issueCorrectedCopy } from '../../../db/roster-import/corrected-copy.service.ts'
import { rosterImportOperations } from '../../../db/roster-import/roster-import.operations.ts'
import { stageRoster } from '../../../db/roster-import/roster-staging.ts'
import { openTestLedger } from '../../../db/testing/ledger-fixture.ts'
import { testKey } from '../../../db/testing/test-key.ts'
import type { SheetCell } from '../../../domain/roster-import/roster-table.ts'
import { readRosterFile } from '../read-roster-file.ts'
import { unpackZip } from '../unpack-zip.ts'
import { correctedCopy } from './corrected-copy.ts'
import { cellName } from './markup.ts'
import { packZip } from './pack-zip.ts'

const folder = join(import.meta.dirname, '../../../e2e/fixtures/rosters')
const read = (file: string) => readFileSync(join(folder, file))
const context = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }

/** The faults that the import finds in a roster. */
async function faultsOf(bytes: Uint8Array, fileName: string): Promise<SheetMarks[]> {
  const ledger = openTestLedger()
  const table = await readRosterFile(bytes, fileName)
  await stageRoster(ledger, { handle: 'r', fileName, table })
  const request = { handle: 'r', sheetIndexes: [0], mapping: null }
  const { questions } = await rosterImportOperations['import.preview'](ledger, request, context)
  return questions.faultCount === 0 ? [] : issueCorrectedCopy(ledger, 'r')
}

/** Shape: name of the cell to its comment and colour, as another program reads them. */
async function asExceljsReads(copy: Uint8Array) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(copy) as never)
  const marked = new Map<string, { readonly note: string; readonly colour: string | undefined }>()
  workbook.worksheets[0]?.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      // Absent where there is none, whatever the library's types say.
      const written = cell.note as ExcelJS.Comment | string | undefined
      const fill = cell.fill as ExcelJS.Fill | undefined
      const note = typeof written === 'string' ? written : written?.texts?.map(({ text }) => text).join('')
      if (note === undefined) return
      const colour = fill?.type === 'pattern' ? fill.fgColor?.argb : undefined
      marked.set(cell.address, { note, colour })
    }),
  )
  return marked
}

function asSheetJsReads(copy: Uint8Array): ReadonlyMap<string, string> {
  const workbook = XLSX.read(copy, { type: 'array' })
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''] ?? {}
  return new Map(
    Object.entries(sheet).flatMap(([name, cell]: [string, XLSX.CellObject]) =>
      cell.c === undefined ? [] : [[name, cell.c.map(({ t }) => t).join('')] as const],
    ),
  )
}

const colours = { true: 'FFFFC7CE', false: 'FFFFEB9C' }
const files = readdirSync(folder).filter((file) => !file.endsWith('.json'))

test.each(files)('%s is given back with each fault in its colour and words', async (file) => {
  const original = read(file)
  const marks = await faultsOf(original, file)
  const copy = await correctedCopy(original, file, marks)
  const cells = marks.flatMap((sheet) => sheet.cells)
  const expected = new Map(
    cells.map(({ row, column, text, isRefusal }) => [
      cellName(row, column),
      { note: text, colour: colours[`${isRefusal}`] },
    ]),
  )
  if (cells.length === 0) return
  // A form that calls itself a page has no first sheet with the faults of another.
  expect(await asExceljsReads(copy)).toEqual(expected)
  expect(asSheetJsReads(copy)).toEqual(new Map([...expected].map(([name, { note }]) => [name, note])))
  // Its rows are what they were.
  const [before, after] = [await readRosterFile(original, file), await readRosterFile(copy, 'copy.xlsx')]
  expect(texts(after.sheets[0]?.rows)).toEqual(texts(before.sheets[0]?.rows))
  expect(after.sheets[0]?.mergedAreas.toSorted(byPlace)).toEqual(
    before.sheets[0]?.mergedAreas.toSorted(byPlace),
  )
})

function byPlace(one: { top: number; left: number }, other: { top: number; left: number }): number {
  return one.top - other.top || one.left - other.left
}

function texts(rows: readonly (readonly SheetCell[])[] = []): string[][] {
  return rows.map((row) => row.map(textOf))
}

/** Line ends differ from program to program, and an empty text from no cell. */
function textOf(cell: SheetCell): string {
  if (cell === null) return ''
  return typeof cell === 'string' ? cell.replaceAll('\r\n', '\n') : JSON.stringify(cell)
}

describe('an .xlsx', () => {
  const file = 'exceljs-damaged-ids.xlsx'

  test('keeps every part that has nothing to do with the faults, and every cell of the sheet', async () => {
    const original = read(file)
    const before = new Map((await unpackZip(original)).map(({ name, content }) => [name, content]))
    const copy = await correctedCopy(original, file, await faultsOf(original, file))
    const after = new Map((await unpackZip(copy)).map(({ name, content }) => [name, content]))
    const changed = [...before.keys()].filter(
      (name) => after.get(name)?.equals(before.get(name) ?? Buffer.alloc(0)) !== true,
    )
    expect(changed.toSorted()).toEqual(['[Content_Types].xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml'])
    expect([...after.keys()].filter((name) => !before.has(name)).toSorted()).toEqual([
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/worksheets/_rels/sheet1.xml.rels',
    ])
    // Without the numbers of styles and the reference to the comments the sheet is what it was.
    const sheet = 'xl/worksheets/sheet1.xml'
    const plain = (parts: ReadonlyMap<string, Buffer>) =>
      (parts.get(sheet)?.toString() ?? '').replace(/ s="\d+"/g, '').replace(/<legacyDrawing[^>]*>/, '')
    expect(plain(after)).toBe(plain(before))
  })

  test('that has comments of its own keeps them, and a second word stands below the first', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('名单 & <人>')
    sheet.addRows([
      ['姓名', '身份证号'],
      ['王秀英', '110105194912310021'],
      ['李平', '11010519491231002X'],
    ])
    sheet.getCell('A1').note = '填全名'
    sheet.getCell('B2').note = '待核'
    const original = new Uint8Array(await workbook.xlsx.writeBuffer())
    const marks = await faultsOf(original, '名单.xlsx')
    const found = await asExceljsReads(await correctedCopy(original, '名单.xlsx', marks))
    const [fault] = marks[0]?.cells ?? []
    expect(fault).toMatchObject({ row: 2, column: 1, isRefusal: true })
    expect([...found]).toEqual(
      [
        ['A1', { note: '填全名', colour: undefined }],
        ['B2', { note: `待核\n${fault?.text ?? ''}`, colour: 'FFFFC7CE' }],
        ['A2', expect.anything()],
      ].filter(([name]) => name !== 'A2'),
    )
  })

  test('whose parts have prefixes of their own is patched as well', async () => {
    const original = read(file)
    const parts = (await unpackZip(original)).map(({ name, content }) => {
      if (name !== 'xl/worksheets/sheet1.xml' && name !== 'xl/styles.xml') return { name, content }
      const text = content
        .toString()
        .replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, '<$1x:$2')
        .replaceAll('xmlns=', 'xmlns:x=')
      return { name, content: Buffer.from(text) }
    })
    const prefixed = await packZip(parts)
    const marks = await faultsOf(prefixed, file)
    expect(marks[0]?.cells.length).toBeGreaterThan(3)
    const found = asSheetJsReads(await correctedCopy(prefixed, file, marks))
    expect(found.size).toBe(marks[0]?.cells.length)
  })

  test('written in a way nobody patches becomes a new one with the same cells', async () => {
    const original = read(file)
    const parts = (await unpackZip(original)).map(({ name, content }) => ({
      name,
      content:
        name === 'xl/styles.xml'
          ? Buffer.from(content.toString().replace(/<fills[\s\S]*<\/fills>/, ''))
          : content,
    }))
    const odd = await packZip(parts)
    const marks = await faultsOf(odd, file)
    const found = await asExceljsReads(await correctedCopy(odd, file, marks))
    expect(found.size).toBe(marks[0]?.cells.length)
  })
})

test('the sheet that has the faults is marked, and no other', async () => {
  const workbook = new ExcelJS.Workbook()
  for (const name of ['一月', '二月']) workbook.addWorksheet(name).addRow(['姓名', '身份证号'])
  const original = new Uint8Array(await workbook.xlsx.writeBuffer())
  const cells = [{ row: 1, column: 1, isRefusal: true, text: '请改正。' }]
  const copy = await correctedCopy(original, '名单.xlsx', [{ sheetName: '二月', cells }])
  const sheets = XLSX.read(copy, { type: 'array' }).Sheets
  const noteIn = (name: string) => {
    const cell = sheets[name]?.['B1'] as XLSX.CellObject | undefined
    return cell?.c?.map(({ t }) => t)
  }
  expect([noteIn('一月'), noteIn('二月')]).toEqual([undefined, ['请改正。']])
})

test.each(['2026年[3号楼]登记表', '𠮷'.repeat(20)])(
  'a text table named %s becomes a workbook',
  async (name) => {
    const bytes = new TextEncoder().encode('姓名,身份证号\n王秀英,110105194912310021\n')
    const marks = await faultsOf(bytes, `${name}.csv`)
    expect(marks[0]).toMatchObject({ sheetName: name, cells: [{ row: 2, column: 1 }] })
    const copy = await correctedCopy(bytes, `${name}.csv`, marks)
    expect([...(await asExceljsReads(copy)).keys()]).toEqual(['B2'])
    const [sheetName = ''] = XLSX.read(copy, { type: 'array' }).SheetNames
    expect(sheetName.length).toBeLessThanOrEqual(31)
  },
)

test('a copy says nothing of what the ledger knows', async () => {
  const marks = await faultsOf(read('exceljs-damaged-ids.xlsx'), 'a.xlsx')
  expect(JSON.stringify(marks)).not.toMatch(/台账|导入后/)
})
