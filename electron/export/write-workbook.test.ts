import * as xlsx from '@e965/xlsx'
import fc from 'fast-check'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { unpackZip } from '../import/unpack-zip.ts'
import { writeWorkbook, type WorkbookContent } from './write-workbook.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbook 导出-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const columns = [
  { header: '姓名', widthCharacters: 12 },
  { header: '证件号码', widthCharacters: 22 },
]

async function* rowsOf(rows: readonly (readonly string[])[]): AsyncGenerator<readonly string[]> {
  for (const row of rows) yield await Promise.resolve(row)
}

/** What another library reads in each cell of the file. */
async function written(content: Partial<WorkbookContent>) {
  const filePath = join(folder, 'list.xlsx')
  await writeWorkbook(filePath, { title: '居民名单', columns, rows: rowsOf([]), ...content })
  const workbook = xlsx.read(readFileSync(filePath), { cellNF: true, cellStyles: true, cellFormula: true })
  const [name = ''] = workbook.SheetNames
  const sheet = workbook.Sheets[name] ?? {}
  const parts = await unpackZip(readFileSync(filePath))
  const partOf = (path: string) =>
    new TextDecoder().decode(parts.find((part) => part.name === path)?.content ?? new Uint8Array())
  return { name, sheet, sheetXml: partOf('xl/worksheets/sheet1.xml'), bookXml: partOf('xl/workbook.xml') }
}

const tricky = [
  ['=1+1', '+86'],
  ['-3', '@SUM(A1)'],
  ['001', '610103194503021250'],
  ['𠅤丽', '3-1'],
  ['_x0041_', '  前后有空格  '],
  ['a<b>&"c"', '两行\n地址'],
  ['', '1945-03'],
]

describe('a written workbook', () => {
  it('stays on one page where it is one, and gives a long line across the columns its height', async () => {
    const long = '一个人有几个类别时，在每个类别里都算，合计只算一次。'
    const page = { size: 'A4', orientation: 'portrait', isWhole: true } as const
    const { sheetXml } = await written({ linesBelow: [long, '短'], page })
    expect(sheetXml).toMatch(/fitToHeight="1"/)
    expect(sheetXml).toMatch(/<row r="2"[^>]* ht="32"/)
    expect(sheetXml).not.toMatch(/<row r="3"[^>]* ht=/)
    expect((await written({ linesBelow: [long] })).sheetXml).toMatch(/fitToHeight="0"/)
  })

  it('holds figures as numbers beside texts, and headings across all columns', async () => {
    async function* rows() {
      yield await Promise.resolve(['老人'])
      yield ['70 岁以上', 1234]
    }
    const isHeading = (row: readonly unknown[]) => row.length === 1
    const { sheet } = await written({ rows: rows(), isHeading })
    const cellAt = (address: string): xlsx.CellObject | undefined =>
      sheet[address] as xlsx.CellObject | undefined
    expect([cellAt('A3')?.t, cellAt('A3')?.z]).toEqual(['s', '@'])
    expect([cellAt('B3')?.t, cellAt('B3')?.v, cellAt('B3')?.w]).toEqual(['n', 1234, '1,234'])
    expect([cellAt('A2')?.v, cellAt('B2')?.v]).toEqual(['老人', undefined])
    expect((cellAt('B2')?.s as { patternType?: string } | undefined)?.patternType).toBe('solid')
  })

  it('holds every cell as the text it was, never as a number, a date or a formula', async () => {
    const { sheet } = await written({ rows: rowsOf(tricky) })
    const [header, ...rows] = xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' })
    expect(header).toEqual(['姓名', '证件号码'])
    expect(rows).toEqual(tricky)
    for (const [address, cell] of Object.entries<xlsx.CellObject>(sheet)) {
      if (address.startsWith('!') || cell.v === undefined) continue
      expect([address, cell.t, cell.z, cell.f]).toEqual([address, 's', '@', undefined])
    }
  })

  it('reads back as it was written, whatever the cells say', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      // What can't be stored in a ledger never gets here.
      // eslint-disable-next-line no-control-regex -- the signs XML has no place for
      .map((given) => given.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, ''))
    const property = fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 10 }), async (rows) => {
      const filled = rows.filter((row) => row.some((cell) => cell !== ''))
      const { sheet } = await written({ rows: rowsOf(filled) })
      expect(xlsx.utils.sheet_to_json(sheet, { header: 1, defval: '' }).slice(1)).toEqual(filled)
    })
    await fc.assert(property, { numRuns: 40 })
  })

  it('has widths, a frozen header, and titles that each printed page repeats', async () => {
    const { name, sheet, sheetXml, bookXml } = await written({
      title: '幸福里/高龄: 名单',
      linesAbove: ['高龄老人名单', '共 1 人'],
      rows: rowsOf([['王福', '1']]),
      linesBelow: ['填表人：'],
      page: { size: 'A3', orientation: 'portrait' },
      pageFooter: '第 &P 页',
    })
    expect(name).toBe('幸福里 高龄  名单')
    expect([...sheetXml.matchAll(/<col [^>]*?width="(\d+)"/g)].map(([, width]) => width)).toEqual([
      '12',
      '22',
    ])
    expect(sheet['!merges']?.map((range) => xlsx.utils.encode_range(range))).toEqual([
      'A1:B1',
      'A2:B2',
      'A5:B5',
    ])
    expect(sheetXml).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/)
    expect(sheetXml).toMatch(/<pageSetup [^>]*paperSize="8"[^>]*orientation="portrait"/)
    expect(sheetXml).toContain('<oddFooter>&amp;C第 &amp;P 页</oddFooter>')
    expect(bookXml).toMatch(/_xlnm\.Print_Titles[^<]*>[^<]*\$1:\$3</)
    expect(xlsx.utils.sheet_to_json(sheet, { header: 1, defval: '' })).toEqual([
      ['高龄老人名单', ''],
      ['共 1 人', ''],
      ['姓名', '证件号码'],
      ['王福', '1'],
      ['填表人：', ''],
    ])
  })

  it('takes the place of a file only when all of it is written', async () => {
    const filePath = join(folder, 'kept.xlsx')
    writeFileSync(filePath, 'before')
    async function* broken(): AsyncGenerator<readonly string[]> {
      yield await Promise.resolve(['王福', '1'])
      throw new FailureError('cancelled')
    }
    const stopped = writeWorkbook(filePath, { title: 'x', columns, rows: broken() })
    await expect(stopped).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    expect(readFileSync(filePath, 'utf8')).toBe('before')
    const nowhere = join(folder, 'missing', 'list.xlsx')
    const refused = writeWorkbook(nowhere, { title: 'x', columns, rows: rowsOf(tricky) })
    await expect(refused).rejects.toMatchObject({ failure: { code: 'fileNotWritten' } })
    expect(existsSync(nowhere)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('takes 10,000 rows in a few seconds', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => [`王${index}`, `6101031945${index}`])
    const begunAt = performance.now()
    const { sheet } = await written({ rows: rowsOf(many) })
    expect(performance.now() - begunAt).toBeLessThan(15_000)
    expect(xlsx.utils.sheet_to_json(sheet, { header: 1 }).slice(1)).toEqual(many)
  })
})
