import { FailureError } from '../../domain/failure.ts'
import { sheetLimits, type SheetCell } from '../../domain/roster-import/roster-table.ts'
import type { CellFacts } from './cell-facts.ts'
import { readPlainCell, type CellSpan } from './plain-cell.ts'

/** A sheet whose plain rows were taken out of its markup. */
export interface PlainRows {
  /** Shape: row n is rows[n - 1]; holes where nothing plain is written. */
  readonly rows: readonly (SheetCell[] | undefined)[]
  /** The markup without them, for the parser. */
  readonly rest: Buffer
}

const start = '<sheetData>'
const end = '</sheetData>'
const rowEnd = Buffer.from('</row>')
const [space, lineFeed, carriageReturn, tab, slash, less, greater] = [32, 10, 13, 9, 47, 60, 62]
const rowTag = /^<row(?=[^>]*\sr="(\d{1,7})")(?:\s+(?:x14ac:)?\w+="[^"<>&]*")*\s*\/?$/

/**
 * Reads the rows that hold nothing but plain cells, which are nearly all: the parser takes ten times as long for them.
 * Undefined where the markup is not of the usual form, and all of it is left to the parser.
 * Throws: fileTooLarge for a value below the last row that is read.
 */
export function takePlainRows(content: Buffer, facts: CellFacts): PlainRows | undefined {
  const startAt = content.indexOf(start)
  const endAt = content.indexOf(end, startAt)
  if (startAt < 0 || endAt < 0) return undefined
  const [head, tail] = [content.subarray(0, startAt), content.subarray(endAt + end.length)]
  // Comments may hide anything, and two of these parts are none.
  if (head.includes('<!-') || head.includes('sheetData') || tail.includes('sheetData')) return undefined
  const rows: (SheetCell[] | undefined)[] = []
  const kept: Buffer[] = []
  let at = startAt + start.length
  let last = 0
  for (;;) {
    at = afterBlanks(content, at)
    if (at === endAt) break
    const row = readRow(content, at, endAt, facts)
    // Rows without a number are counted from the one before, which would be gone.
    if (row === undefined || row.number <= last) return undefined
    const { number, values, next } = row
    if (values !== undefined && values.length > 0) {
      if (number > sheetLimits.rows) throw new FailureError('fileTooLarge')
      rows[number - 1] = values
    }
    if (values === undefined) kept.push(content.subarray(at, next))
    else if (row.hiddenTag !== undefined) kept.push(Buffer.from(row.hiddenTag))
    at = next
    last = number
  }
  return { rows, rest: Buffer.concat([head, Buffer.from(start), ...kept, Buffer.from(end), tail]) }
}

interface RowSpan {
  readonly number: number
  /** Undefined for a row that only the parser can read. */
  readonly values: SheetCell[] | undefined
  /** The row without its cells, where it may be hidden. */
  readonly hiddenTag: string | undefined
  readonly next: number
}

const cell: CellSpan = { column: 0, row: 0, style: 0, value: null, next: 0 }

/** Undefined where no row of the usual form begins here. */
function readRow(content: Buffer, at: number, endAt: number, facts: CellFacts): RowSpan | undefined {
  const tagEnd = content.indexOf(greater, at)
  const tag = content.toString('latin1', at, tagEnd)
  const number = Number(rowTag.exec(tag)?.[1] ?? 0)
  if (number === 0 || tagEnd > endAt) return undefined
  const isHidden = tag.includes('hidden')
  if (tag.endsWith('/')) {
    const hiddenTag = isHidden ? `${tag}>` : undefined
    return { number, values: [], hiddenTag, next: tagEnd + 1 }
  }
  const hiddenTag = isHidden ? `${tag}></row>` : undefined
  const values: SheetCell[] = []
  let cellAt = afterBlanks(content, tagEnd + 1)
  let column = 0
  // A cell begins with <c and the row ends with </.
  while (content[cellAt] === less && content[cellAt + 1] !== slash) {
    if (!readPlainCell(content, cellAt, cell, facts)) return notPlain(content, cellAt, endAt, number)
    const isOutOfOrder = cell.row !== number || cell.column <= column || cell.column > sheetLimits.columns
    if (isOutOfOrder) return notPlain(content, cellAt, endAt, number)
    column = cell.column
    if (cell.value !== null) {
      while (values.length < column - 1) values.push(null)
      values.push(cell.value)
    }
    cellAt = afterBlanks(content, cell.next)
  }
  const next = cellAt + rowEnd.length
  if (next > endAt || content.compare(rowEnd, 0, rowEnd.length, cellAt, next) !== 0) return undefined
  return { number, values, hiddenTag, next }
}

function notPlain(content: Buffer, at: number, endAt: number, number: number): RowSpan | undefined {
  const closesAt = content.indexOf(rowEnd, at)
  if (closesAt < 0 || closesAt > endAt) return undefined
  return { number, values: undefined, hiddenTag: undefined, next: closesAt + rowEnd.length }
}

function afterBlanks(content: Buffer, start: number): number {
  let at = start
  for (;;) {
    const byte = content[at]
    if (byte !== space && byte !== lineFeed && byte !== carriageReturn && byte !== tab) return at
    at += 1
  }
}
