import * as XLSX from '@e965/xlsx'
import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js'
import iconv from 'iconv-lite'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readRosterFile } from './read-roster-file.ts'
import { readerMessageSchema } from './reader-messages.ts'
import { unpackZip } from './unpack-zip.ts'

const folder = join(import.meta.dirname, '../../e2e/fixtures/rosters')
const soundXlsx = readFileSync(join(folder, 'exceljs-two-row-header.xlsx'))
const soundXls = readFileSync(join(folder, 'libreoffice-biff8.xls'))

const refusal = (code: string, detail?: string) => ({
  failure: detail === undefined ? { code } : { code, detail },
})

async function zipOf(entries: Readonly<Record<string, string>>, password?: string): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false })
  for (const [name, text] of Object.entries(entries)) {
    await writer.add(name, new TextReader(text), password === undefined ? {} : { password })
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer())
}

async function xlsxWith(extra: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false })
  await writer.appendZip(new BlobReader(new Blob([soundXlsx])))
  for (const [name, text] of Object.entries(extra)) await writer.add(name, new TextReader(text))
  return new Uint8Array(await (await writer.close()).arrayBuffer())
}

/** The parser's own container writer comes without types. */
const containers = XLSX.CFB as {
  readonly utils: {
    cfb_new: () => object
    cfb_add: (file: object, path: string, content: Uint8Array) => void
  }
  readonly write: (file: object, options: { readonly type: 'buffer' }) => Uint8Array
}

function compoundFileWith(...streams: readonly string[]): Uint8Array {
  return compoundFileOf(Object.fromEntries(streams.map((stream) => [stream, Buffer.from('x')])))
}

function compoundFileOf(streams: Readonly<Record<string, Buffer>>): Uint8Array {
  const file = containers.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) containers.utils.cfb_add(file, name, content)
  return containers.write(file, { type: 'buffer' })
}

const words = (values: readonly number[]) => Buffer.from(new Uint16Array(values).buffer)

function record(type: number, ...parts: readonly (Buffer | readonly number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (Buffer.isBuffer(part) ? part : words(part))))
  return Buffer.concat([words([type, body.length]), body])
}

/** A workbook as Chinese Excel 95 wrote it. Source: the published record layouts of BIFF5. */
function excel95Of(rows: readonly (readonly string[])[]): Uint8Array {
  const start = (kind: number) => record(0x0809, [0x0500, kind, 0, 0])
  const end = record(0x000a)
  const name = iconv.encode('名单', 'gbk')
  const globals = (sheetAt: number) =>
    Buffer.concat([
      start(0x0005),
      record(0x0042, [936]),
      record(0x0085, [sheetAt, 0, 0], Buffer.from([name.length]), name),
      end,
    ])
  const labels = rows.flatMap((row, rowIndex) =>
    row.map((text, columnIndex) => {
      const bytes = iconv.encode(text, 'gbk')
      return record(0x0204, [rowIndex, columnIndex, 0, bytes.length], bytes)
    }),
  )
  const book = Buffer.concat([globals(globals(0).length), start(0x0010), ...labels, end])
  return compoundFileOf({ Book: book })
}

