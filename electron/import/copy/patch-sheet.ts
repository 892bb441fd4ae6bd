import type { MarkedCell } from '../../../domain/import-marks.ts'
import { attributeOf, cellName, columnOfName, withAttribute } from './markup.ts'
import type { MarkKind, MarkStyles } from './patch-styles.ts'

/** The sheet with its faulty cells in their colours; every other character stays where it is. Undefined without rows. */
export function colouredSheet(
  text: string,
  cells: readonly MarkedCell[],
  { styleFor }: MarkStyles,
): string | undefined {
  const [, prefix = ''] = /<(\w+:)?sheetData\b/.exec(text) ?? []
  const byRow = Map.groupBy(cells, ({ row }) => row)
  const starts = new RegExp(`<${prefix}row(?=[\\s/>])[^>]*>`, 'g')
  const pieces: string[] = []
  let copied = 0
  let number = 0
  let found = 0
  for (const { index, 0: tag } of text.matchAll(starts)) {
    number = Number(attributeOf(tag, 'r') ?? number + 1)
    const marked = byRow.get(number)
    if (marked === undefined || tag.endsWith('/>')) continue
    const from = index + tag.length
    const to = text.indexOf(`</${prefix}row>`, from)
    if (to < 0) return undefined
    pieces.push(text.slice(copied, from), colouredRow(text.slice(from, to), marked))
    copied = to
    found += 1
  }
  return found === 0 ? undefined : [...pieces, text.slice(copied)].join('')

  function colouredRow(body: string, marked: readonly MarkedCell[]): string {
    const open = new Map(marked.map((cell) => [cell.column, cell]))
    let nextColumn = 0
    const before = body.replace(new RegExp(`<${prefix}c(?=[\\s/>])[^>]*>`, 'g'), (tag) => {
      const column = columnOfName(attributeOf(tag, 'r') ?? '') ?? nextColumn
      nextColumn = column + 1
      const missing = [...open.values()].filter((cell) => cell.column < column)
      for (const cell of missing) open.delete(cell.column)
      const cell = open.get(column)
      open.delete(column)
      const style = Number(attributeOf(tag, 's') ?? 0)
      const own = cell === undefined ? tag : withAttribute(tag, 's', String(styleFor(style, kindOf(cell))))
      return missing.map(emptyCell).join('') + own
    })
    return before + [...open.values()].map(emptyCell).join('')
  }

  function emptyCell(cell: MarkedCell): string {
    return `<${prefix}c r="${cellName(cell.row, cell.column)}" s="${styleFor(0, kindOf(cell))}"/>`
  }
}

function kindOf({ isRefusal }: MarkedCell): MarkKind {
  return isRefusal ? 'refusal' : 'warning'
}

/** What must come after the reference to the drawing of the comments. Source: ECMA-376 18.3.1.99, the order of a worksheet's parts. */
const afterComments =
  /<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b/

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The sheet with a reference to the drawing that holds its comments. */
export function withCommentDrawing(text: string, relationshipId: string): string {
  const dataEnd = Math.max(text.lastIndexOf('sheetData>'), text.lastIndexOf('<sheetData/>'))
  const rest = text.slice(dataEnd)
  const [, prefix = ''] = /<(\w+:)?worksheet\b/.exec(text) ?? []
  const place = afterComments.exec(rest)?.index ?? rest.lastIndexOf(`</${prefix}worksheet>`)
  const tag = `<${prefix}legacyDrawing xmlns:r="${relationships}" r:id="${relationshipId}"/>`
  return text.slice(0, dataEnd) + rest.slice(0, place) + tag + rest.slice(place)
}
