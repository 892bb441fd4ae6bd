import type { SheetCell } from '../../domain/roster-import/roster-table.ts'
import type { CellFacts } from './cell-facts.ts'

/** A cell as it was read last; filled again and again, because a sheet has hundreds of thousands of them. */
export interface CellSpan {
  /** Shape: one-based. */
  column: number
  row: number
  /** Shape: zero-based position among the formats of the workbook. */
  style: number
  value: SheetCell
  /** Where what follows it begins. */
  next: number
}

/** Unit: bytes of the characters that tell what comes next. */
const [space, quote, slash, nought, nine, less, equals, greater] = [32, 34, 47, 48, 57, 60, 61, 62]
const [letterA, letterZ, cellName, formulaName, placeName, styleName, typeName] = [
  65, 90, 99, 102, 114, 115, 116,
]

const types = ['', 'n', 's', 'b', 'str', 'inlineStr'] as const
type CellType = (typeof types)[number]

const endOfValue = Buffer.from('</v></c>')
const endOfText = Buffer.from('</t></is></c>')
const endOfFormula = Buffer.from('</f>')
const openValue = Buffer.from('<v>')
const openTexts = [Buffer.from('<is><t>'), Buffer.from('<is><t xml:space="preserve">')]
const endOfCell = Buffer.from('</c>')

/**
 * Reads a cell of one of the forms that nearly all have; false for any other, which is left to the parser.
 * Shape: `at` is where its tag begins.
 */
export function readPlainCell(content: Buffer, at: number, cell: CellSpan, facts: CellFacts): boolean {
  if (content[at + 1] !== cellName) return false
  const type = readTag(content, at + 2, cell)
  if (type === undefined || cell.column === 0) return false
  cell.value = null
  // Without a value the parser takes a flag for no.
  if (content[cell.next - 2] === slash) return type !== 'b'
  const formula = afterFormula(content, cell.next)
  const isCalculated = formula !== cell.next
  cell.next = formula
  if (!isCalculated && begins(content, cell.next, endOfCell)) {
    cell.next += endOfCell.length
    return type !== 'b'
  }
  if (type === 'inlineStr') return !isCalculated && readInlineText(content, cell)
  return readValue(content, cell, type, isCalculated, facts)
}

/** The attributes of a cell, each of one letter. Undefined for any others. */
function readTag(content: Buffer, start: number, cell: CellSpan): CellType | undefined {
  let at = start
  let type: CellType | undefined = ''
  cell.column = 0
  cell.style = 0
  for (;;) {
    const name = content[at]
    if (name === space) at += 1
    else if (name === greater) break
    else if (name === slash && content[at + 1] === greater) at += 1
    else {
      if (content[at + 1] !== equals || content[at + 2] !== quote || content[at - 1] !== space)
        return undefined
      const valueAt = at + 3
      if (name === placeName) at = readPlace(content, valueAt, cell)
      else if (name === styleName) at = readStyle(content, valueAt, cell)
      else if (name === typeName) {
        at = content.indexOf(quote, valueAt)
        type = typeAt(content, valueAt, at)
        if (type === undefined) return undefined
      } else return undefined
      if (content[at] !== quote) return undefined
      at += 1
    }
  }
  cell.next = at + 1
  return type
}

/** Each step answers where it stopped: at the quote, unless something else stands there. */
function readPlace(content: Buffer, start: number, cell: CellSpan): number {
  let [at, column, row] = [start, 0, 0]
  let byte = content[at] ?? 0
  while (byte >= letterA && byte <= letterZ) {
    column = column * 26 + byte - letterA + 1
    byte = content[(at += 1)] ?? 0
  }
  while (byte >= nought && byte <= nine) {
    row = row * 10 + byte - nought
    byte = content[(at += 1)] ?? 0
  }
  cell.column = column
  cell.row = row
  return at
}

function readStyle(content: Buffer, start: number, cell: CellSpan): number {
  let [at, style] = [start, 0]
  let byte = content[at] ?? 0
  while (byte >= nought && byte <= nine) {
    style = style * 10 + byte - nought
    byte = content[(at += 1)] ?? 0
  }
  cell.style = style
  return at
}