function xlsxOf(rows: readonly (readonly unknown[])[]): Uint8Array {
  const workbook = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), '名单')
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** The least a workbook needs around the rows of one sheet. */
async function workbookOf(rows: string, more: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const hasStyles = 'xl/styles.xml' in more
  return zipOf({
    ...more,
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
      (hasStyles
        ? '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
        : '') +
      '</Types>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  })
}

async function rowsOf(bytes: Uint8Array, name = '名单.xlsx') {
  return (await readRosterFile(bytes, name)).sheets[0]?.rows
}

describe('a sheet that goes on for ever', () => {
  const name = '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>'

  test('is cut to what is written in it where formulas without a result follow', async () => {
    const empty = '<row r="150000"><c r="A150000" t="str"><f>A1&amp;""</f><v></v></c></row>'
    expect(await rowsOf(await workbookOf(name + empty))).toEqual([['姓名']])
  })

  test.each([100_000, 100_001])('may have row %i filled or not', async (row) => {
    const bytes = await workbookOf(`${name}<row spans="1:1" r="${row}"><c r="A${row}"><v>1</v></c></row>`)
    if (row === 100_000) expect(await rowsOf(bytes)).toHaveLength(row)
    else await expect(rowsOf(bytes)).rejects.toMatchObject(refusal('fileTooLarge'))
  })
})

describe('text files', () => {
  const text = '姓名,住址\n𠮷田,甲1号\n镕基,"东楼,一层"\n'
  const rows = [
    ['姓名', '住址'],
    ['𠮷田', '甲1号'],
    ['镕基', '东楼,一层'],
  ]

  test.each(['utf8', 'utf16le', 'utf16be', 'gb18030'])('are read in %s', async (encoding) => {
    const isWide = encoding.startsWith('utf16')
    expect(await rowsOf(iconv.encode(text, encoding, { addBOM: isWide }), '名单.csv')).toEqual(rows)
  })

  test('are read in GBK with every character it has', async () => {
    const common = '姓名,住址\n镕基,囧里\n'
    expect(await rowsOf(iconv.encode(common, 'gbk'), '名单.csv')).toEqual([
      ['姓名', '住址'],
      ['镕基', '囧里'],
    ])
  })

  test.each([',', '\t', ';', '|'])('are split at %j below a title without any', async (delimiter) => {
    const lines = ['幸福里花名册', ['姓名', '电话'].join(delimiter), ['王平', '139'].join(delimiter)]
    expect(await rowsOf(Buffer.from(lines.join('\r\n')), '名单.txt')).toEqual([
      ['幸福里花名册'],
      ['姓名', '电话'],
      ['王平', '139'],
    ])
  })

  test('lose the empty cells Excel leaves at the end of each line', async () => {
    const text = `姓名,住址${','.repeat(300)}\n王平,1号楼${','.repeat(300)}\n${','.repeat(300)}\n`
    expect(await rowsOf(Buffer.from(text), '名单.csv')).toEqual([
      ['姓名', '住址'],
      ['王平', '1号楼'],
    ])
  })

  test('with a quote nobody closed refuse one cell instead of filling the memory', async () => {
    const [, ...rest] =
      (await rowsOf(Buffer.from(`姓名,备注\n王平,"${'长'.repeat(100_000)}`), '名单.csv')) ?? []
    expect(rest.flat().map((cell) => (typeof cell === 'string' ? cell.length : 0))).toEqual([2, 32_768])
  })
})

describe('workbooks', () => {
  test('keep characters beyond the basic plane, also as numeric entities', async () => {
    const rows = await rowsOf(readFileSync(join(folder, 'openpyxl-names.xlsx')))
    expect(rows?.[3]?.[0]).toBe('𠮷田𠅤')
    const sheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>&#x20BB7;&#134071;</t></is></c></row>'
    const bytes = await workbookOf(sheet)
    expect(await rowsOf(bytes)).toEqual([['𠮷𠮷']])
  })

  test('give nothing that a message between processes could not carry', async () => {
    const cells = '<c r="A1"><v>1e999</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="b"><v>1</v></c>'
    const bytes = await workbookOf(`<row r="1">${cells}</row>`)
    const rows = await rowsOf(bytes)
    expect(rows).toEqual([['Infinity', '#N/A', 'true']])
    const message = { kind: 'rows', rows, doneCount: 1, totalCount: 1 }
    expect(readerMessageSchema.safeParse(message).success).toBe(true)
  })

  test.each([
    ['a midnight', 0, '1950-05-20'],
    ['one that a fraction falls short of', 0.4, '1950-05-20'],
    ['one by the clock of Shanghai before 1928', 343, '1950-05-20'],
    ['one that lost the seconds of that clock alone', 43, '1950-05-20'],
    ['a minute before', 60, '1950-05-19'],
    ['five minutes before', 300, '1950-05-19'],
  ])('give the day of %s', async (_what, earlySeconds, dateOn) => {
    // Spreadsheets count the days from 30 December 1899.
    const birth = { t: 'n', v: 18_403 - earlySeconds / 86_400, z: 'yyyy-mm-dd hh:mm' }
    const sheet = XLSX.utils.aoa_to_sheet([['出生日期'], [birth]])
    const bytes = new Uint8Array(
      XLSX.write(XLSX.utils.book_new(sheet, '名单'), { type: 'array' }) as ArrayBuffer,
    )
    const { sheets } = await readRosterFile(bytes, '名单.xlsx')
    expect(sheets[0]?.rows[1]?.[0]).toMatchObject({ dateOn })
  })

  test('keep of a date what the sheet shows of it', async () => {
    const styles = [0, 57, 58, 14, 164].map((id) => `<xf numFmtId="${id}"/>`).join('')
    const own = '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/></numFmts>'
    const cells = ['B', 'C', 'D', 'E'].map(
      (column, index) => `<c r="${column}1" s="${index + 1}"><v>18268</v></c>`,
    )
    for (const formats of [own, '']) {
      const bytes = await workbookOf(`<row r="1">${cells.join('')}</row>`, {
        'xl/styles.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${formats}<cellXfs>${styles}</cellXfs></styleSheet>`,
      })
      expect((await rowsOf(bytes))?.[0]?.slice(1, 4)).toEqual([
        { dateOn: '1950-01-05', shows: 'month' },
        { dateOn: '1950-01-05', shows: 'monthDay' },
        { dateOn: '1950-01-05' },
      ])
      if (formats === own) {
        expect((await rowsOf(bytes))?.[0]?.[4]).toEqual({ dateOn: '1950-01-05', shows: 'year' })
      }
    }
  })

  test.each([
    '<c r="A1"><f>1+1</f><v></v></c>',
    '<c r="A1"><f>1+1</f><v/></c>',
    '<c r="A1" s="3"><f>1+1</f></c>',
    '<c r="A1"><f t="shared" si="0"/></c>',
  ])('with a formula nobody calculated are refused: %s', async (cell) => {
    const bytes = await workbookOf(`<row r="1">${cell}</row>`)
    await expect(readRosterFile(bytes, 'a.xlsx')).rejects.toMatchObject(
      refusal('fileUnsupported', 'uncalculatedFormulas'),
    )
  })

  test('with calculated formulas are read, an empty text among them', async () => {
    const cells =
      '<c r="A1" t="str"><f>IF(1,"","")</f><v></v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="str"><f>T(1)</f><v>王平</v></c>'
    expect(await rowsOf(await workbookOf(`<row r="1">${cells}</row>`))).toEqual([[null, 2, '王平']])
  })

  test('of Excel 95 are read in the code page of their country', async () => {
    const written = [
      ['姓名', '住址'],
      ['王秀英', '3号楼2单元501'],
    ]
    const { sheets } = await readRosterFile(excel95Of(written), '名单.xls')
    expect(sheets).toMatchObject([{ name: '名单', rows: written }])
  })

  test('that look into other files are refused, those that look into their own sheets are not', async () => {
    const start = record(0x0809, [0x0600, 0x0005, 0, 0, 0, 0, 0, 0])
    const withLinks = (links: Buffer) =>
      compoundFileOf({ Workbook: Buffer.concat([start, links, record(0x000a)]) })
    const other = record(0x01ae, [1, 5], Buffer.from('\u0001b.xls'))
    await expect(readRosterFile(withLinks(other), 'a.xls')).rejects.toMatchObject(
      refusal('fileUnsupported', 'externalLinks'),
    )
    for (const own of [record(0x01ae, [3, 0x0401]), record(0x01ae, [1, 0x3a01])]) {
      await expect(readRosterFile(withLinks(own), 'a.xls')).rejects.toMatchObject(refusal('fileUnreadable'))
    }
  })

  test('say which rows they do not show', async () => {
    const workbook = XLSX.utils.book_new(
      XLSX.utils.aoa_to_sheet([['姓名'], ['王平'], ['李红'], ['孙强']]),
      '名单',
    )
    const sheet = workbook.Sheets['名单'] ?? {}
    sheet['!rows'] = [{}, {}, { hidden: true }]
    for (const bookType of ['xlsx', 'xlml'] as const) {
      const bytes = new Uint8Array(XLSX.write(workbook, { type: 'array', bookType }) as ArrayBuffer)
      expect((await readRosterFile(bytes, 'a')).sheets).toMatchObject([{ hiddenRows: [2] }])
    }
    expect((await readRosterFile(soundXls, 'a')).sheets).toMatchObject([{ hiddenRows: [] }])
  })

  test('are told by their bytes, whatever they are called', async () => {
    expect(await rowsOf(soundXlsx, '名单.xls')).toHaveLength(12)
    expect(await rowsOf(soundXls, '名单.csv')).toHaveLength(12)
  })

  test('with more rows or columns than a roster can have are refused', async () => {
    const wide = Array.from({ length: 201 }, (_, index) => `列${index}`)
    await expect(readRosterFile(xlsxOf([wide]), '宽.xlsx')).rejects.toMatchObject(refusal('fileTooLarge'))
    const long = Buffer.from('姓名,性别\n'.repeat(100_001))
    await expect(readRosterFile(long, '长.csv')).rejects.toMatchObject(refusal('fileTooLarge'))
  })

  test('with one forgotten cell at the far corner are refused without being unfolded', async () => {
    const cell = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    await expect(readRosterFile(await workbookOf(cell), 'a.xlsx')).rejects.toMatchObject(
      refusal('fileTooLarge'),
    )
  })
})

describe('what is no roster', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), 'fileUnreadable'],
    ['a program', Buffer.from('MZ\u0000\u0000\u0003', 'latin1'), 'fileUnsupported'],
    ['half an archive', soundXlsx.subarray(0, 3000), 'fileUnreadable'],
    ['half an old workbook', soundXls.subarray(0, 900), 'fileUnreadable'],
    ['more bytes than a roster has', Buffer.alloc(30 * 1024 * 1024 + 1, 'a'), 'fileTooLarge'],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(readRosterFile(bytes, '名单.xlsx')).rejects.toMatchObject(refusal(code))
  })

  test.each([
    ['%PDF-1.7\n', 'pdf'],
    ['{\\rtf1', 'textDocument'],
    ['Rar!\u001a\u0007', 'archive'],
    ['7z\u00bc\u00af', 'archive'],
    ['\u0089PNG\r\n\u001a\n', 'picture'],
    ['\u00ff\u00d8\u00ff\u00e0', 'picture'],
    ['BM\u0036\u0000\u0000', 'picture'],
  ])('%j is refused as a %s', async (head, reason) => {
    await expect(readRosterFile(Buffer.from(head, 'latin1'), '名单.xlsx')).rejects.toMatchObject(
      refusal('fileUnsupported', reason),
    )
  })

  test('a text that begins like a picture is a text', async () => {
    expect(await rowsOf(Buffer.from('BM,姓名\n1,王平\n'), 'a.csv')).toEqual([
      ['BM', '姓名'],
      ['1', '王平'],
    ])
  })

  test('a document of a text program and a packed folder are named as such', async () => {
    const docx = await zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })
    await expect(readRosterFile(docx, '名单.xlsx')).rejects.toMatchObject(
      refusal('fileUnsupported', 'textDocument'),
    )
    await expect(readRosterFile(compoundFileWith('/WordDocument'), '名单.xls')).rejects.toMatchObject(
      refusal('fileUnsupported', 'textDocument'),
    )
    const packed = await zipOf({ '名单.xlsx': 'x' })
    await expect(readRosterFile(packed, '名单.zip')).rejects.toMatchObject(
      refusal('fileUnsupported', 'archive'),
    )
  })

  test('XML that is no workbook or declares entities is refused', async () => {
    const other = Buffer.from('<?xml version="1.0"?><rss/>')
    await expect(readRosterFile(other, 'a.xls')).rejects.toMatchObject(refusal('fileUnsupported'))
    const entities = Buffer.from(
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    )
    await expect(readRosterFile(entities, 'a.xls')).rejects.toMatchObject(
      refusal('fileUnsupported', 'documentType'),
    )
  })
})

