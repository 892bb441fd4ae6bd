import * as XLSX from '@e965/xlsx'
import { noise, type HostileRoster } from './hostile-book.ts'

function text(
  name: string,
  ending: HostileRoster['ending'],
  bytes: () => Uint8Array | string,
  fileName = 'a.csv',
): HostileRoster {
  return { name, fileName, ending, bytes: () => Buffer.from(bytes()) }
}

/** Text, pages, XML, old workbooks, and what is none of them. */
export const hostileTexts: readonly HostileRoster[] = [
  text('an empty file', 'fileUnreadable', () => ''),
  text('noise', 'fileUnsupported', () => noise(3_000_000)),
  text('30 MB and one byte', 'fileTooLarge', () => Buffer.alloc(30 * 1024 * 1024 + 1, 'a')),
  text('29 MB of one line', 'read', () => Buffer.alloc(29 * 1024 * 1024, 'a')),
  text('29 MB of commas', 'fileTooLarge', () => Buffer.alloc(29 * 1024 * 1024, ',')),
  text('29 MB of quotes', 'fileTooLarge', () => Buffer.alloc(29 * 1024 * 1024, '"')),
  text('29 MB of empty lines', 'fileTooLarge', () => Buffer.alloc(29 * 1024 * 1024, '\n')),
  text('a quote nobody closed', 'read', () => `姓名,备注\n王平,"${'长'.repeat(5_000_000)}`),
  text('commands in the cells', 'read', () => `姓名,备注\n=cmd|'/c calc'!A1,+1\n@SUM(A1),-2\n`),
  text('lone surrogates and NUL', 'read', () => Buffer.from('\ufeff姓名\ud800,\u0000\n', 'utf16le')),
  text(
    'a page of 200,000 table cells',
    'read',
    () => `<html><table><tr>${'<td>x'.repeat(200_000)}</table></html>`,
    'a.xls',
  ),
  text(
    'a page nested 200,000 deep',
    'fileUnreadable',
    () => `<html><table>${'<table><tr><td>'.repeat(200_000)}`,
    'a.xls',
  ),
  text(
    'a page of cells that span everything',
    'fileTooLarge',
    () =>
      `<html><table><tr><td rowspan="1000000000" colspan="1000000000">x</td></tr><tr><td>y</td></tr></table></html>`,
    'a.xls',
  ),
  text(
    'a page with a script',
    'read',
    () => `<html><script>1</script><table><tr><td>姓名</td></tr></table></html>`,
    'a.xls',
  ),
  text(
    'XML with entities',
    'fileUnsupported',
    () =>
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`,
    'a.xls',
  ),
  text(
    'XML that repeats a cell for ever',
    'fileTooLarge',
    () =>
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row ss:Index="1000000000"><Cell ss:Index="1000000000" ss:MergeAcross="1000000000" ss:MergeDown="1000000000"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>`,
    'a.xls',
  ),
  text(
    'a DBF, a SYLK, a Lotus head',
    'fileUnsupported',
    () =>
      Buffer.concat([
        Buffer.from([0x03, 0x7a, 1, 1, 0xff, 0xff, 0xff, 0x7f, 0x41, 0, 0xff, 0xff]),
        noise(2000),
      ]),
    'a.xls',
  ),
  text(
    'records of an old workbook that lie about their length',
    'fileUnreadable',
    () => Buffer.concat([Buffer.from([0x09, 0x08, 0x10, 0x00, 0, 6, 5, 0]), noise(200_000)]),
    'a.xls',
  ),
  text('an old workbook of noise', 'fileUnreadable', () => compoundFile('/Workbook'), 'a.xls'),
  text('a locked workbook', 'fileEncrypted', () => compoundFile('/EncryptedPackage'), 'a.xls'),
  text('an old workbook with macros', 'fileUnsupported', () => compoundFile('/_VBA_PROJECT_CUR/x'), 'a.xls'),
  text(
    'a compound file whose sectors go in circles',
    'fileUnreadable',
    () => circularCompoundFile(),
    'a.xls',
  ),
]

/** The parser's own container writer comes without types. */
const containers = XLSX.CFB as {
  readonly utils: {
    cfb_new: () => object
    cfb_add: (file: object, path: string, content: Uint8Array) => void
  }
  readonly write: (file: object, options: { readonly type: 'buffer' }) => Uint8Array
}

function compoundFile(stream: string): Uint8Array {
  const file = containers.utils.cfb_new()
  containers.utils.cfb_add(file, stream, noise(5000))
  return containers.write(file, { type: 'buffer' })
}

function circularCompoundFile(): Uint8Array {
  const bytes = Buffer.from(compoundFile('/Workbook'))
  // Every sector of the allocation table says that the first one comes next.
  bytes.fill(0, 512, 1024)
  return bytes
}
