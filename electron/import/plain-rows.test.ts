import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CellFacts } from './cell-facts.ts'
import { takePlainRows } from './plain-rows.ts'
import { readPackedWorkbook } from './read-workbook.ts'
import { unpackZip, type ZipPart } from './unpack-zip.ts'
import { hostileRosters } from './testing/hostile-rosters.ts'

const folder = join(import.meta.dirname, '../../e2e/fixtures/rosters')
const workbooks = readdirSync(folder).filter((file) => file.endsWith('.xlsx'))

/** The same workbook in a form of which nothing is taken away from the parser: it alone is the other opinion. */
function forTheParser(parts: readonly ZipPart[]): ZipPart[] {
  return parts.map(({ name, content }) => ({
    name,
    content: Buffer.from(content.toString('latin1').replaceAll('<sheetData>', '<sheetData >'), 'latin1'),
  }))
}

/** What is read, or why nothing is; what is read of parts is theirs no longer. */
function outcome(parts: readonly ZipPart[]): unknown {
  try {
    return readPackedWorkbook(parts.map(({ name, content }) => ({ name, content: Buffer.from(content) })))
  } catch (error) {
    return error
  }
}

test.each(workbooks)('%s is read as the parser alone reads it', async (file) => {
  const parts = await unpackZip(readFileSync(join(folder, file)))
  expect(outcome(parts)).toEqual(outcome(forTheParser(parts)))
})

test.each(hostileRosters.filter(({ ending }) => ending === 'read'))(
  '$name is read as the parser alone reads it',
  async ({ bytes }) => {
    const parts = await unpackZip(bytes()).catch(() => [])
    if (parts.length > 0) expect(outcome(parts)).toEqual(outcome(forTheParser(parts)))
  },
)

const part = (name: string, text: string): ZipPart => ({ name, content: Buffer.from(text) })
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const texts = ['赵平', '', '&lt;男&gt;', ' 3号楼 ', '12']
const formats = [
  'General',
  '0',
  '@',
  'yyyy\\-mm\\-dd',
  'yyyy"年"m"月"',
  '0000',
  '0.00',
  '#,##0',
  'm/d/yy h:mm',
]

function workbook(rows: string, isFrom1904 = false): ZipPart[] {
  const formatTags = formats.map((format, id) => {
    const text = format.replaceAll('"', '&quot;')
    return `<numFmt numFmtId="${String(id + 170)}" formatCode="${text}"/>`
  })
  const styleTags = formats.map((_, id) => `<xf numFmtId="${String(id === 0 ? 0 : id + 170)}"/>`)
  return [
    part(
      '[Content_Types].xml',
      `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kinds}.sharedStrings+xml"/></Types>`,
    ),
    part(
      'xl/workbook.xml',
      `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part(
      'xl/styles.xml',
      `<?xml version="1.0"?><styleSheet xmlns="${main}"><numFmts>${formatTags.join('')}</numFmts><cellXfs>${styleTags.join('')}</cellXfs></styleSheet>`,
    ),
    part(
      'xl/sharedStrings.xml',
      `<?xml version="1.0"?><sst xmlns="${main}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ),
    part(
      'xl/worksheets/sheet1.xml',
      `<?xml version="1.0"?><worksheet xmlns="${main}"><dimension ref="A1:C9"/><sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`,
    ),
  ]
}

/** Cells as all kinds of programs write them, sound ones and others. */
const anyCell = fc.record({
  attributes: fc.shuffledSubarray(['r', 's', 't'], { minLength: 1 }),
  gap: fc.constantFrom('', '', '', ' cm="1"', ' x:s="2"'),
  style: fc.nat({ max: formats.length }),
  content: fc.oneof(
    fc.record({
      type: fc.constantFrom('', 'n'),
      inner: fc
        .oneof(
          fc.constantFrom(
            '59',
            '60',
            '60.5',
            '61',
            '1',
            '-1',
            '36526.5',
            '28126.9999',
            '1E3',
            '.5',
            '5.',
            '1e',
            ' 7',
            '999999',
            '110101194503021238',
          ),
          fc.integer({ min: 0, max: 60_000 }).map(String),
          fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
        )
        .map((text) => `<v>${text}</v>`),
    }),
    fc.record({
      type: fc.constant('s'),
      inner: fc.nat({ max: texts.length - 1 }).map((id) => `<v>${String(id)}</v>`),
    }),
    fc.record({
      type: fc.constant('str'),
      inner: fc.constantFrom(
        '<v>𠮷野</v>',
        '<f>A1&amp;B1</f><v>甲</v>',
        '<v>a&amp;b</v>',
        '<v>_x000D_</v>',
        '<v/>',
        '<v></v>',
        '',
      ),
    }),
    fc.record({
      type: fc.constant('inlineStr'),
      inner: fc.constantFrom(
        '<is><t>钱</t></is>',
        '<is><t xml:space="preserve"> 孙 </t></is>',
        '<is><r><t>李</t></r></is>',
        '<is><t/></is>',
        '<is></is>',
      ),
    }),
    fc.record({
      type: fc.constant('b'),
      inner: fc.constantFrom('<v>1</v>', '<v>0</v>', '<v>true</v>', '<v></v>', ''),
    }),
    fc.record({ type: fc.constant('e'), inner: fc.constantFrom('<v>#N/A</v>', '<v>#REF!</v>') }),
    fc.record({
      type: fc.constant(''),
      inner: fc.constantFrom('', '<f>SUM(A1)</f><v>7</v>', '<f t="shared" si="0"/><v>3</v>', '<v/>'),
    }),
  ),
})
const anyRow = fc.record({
  cells: fc.array(anyCell, { maxLength: 5 }),
  skipped: fc.nat({ max: 2 }),
  more: fc.constantFrom(
    '',
    ' hidden="1"',
    ' ht="15" customHeight="1"',
    ' spans="1:5" x14ac:dyDescent="0.25"',
    ' hidden="0"',
  ),
  blank: fc.constantFrom('', '', '\n  '),
})

function markup(rows: readonly (typeof anyRow extends fc.Arbitrary<infer Row> ? Row : never)[]): string {
  let number = 0
  return rows
    .map(({ cells, skipped, more, blank }) => {
      number += skipped + 1
      const inside = cells.map(({ attributes, gap, style, content: { type, inner } }, column) => {
        const valueOf = {
          r: `${String.fromCharCode(65 + column)}${String(number)}`,
          s: String(style),
          t: type,
        }
        const tags = attributes.map((name) => {
          const value = valueOf[name as keyof typeof valueOf]
          return value === '' ? '' : ` ${name}="${value}"`
        })
        // Which kind of value it is stands there in any case.
        if (type !== '' && !attributes.includes('t')) tags.push(` t="${type}"`)
        return inner === ''
          ? `${blank}<c${tags.join('')}${gap}/>`
          : `${blank}<c${tags.join('')}${gap}>${inner}</c>`
      })
      return `${blank}<row r="${String(number)}"${more}>${inside.join('')}${blank}</row>`
    })
    .join('')
}

describe('of what any program writes', () => {
  test.each([false, true])('the parser alone reads the same (counted from 1904: %s)', (isFrom1904) => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
        const parts = workbook(markup(rows), isFrom1904)
        expect(outcome(parts)).toEqual(outcome(forTheParser(parts)))
      }),
      { numRuns: 400 },
    )
  })
})