describe('what could do harm', () => {
  test.each([
    ['xl/vbaProject.bin', 'macros'],
    ['xl/externalLinks/externalLink1.xml', 'externalLinks'],
    ['xl/embeddings/oleObject1.bin', 'embeddings'],
    ['xl/macrosheets/sheet1.xml', 'macros'],
  ])('%s in a workbook is refused and named', async (part, detail) => {
    const bytes = await xlsxWith({ [part]: 'x' })
    await expect(readRosterFile(bytes, 'a.xlsx')).rejects.toMatchObject(refusal('fileUnsupported', detail))
  })

  test.each([
    ['/_VBA_PROJECT_CUR/VBA/dir', 'macros'],
    ['/MBD0018D4CE/CONTENTS', 'embeddings'],
  ])('%s in an old workbook is refused and named', async (stream, detail) => {
    const bytes = compoundFileWith('/Workbook', stream)
    await expect(readRosterFile(bytes, 'a.xls')).rejects.toMatchObject(refusal('fileUnsupported', detail))
  })

  test('a document type in a part is refused', async () => {
    const bytes = await xlsxWith({
      'xl/more.xml': '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///x"><a/>',
    })
    await expect(readRosterFile(bytes, 'a.xlsx')).rejects.toMatchObject(
      refusal('fileUnsupported', 'documentType'),
    )
  })

  test('a locked archive and a locked workbook are named as such', async () => {
    const locked = await zipOf({ 'xl/workbook.xml': '<a/>' }, '密码')
    await expect(readRosterFile(locked, 'a.xlsx')).rejects.toMatchObject(refusal('fileEncrypted'))
    const bytes = compoundFileWith('/EncryptedPackage')
    await expect(readRosterFile(bytes, 'a.xlsx')).rejects.toMatchObject(refusal('fileEncrypted'))
  })

  test('an archive that grows far beyond its size is refused before it is unfolded', async () => {
    const bomb = await zipOf({ 'xl/worksheets/sheet1.xml': ' '.repeat(60 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(200_000)
    await expect(unpackZip(bomb)).rejects.toMatchObject(refusal('fileTooLarge'))
  })

  test('a header that lies about the size is not believed', async () => {
    const bomb = Buffer.from(await zipOf({ 'xl/worksheets/sheet1.xml': ' '.repeat(20 * 1024 * 1024) }))
    const claimed = 100
    for (const signature of ['PK\u0001\u0002', 'PK\u0003\u0004']) {
      const start = bomb.indexOf(signature, 0, 'latin1')
      bomb.writeUInt32LE(claimed, start + (signature === 'PK\u0001\u0002' ? 24 : 22))
    }
    await expect(unpackZip(bomb)).rejects.toThrow()
    const boasting = Buffer.from(await zipOf({ 'xl/a.xml': 'abc' }))
    boasting.writeUInt32LE(0xf0000000, boasting.indexOf('PK\u0001\u0002', 0, 'latin1') + 24)
    await expect(unpackZip(boasting)).rejects.toMatchObject(refusal('fileTooLarge'))
  })

  test('a file that was damaged on its way is refused', async () => {
    const sheet = await zipOf({ 'xl/worksheets/sheet1.xml': 'abc' })
    expect((await unpackZip(sheet)).map(({ content }) => content.toString())).toEqual(['abc'])
    const damaged = Buffer.from(sheet)
    const checksumAt = damaged.indexOf('PK\u0001\u0002', 0, 'latin1') + 16
    damaged.writeUInt32LE(damaged.readUInt32LE(checksumAt) ^ 1, checksumAt)
    await expect(unpackZip(damaged)).rejects.toMatchObject(refusal('fileUnreadable'))
  })

  test('thousands of entries are refused', async () => {
    const names = Array.from({ length: 2001 }, (_, index) => [`xl/${index}.xml`, 'a'] as const)
    await expect(unpackZip(await zipOf(Object.fromEntries(names)))).rejects.toMatchObject(
      refusal('fileTooLarge'),
    )
  })

  test('a sound workbook passes the scan', async () => {
    expect((await unpackZip(soundXlsx)).map(({ name }) => name)).toContain('xl/workbook.xml')
  })
})