function typeAt(content: Buffer, start: number, end: number): CellType | undefined {
  // The most frequent one without a text of its own.
  if (end - start === 1 && content[start] === styleName) return 's'
  const text = content.toString('latin1', start, end)
  return types.find((type) => type === text)
}

/** Nobody asks how a value was reckoned. */
function afterFormula(content: Buffer, start: number): number {
  if (content[start] !== less || content[start + 1] !== formulaName) return start
  const tagEnd = content.indexOf(greater, start)
  if (content[tagEnd - 1] === slash) return tagEnd + 1
  const end = content.indexOf(less, tagEnd)
  return begins(content, end, endOfFormula) ? end + endOfFormula.length : start
}

function readInlineText(content: Buffer, cell: CellSpan): boolean {
  const open = openTexts.find((one) => begins(content, cell.next, one))
  if (open === undefined) return false
  const start = cell.next + open.length
  const end = content.indexOf(less, start)
  if (!begins(content, end, endOfText)) return false
  cell.next = end + endOfText.length
  return readText(content, start, end, cell)
}

function readValue(
  content: Buffer,
  cell: CellSpan,
  type: Exclude<CellType, 'inlineStr'>,
  isCalculated: boolean,
  facts: CellFacts,
): boolean {
  if (!begins(content, cell.next, openValue)) return false
  const start = cell.next + openValue.length
  let end = start
  while (content[end] !== less && end < content.length) end += 1
  if (!begins(content, end, endOfValue)) return false
  cell.next = end + endOfValue.length
  // A formula that was never reckoned is told from all others by the parser's side.
  if (start === end) return !isCalculated && type !== 's' && type !== 'b'
  switch (type) {
    case 's':
      return readShared(content, start, end, cell, facts)
    case 'str':
      return readText(content, start, end, cell)
    case 'b':
      return readFlag(content, start, end, cell)
    case '':
    case 'n':
      return readNumber(content, start, end, cell, facts)
  }
}

function readShared(content: Buffer, start: number, end: number, cell: CellSpan, { strings }: CellFacts) {
  const index = wholeNumber(content, start, end)
  if (index === undefined || index >= strings.length) return false
  cell.value = textOrNothing(strings[index])
  return true
}

function readNumber(content: Buffer, start: number, end: number, cell: CellSpan, facts: CellFacts): boolean {
  const value = wholeNumber(content, start, end) ?? fraction(content.toString('latin1', start, end))
  const meaning = value === undefined ? undefined : facts.numberIn(cell.style, value)
  if (meaning === undefined) return false
  cell.value = meaning
  return true
}

function readFlag(content: Buffer, start: number, end: number, cell: CellSpan): boolean {
  const text = content.toString('latin1', start, end)
  if (text !== '0' && text !== '1') return false
  cell.value = String(text === '1')
  return true
}

/** What a text spells otherwise than it means. */
const spelled = /&|\r|_x[\da-f]{4}_/i

function readText(content: Buffer, start: number, end: number, cell: CellSpan): boolean {
  const text = content.toString('utf8', start, end)
  if (spelled.test(text)) return false
  cell.value = textOrNothing(text)
  return true
}

function textOrNothing(text: string | undefined): SheetCell {
  return text === undefined || text === '' ? null : text
}

/** Unit: figures; a longer number is read as any other. */
const mostFigures = 15

function wholeNumber(content: Buffer, start: number, end: number): number | undefined {
  if (end - start > mostFigures) return undefined
  let value = 0
  for (let at = start; at < end; at += 1) {
    const byte = content[at] ?? 0
    if (byte < nought || byte > nine) return undefined
    value = value * 10 + byte - nought
  }
  return value
}

function fraction(text: string): number | undefined {
  const value = /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
  return Number.isFinite(value) ? value : undefined
}

function begins(content: Buffer, at: number, word: Buffer): boolean {
  if (at < 0) return false
  for (let index = 0; index < word.length; index += 1) if (content[at + index] !== word[index]) return false
  return true
}
