import { FailureError } from '../../domain/failure.ts'
import { sheetLimits } from '../../domain/roster-import/roster-table.ts'
import { chineseDateFormats } from './date-format.ts'
import { unsupported } from './refuse-file.ts'
import type { ZipPart } from './unpack-zip.ts'

interface PackagePart {
  readonly name: string
  /** The parser reads nothing that has none. */
  readonly type: number
  readonly content: Uint8Array
  readonly size: number
}

/** Shape: the parts of a workbook as the parser's own container has them. */
export interface WorkbookPackage {
  readonly FullPaths: readonly string[]
  readonly FileIndex: readonly PackagePart[]
}

const root = 'Root Entry/'
const [rootType, fileType] = [5, 2]

/**
 * The parts of a packed workbook as the parser takes them: it never opens the archive, so that nobody reads another
 * content out of it than the one that was looked through. Throws: fileUnsupported where a formula was never calculated.
 */
export function preparedPackage(parts: readonly ZipPart[]): WorkbookPackage {
  const FileIndex = parts.map(({ name, content }) => {
    const prepared = preparedPart(name, content)
    return {
      name: name.slice(name.lastIndexOf('/') + 1),
      type: fileType,
      content: prepared,
      size: prepared.length,
    }
  })
  return {
    FullPaths: [root, ...parts.map(({ name }) => root + name)],
    FileIndex: [{ name: root, type: rootType, content: Buffer.alloc(0), size: 0 }, ...FileIndex],
  }
}

/** The name of a part that holds a sheet. */
export const sheetPart = /(^|\/)xl\/worksheets\/[^/]*\.xml$/i
const stylesPart = /(^|\/)xl\/styles\.xml$/i

/**
 * Whether any row of the workbook may be hidden: the parser tells it only along with all styles, which take it a tenth of
 * its time.
 */
export function mayHideRows(parts: readonly ZipPart[]): boolean {
  const isPlain = parts.some(({ name }) => name === 'xl/workbook.xml')
  const mayHide = ({ name, content }: ZipPart) =>
    sheetPart.test(name) && (isWide(content) || content.includes('hidden'))
  return !isPlain || parts.some(mayHide)
}

/** Two bytes for each character. */
export function isWide(content: Buffer): boolean {
  return content.subarray(0, 4).includes(0) || content[0] === 0xfe || content[0] === 0xff
}

function preparedPart(name: string, content: Buffer): Buffer {
  if (sheetPart.test(name)) prepareSheet(content)
  return stylesPart.test(name) ? withChineseFormats(content) : content
}

/** A formula without a value: a program wrote it and no spreadsheet program has opened it since. An empty text is a value. */
const uncalculated =
  /<c (?![^<>]*\bt="(?:str|s|b|e)")[^<>]*>\s*<f[^<>]*(?:\/>|>[^<]{0,8192}<\/f>)\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/

/** One character for each byte, so that places in the text are places in the bytes. */
function prepareSheet(content: Buffer): void {
  const text = content.toString('latin1')
  if (text.includes('<f') && uncalculated.test(text)) throw unsupported('uncalculatedFormulas')
  if (lastFilledRow(text) > sheetLimits.rows) throw new FailureError('fileTooLarge')
  hideColumns(text, content)
}

/** The number of the last row that has a value, so far as the sheet numbers its rows: hundreds of thousands of them hold the parser up for a minute. */
function lastFilledRow(text: string): number {
  const place = Math.max(lastFilled(text, '<v>'), lastFilled(text, '<t>'))
  const row = text.lastIndexOf('<row ', place)
  if (place < 0 || row < 0) return 0
  return Number(/^[^>]{0,1000}?\sr="(\d{1,9})"/.exec(text.slice(row, row + 1020))?.[1] ?? 0)
}

/** Formulas that were filled down to the end of the sheet have empty values. */
function lastFilled(text: string, tag: string): number {
  let place = text.lastIndexOf(tag)
  while (place > 0 && text[place + tag.length] === '<') place = text.lastIndexOf(tag, place - 1)
  return place
}

/** How wide columns are is of no use here, and definitions of thousands of them hold the parser up for minutes. */
function hideColumns(text: string, content: Buffer): void {
  for (const { index, 0: tag } of text.matchAll(/<(?:\w{1,20}:)?col\b/g)) {
    content[index + tag.length - 'col'.length] = 'k'.charCodeAt(0)
  }
}

/** The first definition of a format is the weakest: the workbook's own ones stand behind it. */
function withChineseFormats(content: Buffer): Buffer {
  const text = content.toString('utf8')
  const formats = `<numFmts>${chineseDateFormats}`
  const own = /<numFmts\b[^>]*>/.exec(text)?.[0]
  if (own?.endsWith('/>') === false) return Buffer.from(text.replace(own, formats))
  return Buffer.from(text.replace(/<styleSheet\b[^>]*>/, (start) => `${start}${formats}</numFmts>`))
}
