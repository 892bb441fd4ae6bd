import type ExcelJS from 'exceljs'
import { Writable } from 'node:stream'
import type { FileHandle } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { writeWholeFileBy } from '../write-whole-file.ts'
import { sheetName } from './sheet-name.ts'

interface WorkbookColumn {
  readonly header: string
  /** Unit: characters of the usual font; a Chinese one takes two. */
  readonly widthCharacters: number
}

/** A text stays one whatever it looks like; a figure can be reckoned with. */
export type WorkbookCell = string | number

export interface WorkbookContent {
  /** Names the sheet, and stands above each printed page. */
  readonly title: string
  /** Lines over the header, each across all columns: title, unit and date of a roster. */
  readonly linesAbove?: readonly string[]
  readonly columns: readonly WorkbookColumn[]
  /** Shape: the cells in the order of the columns. */
  readonly rows: AsyncIterable<readonly WorkbookCell[]>
  /** Whether a row names those below it; it reaches across all columns. */
  readonly isHeading?: (row: readonly WorkbookCell[]) => boolean
  /** Lines under the last row. */
  readonly linesBelow?: readonly string[]
  readonly page?: {
    readonly size: 'A4' | 'A3'
    readonly orientation: 'portrait' | 'landscape'
    /** What stands on one page of the paper stays on one. */
    readonly isWhole?: boolean
  }
  /** Shape: what stands under each printed page; &P is its number and &N how many there are. */
  readonly pageFooter?: string
}

/** As the format counts sizes of paper. Source: ECMA-376 part 1, 18.3.1.63. */
const paperSizes = { A4: 9, A3: 8 } as const

/** So that the window is served between two turns. */
const rowsPerTurn = 200

/** Only the stream writer's declarations leave out what its sheets are made of. */
type SheetWriter = ReturnType<ExcelJS.stream.xlsx.WorkbookWriter['addWorksheet']>

/**
 * Writes a list as an .xlsx whose texts stay texts, with a frozen header that every printed page repeats; all of the file or
 * nothing of it. Throws: fileNotWritten, and the FailureError of the rows.
 */
export async function writeWorkbook(filePath: string, content: WorkbookContent): Promise<void> {
  // Loaded when the first workbook is written: no start pays for it.
  const { default: excel } = await import('exceljs')
  await writeWholeFileBy(filePath, async (file) => {
    const { stream, failed } = streamInto(file)
    const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
    await Promise.race([fillWorkbook(workbook, content), failed])
  })
}

async function fillWorkbook(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { title, linesAbove = [], columns, rows, linesBelow = [], ...content }: WorkbookContent,
): Promise<void> {
  const { size, orientation, isWhole = false } = content.page ?? { size: 'A4', orientation: 'landscape' }
  const headerRow = linesAbove.length + 1
  const sheet = workbook.addWorksheet(sheetName(title), {
    views: [{ state: 'frozen', ySplit: headerRow }],
    pageSetup: { orientation, fitToPage: true, fitToWidth: 1, fitToHeight: isWhole ? 1 : 0 },
    headerFooter: {
      oddHeader: linesAbove.length === 0 ? `&C${pageText(title)}` : '',
      oddFooter: content.pageFooter === undefined ? '' : `&C${content.pageFooter}`,
    },
  })
  // The library's declarations don't know the two as the sheet takes them.
  Object.assign(sheet.pageSetup, { paperSize: paperSizes[size], printTitlesRow: `1:${headerRow}` })
  sheet.columns = columns.map(({ widthCharacters }) => ({ width: widthCharacters, style: { numFmt: '@' } }))
  linesAbove.forEach((line, index) => addLine(sheet, line, columns, index === 0))
  addHeader(sheet, columns)
  let count = 0
  for await (const row of rows) {
    if (content.isHeading?.(row) === true) addHeading(sheet, row, columns.length)
    else addCells(sheet, row)
    count += 1
    if (count % rowsPerTurn === 0) await setImmediate()
  }
  for (const line of linesBelow) addLine(sheet, line, columns, false)
  await workbook.commit()
}

function addCells(sheet: SheetWriter, cells: readonly WorkbookCell[]): void {
  const row = sheet.addRow(cells.map(cellValue))
  for (const [index, value] of cells.entries()) {
    const cell = row.getCell(index + 1)
    // A text stays one however it begins, also after somebody has edited the cell.
    cell.numFmt = typeof value === 'number' ? '#,##0' : '@'
    cell.alignment = { vertical: 'middle', wrapText: true }
    cell.border = thinBorder
  }
  row.commit()
}

function addHeading(sheet: SheetWriter, cells: readonly WorkbookCell[], columnCount: number): void {
  const row = sheet.addRow(Array.from({ length: columnCount }, (_, index) => cellValue(cells[index] ?? '')))
  for (let column = 1; column <= columnCount; column += 1) {
    const cell = row.getCell(column)
    cell.numFmt = '@'
    cell.font = { bold: true }
    cell.alignment = { vertical: 'middle' }
    cell.border = thinBorder
    cell.fill = paleFill
  }
  row.commit()
}

function addHeader(sheet: SheetWriter, columns: readonly WorkbookColumn[]): void {
  const row = sheet.addRow(columns.map(({ header }) => cellText(header)))
  for (let column = 1; column <= columns.length; column += 1) {
    const cell = row.getCell(column)
    cell.numFmt = '@'
    cell.font = { bold: true }
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
    cell.border = thinBorder
    cell.fill = paleFill
  }
  row.commit()
}

function addLine(
  sheet: SheetWriter,
  line: string,
  columns: readonly WorkbookColumn[],
  isTitle: boolean,
): void {
  const row = sheet.addRow([cellText(line)])
  const cell = row.getCell(1)
  cell.numFmt = '@'
  cell.font = isTitle ? { bold: true, size: 16 } : {}
  cell.alignment = { vertical: 'middle', horizontal: isTitle ? 'center' : 'left', wrapText: true }
  if (columns.length > 1) sheet.mergeCells(row.number, 1, row.number, columns.length)
  // No program finds the height of a row whose cells are one by itself.
  const lineCount = Math.ceil(widthOf(line) / columns.reduce((sum, one) => sum + one.widthCharacters, 0))
  if (lineCount > 1) row.height = lineCount * (isTitle ? 24 : 16)
  row.commit()
}

const thin = { style: 'thin', color: { argb: 'FFB5BDBA' } } as const
const paleFill: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6EFEC' } }
const thinBorder = { top: thin, left: thin, bottom: thin, right: thin } as const

/** Unit: characters of the usual font; a Chinese one takes the room of two. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character > '\u2e7f' ? 2 : 1
  return width
}

function cellValue(value: WorkbookCell): string | number | null {
  return typeof value === 'number' ? value : cellText(value)
}

/** Null for a cell that stays empty; what looks like one of the format's own escapes is escaped itself. */
function cellText(text: string): string | null {
  return text === '' ? null : text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** An ampersand begins an instruction there, unless it stands twice. */
function pageText(text: string): string {
  return text.replaceAll('&', '&&')
}

/** A stream into an open file that leaves the file open, and a promise that fails when the disk does. */
function streamInto(file: FileHandle): { readonly stream: Writable; readonly failed: Promise<never> } {
  const stream = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      file.writeFile(chunk).then(() => done(), done)
    },
  })
  const failed = new Promise<never>((_resolve, reject) => stream.on('error', reject))
  // Whoever waits for the workbook hears of it; the work may have failed before.
  failed.catch(() => undefined)
  return { stream, failed }
}
