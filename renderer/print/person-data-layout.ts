import { personDataLabels } from '../../domain/labels/person-data.zh.ts'
import type { PersonData, PersonSection } from '../../domain/person-data.ts'
import { paginate, type SheetLine } from './paginate.ts'
import { personBodyMm, personColumnsMm, personHeadingMm, personMm } from './person-data-columns.ts'
import { textPieces } from './text-pieces.ts'
import type { MeasureTexts } from './visit-list-layout.ts'

/** Unit: characters of a cell that stand together on one sheet; what is longer may go on overleaf. */
const longestPiece = 160

interface PersonRow {
  readonly cells: readonly string[]
  readonly heightMm: number
  /** True where the cells of the row above go on. */
  readonly isContinued: boolean
}

/** Shape: every sheet of one person's paper, ready to be drawn; the last part is the receipt and has one row. */
export interface PersonDataLayout {
  readonly sections: readonly PersonSection[]
  readonly rows: readonly PersonRow[]
  readonly sheets: readonly (readonly SheetLine[])[]
}

/** Computes the sheets; nothing is cut, however long it is. */
export function layOutPersonData(data: PersonData, measureTexts: MeasureTexts): PersonDataLayout {
  const groups = data.sections.map(({ section, rows }) => {
    const told = rows.length === 0 ? [[personDataLabels.paper.nothing]] : rows
    return laidOutRows(section, told.flatMap(piecesOfRow), measureTexts)
  })
  const rowHeights = groups.map((rows) => rows.map(({ heightMm }) => heightMm))
  const sheets = paginate(
    [...rowHeights, [personMm.receipt]].map((heights) => ({ rowHeights: heights })),
    { bodyHeight: personBodyMm, headingHeight: personHeadingMm },
  )
  return { sections: data.sections.map(({ section }) => section), rows: groups.flat(), sheets }
}

type Piece = Pick<PersonRow, 'cells' | 'isContinued'>

function laidOutRows(
  section: PersonSection,
  pieces: readonly Piece[],
  measureTexts: MeasureTexts,
): PersonRow[] {
  const heights = personColumnsMm[section].map((widthMm, column) =>
    measureTexts(
      new Set(pieces.map(({ cells }) => cells[column] ?? '')),
      widthMm - 2 * personMm.cellPaddingX - personMm.cellSlackX,
    ),
  )
  return pieces.map((piece) => {
    const textMm = Math.max(
      ...heights.map((ofColumn, column) => ofColumn.get(piece.cells[column] ?? '') ?? 0),
    )
    return { ...piece, heightMm: Math.max(personMm.minimumRow, textMm + 2 * personMm.cellPaddingY) }
  })
}

/** A row as often as its longest cell needs, each time with the next piece of every cell. */
function piecesOfRow(cells: readonly string[]): Piece[] {
  const pieces = cells.map((text) => textPieces(text, longestPiece))
  const count = Math.max(...pieces.map(({ length }) => length))
  return Array.from({ length: count }, (_, index) => ({
    cells: pieces.map((ofCell) => ofCell[index] ?? ''),
    isContinued: index > 0,
  }))
}
