import { FailureError, type UnsupportedFileReason } from '../../domain/failure.ts'
import type { RosterSheet, RosterTable } from '../../domain/roster-import/roster-table.ts'
import { stemOf } from './file-stem.ts'
import { fileKindOf, foreignReasonOf } from './file-kind.ts'
import { decodeText, readDelimitedText } from './read-text.ts'
import { checkCompoundFile, readMarkup, readOldWorkbook, readPackedWorkbook } from './read-workbook.ts'
import { unsupported } from './refuse-file.ts'
import { sheetOf } from './sheet.ts'
import { unpackZip } from './unpack-zip.ts'

/** Unit: bytes of the file as it lies on the disk. */
export const largestRosterFile = 30 * 1024 * 1024

/**
 * Reads a roster of any format offices send, by its bytes and not by its name.
 * Throws: fileTooLarge, fileEncrypted, fileUnsupported, fileUnreadable.
 */
export async function readRosterFile(bytes: Uint8Array, fileName: string): Promise<RosterTable> {
  if (bytes.length > largestRosterFile) throw new FailureError('fileTooLarge')
  if (bytes.length === 0) throw new FailureError('fileUnreadable')
  const sheets = await readSheets(bytes, stemOf(fileName))
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) throw new FailureError('fileUnreadable')
  return { sheets: filled.length > 0 ? filled : sheets.slice(0, 1) }
}

async function readSheets(bytes: Uint8Array, stem: string): Promise<RosterSheet[]> {
  switch (fileKindOf(bytes)) {
    case 'zip':
      return readPackage(bytes)
    case 'compound':
      checkCompoundFile(bytes)
      return readOldWorkbook(bytes)
    case 'biff':
      return readOldWorkbook(bytes)
    case 'text':
      return readTextSheets(decodeText(bytes), stem)
    case 'foreign':
      throw unsupported(foreignReasonOf(bytes))
  }
}

async function readPackage(bytes: Uint8Array): Promise<RosterSheet[]> {
  const parts = await unpackZip(bytes)
  const names = parts.map(({ name }) => name)
  const isSpreadsheet = names.some((name) => /^\/?xl\//i.test(name)) || names.includes('content.xml')
  if (!isSpreadsheet) throw unsupported(reasonOfPackage(names))
  return readPackedWorkbook(parts)
}

function reasonOfPackage(names: readonly string[]): UnsupportedFileReason | undefined {
  if (names.some((name) => name.startsWith('word/'))) return 'textDocument'
  return names.includes('[Content_Types].xml') || names.includes('mimetype') ? undefined : 'archive'
}

const htmlStart = /<(!doctype\s+)?(html|table|head|body)[\s>]/i
const xmlStart = /^\s*<\?xml/i

/** Whether a text is a page or Excel's XML and not a table of lines. */
export function isMarkupText(text: string): boolean {
  const head = text.slice(0, 4096)
  return htmlStart.test(head) || xmlStart.test(head)
}

function readTextSheets(text: string, stem: string): RosterSheet[] {
  const head = text.slice(0, 4096)
  if (htmlStart.test(head)) {
    const tables = readMarkup(text)
    return tables.length === 1 ? tables.map((table) => ({ ...table, name: stem })) : tables
  }
  if (xmlStart.test(head)) {
    if (!head.includes('schemas-microsoft-com:office:spreadsheet')) throw unsupported()
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw unsupported('documentType')
    return readMarkup(text)
  }
  return [sheetOf(stem, readDelimitedText(text), [])]
}
