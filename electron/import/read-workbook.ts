import * as XLSX from '@e965/xlsx'
import { FailureError } from '../../domain/failure.ts'
import type { MergedArea, RosterSheet, SheetCell } from '../../domain/roster-import/roster-table.ts'
import { cellFacts, type CellFacts } from './cell-facts.ts'
import { cellValue } from './cell-value.ts'
import { unsupported } from './refuse-file.ts'
import { sheetOf } from './sheet.ts'
import { hasExternalLinks } from './external-links.ts'
import type { PlainRows } from './plain-rows.ts'
import type { ZipPart } from './unpack-zip.ts'
import { withoutPlainRows } from './without-plain-rows.ts'
import { mayHideRows, preparedPackage, type WorkbookPackage } from './workbook-package.ts'

const readOptions = {
  dense: true,
  cellDates: true,
  UTC: true,
  cellFormula: false,
  cellHTML: false,
  cellNF: true,
  bookVBA: false,
} as const satisfies XLSX.ParsingOptions

/** Without the styles the parser leaves out which rows are hidden. */
const workbookOptions = { ...readOptions, cellStyles: true } as const satisfies XLSX.ParsingOptions

/** Every sheet a clerk can see of an .xls or of its forerunners. Throws: fileEncrypted, fileUnreadable, fileTooLarge. */
export async function readOldWorkbook(bytes: Uint8Array): Promise<RosterSheet[]> {
  await loadCodePages()
  return visibleSheets(parsed(() => XLSX.read(bytes, { ...workbookOptions, type: 'array' })))
}

/** Workbooks older than Excel 97 hold their texts in the code page of their country; the tables take long to load. */
async function loadCodePages(): Promise<void> {
  XLSX.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
}

/** The same workbook to be written again, its days as the numbers and formats they are kept in. Throws: fileEncrypted, fileUnreadable. */
export async function oldWorkbook(bytes: Uint8Array): Promise<XLSX.WorkBook> {
  await loadCodePages()
  return parsed(() => XLSX.read(bytes, { ...workbookOptions, dense: false, cellDates: false, type: 'array' }))
}

/** A packed workbook to be written again. */
export function packedWorkbook(parts: readonly ZipPart[]): XLSX.WorkBook {
  const options = { ...workbookOptions, dense: false, cellDates: false }
  return parsed(() => parser.parse_zip(preparedPackage(parts), options))
}

/** The tables of a page to be written again. */
export function workbookOfMarkup(text: string): XLSX.WorkBook {
  return parsed(() => XLSX.read(text, { ...readOptions, dense: false, type: 'string', raw: true }))
}

/** Every sheet a clerk can see of an .xlsx or another packed workbook. Throws: fileUnsupported, fileUnreadable, fileTooLarge. */
export function readPackedWorkbook(parts: readonly ZipPart[]): RosterSheet[] {
  const { rest, rowsOf } = parsed(() => withoutPlainRows(parts, factsOf))
  const options = { ...workbookOptions, cellStyles: mayHideRows(rest) }
  return visibleSheets(
    parsed(() => parser.parse_zip(preparedPackage(rest), options)),
    rowsOf,
  )
}

/** What a workbook says besides its sheets. */
function factsOf(parts: readonly ZipPart[]): CellFacts {
  return cellFacts(parser.parse_zip(preparedPackage(parts), { ...readOptions, sheets: [] }))
}

/** The tables of an HTML page or of Excel's XML; cells stay text as they are written. */
export function readMarkup(text: string): RosterSheet[] {
  return visibleSheets(parsed(() => XLSX.read(text, { ...readOptions, type: 'string', raw: true })))
}

/** The parser exports these; its types leave them out or open. */
const parser = XLSX as unknown as {
  readonly parse_zip: (container: WorkbookPackage, options: XLSX.ParsingOptions) => XLSX.WorkBook
}

