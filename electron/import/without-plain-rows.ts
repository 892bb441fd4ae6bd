import type * as XLSX from '@e965/xlsx'
import type { CellFacts } from './cell-facts.ts'
import { takePlainRows, type PlainRows } from './plain-rows.ts'
import type { ZipPart } from './unpack-zip.ts'
import { isWide, sheetPart } from './workbook-package.ts'

/** A packed workbook of which only that is left which takes the parser to read. */
interface TakenApart {
  readonly rest: readonly ZipPart[]
  /** The rows that were taken out of a sheet the parser has read from the rest. */
  readonly rowsOf: (sheet: XLSX.WorkSheet) => PlainRows['rows']
}

const endOfRows = '</sheetData>'
const sharedTexts = /(^|\/)xl\/sharedStrings\.xml$/i

/** Takes the plain rows out of every sheet; `factsOf` tells what the parts that are no sheets say. Throws: fileTooLarge. */
export function withoutPlainRows(
  parts: readonly ZipPart[],
  factsOf: (parts: readonly ZipPart[]) => CellFacts,
): TakenApart {
  const others = parts.filter(({ name }) => !sheetPart.test(name))
  // A format without sheets in markup, or nothing that can be read.
  if (others.length === parts.length) return { rest: parts, rowsOf: () => [] }
  const facts = factsOf(others)
  const taken: PlainRows['rows'][] = []
  const rest = parts.map((part): ZipPart => {
    const plain =
      sheetPart.test(part.name) && !isWide(part.content) ? takePlainRows(part.content, facts) : undefined
    if (plain === undefined) return part
    taken.push(plain.rows)
    return { name: part.name, content: withMark(plain.rest, taken.length) }
  })
  const needsTexts = rest.some(({ name, content }) => sheetPart.test(name) && content.includes('t="s"'))
  return {
    rest: needsTexts ? rest : rest.filter(({ name }) => !sharedTexts.test(name)),
    rowsOf: (sheet) => taken[markOf(sheet) - 1] ?? [],
  }
}

/**
 * Nobody asks for the margins of a page, and the parser hands on the first it meets behind the rows: they carry which
 * sheet this is, as no real margin can be.
 */
function withMark(content: Buffer, mark: number): Buffer {
  const at = content.indexOf(endOfRows) + endOfRows.length
  const margins = `<pageMargins left="-${String(mark)}"/>`
  return Buffer.concat([content.subarray(0, at), Buffer.from(margins), content.subarray(at)])
}

function markOf(sheet: XLSX.WorkSheet): number {
  return -(sheet['!margins']?.left ?? 0)
}
