import * as XLSX from '@e965/xlsx'
import { chineseDateFormats } from './date-format.ts'
import { unsupported } from './refuse-file.ts'

/** Shape: the parts of a packed workbook, unfolded. */
export interface WorkbookPackage {
  readonly FullPaths: readonly string[]
  readonly FileIndex: readonly { content: Uint8Array; size: number }[]
}

/** The parts of a workbook as the parser takes them. Throws: fileUnsupported where a formula was never calculated. */
export function preparedPackage(bytes: Uint8Array): WorkbookPackage {
  // The parser's types leave its container reader open.
  const { read } = XLSX.CFB as { readonly read: (bytes: Uint8Array, options: object) => WorkbookPackage }
  const container = read(bytes, { type: 'buffer' })
  for (const [index, path] of container.FullPaths.entries()) {
    const part = container.FileIndex[index]
    if (part === undefined) continue
    if (/\/xl\/worksheets\/[^/]*\.xml$/i.test(path)) prepareSheet(part.content)
    if (/\/xl\/styles\.xml$/i.test(path)) part.content = withChineseFormats(part.content)
  }
  return container
}

/** A formula without a value: a program wrote it and no spreadsheet program has opened it since. An empty text is a value. */
const uncalculated =
  /<c (?![^<>]*\bt="(?:str|s|b|e)")[^<>]*>\s*<f[^<>]*(?:\/>|>[^<]{0,8192}<\/f>)\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/

/** One character for each byte, so that places in the text are places in the bytes. */
function prepareSheet(content: Uint8Array): void {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  if (text.includes('<f') && uncalculated.test(text)) throw unsupported('uncalculatedFormulas')
  hideColumns(text, content)
}

/** How wide columns are is of no use here, and definitions of thousands of them hold the parser up for minutes. */
function hideColumns(text: string, content: Uint8Array): void {
  for (const { index, 0: tag } of text.matchAll(/<(?:\w{1,20}:)?col\b/g)) {
    content[index + tag.length - 'col'.length] = 'k'.charCodeAt(0)
  }
}

/** The first definition of a format is the weakest: the workbook's own ones stand behind it. */
function withChineseFormats(content: Uint8Array): Uint8Array {
  const text = Buffer.from(content).toString('utf8')
  const formats = `<numFmts>${chineseDateFormats}`
  const own = /<numFmts\b[^>]*>/.exec(text)?.[0]
  if (own?.endsWith('/>') === false) return Buffer.from(text.replace(own, formats))
  return Buffer.from(text.replace(/<styleSheet\b[^>]*>/, (start) => `${start}${formats}</numFmts>`))
}