/** What the compound file of an old .xls is. Throws: fileEncrypted, fileUnsupported, fileUnreadable. */
export function checkCompoundFile(bytes: Uint8Array): void {
  // The parser's types leave its container reader open.
  const container = XLSX.CFB as {
    readonly read: (bytes: Uint8Array, options: object) => WorkbookPackage
  }
  const { FullPaths, FileIndex } = parsed(() => container.read(bytes, { type: 'buffer' }))
  const has = (part: RegExp) => FullPaths.some((path: string) => part.test(path))
  if (has(/\/EncryptedPackage$/i)) throw new FailureError('fileEncrypted')
  if (has(/\/_VBA_PROJECT/i)) throw unsupported('macros')
  if (has(/\/WordDocument$/i)) throw unsupported('textDocument')
  if (!has(/\/(Workbook|Book)$/i)) throw unsupported()
  if (has(/\/MBD[0-9A-F]+\//i)) throw unsupported('embeddings')
  const book = FileIndex[FullPaths.findIndex((path) => /\/(Workbook|Book)$/i.test(path))]
  if (book !== undefined && hasExternalLinks(book.content)) throw unsupported('externalLinks')
}

function parsed<T>(read: () => T): T {
  try {
    return withWholeCharacters(read)
  } catch (error) {
    if (error instanceof FailureError) throw error
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new FailureError(isLocked ? 'fileEncrypted' : 'fileUnreadable')
  }
}

/**
 * The parser turns &#x20BB7; into a wrong character because it knows only 16-bit codes: rare names would be damaged.
 * This runs in the reader's own process, synchronously, and puts the original back.
 */
function withWholeCharacters<T>(read: () => T): T {
  const original: (...codes: number[]) => string = String.fromCharCode
  String.fromCharCode = (...codes: number[]) =>
    codes.some((code) => code > 0xffff) ? String.fromCodePoint(...codes) : original(...codes)
  try {
    return read()
  } finally {
    String.fromCharCode = original
  }
}

function visibleSheets(
  workbook: XLSX.WorkBook,
  plainRowsOf: (sheet: XLSX.WorkSheet) => PlainRows['rows'] = () => [],
): RosterSheet[] {
  const states = workbook.Workbook?.Sheets ?? []
  const all = workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name]
    const isVisible = (states[index]?.Hidden ?? 0) === 0
    return sheet === undefined || sheet['!type'] === 'chart' ? [] : [{ name, sheet, isVisible }]
  })
  const shown = all.some(({ isVisible }) => isVisible) ? all.filter(({ isVisible }) => isVisible) : all
  return shown.map(({ name, sheet }) =>
    sheetOf(name, rowsOf(sheet, plainRowsOf(sheet)), mergedAreasOf(sheet), hiddenRowsOf(sheet)),
  )
}

/** Shape: holes of the parser's sparse rows become null, so that the table can be sent to another process. */
function rowsOf(sheet: XLSX.WorkSheet, plainRows: PlainRows['rows']): SheetCell[][] {
  const data = (sheet as XLSX.DenseWorkSheet)['!data'] as readonly (
    readonly (XLSX.CellObject | undefined)[] | undefined
  )[]
  const rows: SheetCell[][] = []
  const rowCount = Math.max(data.length, plainRows.length)
  for (let index = 0; index < rowCount; index += 1) {
    const row = data[index] ?? []
    // Beside a plain row the parser may have made an empty cell for a comment or a link.
    rows.push(plainRows[index] ?? Array.from(row, (cell) => (cell === undefined ? null : cellValue(cell))))
  }
  return rows
}

function hiddenRowsOf(sheet: XLSX.WorkSheet): number[] {
  // The parser leaves holes for rows without a property of their own.
  const rows: readonly (XLSX.RowInfo | undefined)[] = sheet['!rows'] ?? []
  return rows.flatMap((row, index) => (row?.hidden === true ? [index] : []))
}

function mergedAreasOf(sheet: XLSX.WorkSheet): MergedArea[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
}