const facts: CellFacts = { strings: ['姓名', '赵平'], numberIn: (_, value) => value }
const taken = (rows: string, before = '', after = '') =>
  takePlainRows(Buffer.from(`<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`), facts)
const plainRow = '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"/><c r="C2"><v>7</v></c></row>'

test('plain rows are taken out, and nothing of them is left', () => {
  const { rows, rest } = taken(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>${plainRow}`) ?? {}
  expect(rows).toEqual([['姓名'], ['赵平', null, 7]])
  expect(String(rest)).toBe('<worksheet><sheetData></sheetData></worksheet>')
})

test('a row with one cell that is not plain is left whole, and the others are taken', () => {
  const rich = '<row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r></is></c></row>'
  const { rows, rest } = taken(rich + plainRow) ?? {}
  expect(rows).toEqual([undefined, ['赵平', null, 7]])
  expect(String(rest)).toContain(rich)
  expect(String(rest)).not.toContain('r="2"')
})

test('that a row is hidden stays told', () => {
  const { rest } = taken(plainRow.replace('r="2"', 'r="2" hidden="1"')) ?? {}
  expect(String(rest)).toContain('<row r="2" hidden="1"></row>')
})

test.each([
  ['rows without a number', '<row><c r="A1"><v>1</v></c></row>'],
  ['rows out of order', `<row r="3"></row>${plainRow}`],
  ['the same row twice', plainRow + plainRow],
  ['a comment between rows', `<!-- -->${plainRow}`],
  ['a row that does not end', plainRow.replace('</row>', '')],
  ['names with a prefix', plainRow.replace('<row', '<x:row')],
])('%s: the whole sheet is left to the parser', (_, rows) => {
  expect(taken(rows)).toBeUndefined()
})

test('a sheet with two parts of rows, or with a comment before them, is left to the parser', () => {
  expect(taken(plainRow, '', '<sheetData/>')).toBeUndefined()
  expect(taken(plainRow, '<!-- <sheetData> -->')).toBeUndefined()
})

test('a value below the last row that is read makes the file too large, an empty row there does not', () => {
  const low = (inside: string) => `<row r="100001"><c r="A100001">${inside}</c></row>`
  expect(() => taken(low('<v>1</v>'))).toThrow()
  expect(taken(low(''))?.rows).toEqual([])
})
