import { assertNever } from '../assert-never.ts'
import { nothingWords } from '../codes/import-header-aliases.ts'
import { isSheetDate, type SheetCell, type SheetDate } from './roster-table.ts'

/** Characters that are never seen: zero-width ones, byte order marks, direction marks, soft hyphens. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/** Nothing to clean, as in nearly every cell; a pattern takes five times as long to tell. */
function isClean(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    const isLatin = code > 0x20 && code < 0x7f && code !== 0x27
    if (!isLatin && !isPlainHan(code)) return false
  }
  return true
}

function isPlainHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** Whether nothing that can be seen stands in the cell. */
export function isBlank(cell: SheetCell | undefined): boolean {
  if (cell === null || cell === undefined) return true
  // What begins with such a character says something.
  if (typeof cell === 'string' && isClean(cell.charAt(0)) && cell !== '') return false
  return cellText(cell) === ''
}

/** The cell as one line of plain text: NBSP and full-width spaces are spaces, a leading apostrophe is Excel's. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string' && isClean(cell)) return cell
  return spacesOnly(cell).replace(/\s+/g, ' ').trim()
}

/** Like cellText, with its line breaks kept. */
export function cellLines(cell: SheetCell | undefined): string {
  return spacesOnly(cell)
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim()
}

function spacesOnly(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (isSheetDate(cell)) return dateText(cell)
  if (typeof cell === 'number') return numberText(cell)
  return cell.replace(invisible, '').replace(/^\s*['\u2018](?=.)/, '')
}

/** What the sheet shows of a date, and no more. */
export function dateText({ dateOn, shows }: SheetDate): string {
  switch (shows) {
    case undefined:
      return dateOn
    case 'year':
      return dateOn.slice(0, 4)
    case 'month':
      return dateOn.slice(0, 7)
    case 'monthDay':
      return dateOn.slice(5)
    default:
      return assertNever(shows)
  }
}

/** Text that is there and does not merely say that nothing is. */
export function statedText(cell: SheetCell | undefined): string {
  const text = cellText(cell)
  return nothingWords.has(text) ? '' : text
}

/** Never in exponent form, whatever its size. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  return Number.isInteger(value) ? BigInt(value).toString() : String(value)
}
