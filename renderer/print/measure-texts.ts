import { namePieces } from '../ui/name-pieces.ts'
import { pixelsPerMm } from '../ui/paper/pixels-per-mm.ts'

/** How a text is set where it isn't the usual type of a paper. */
export interface TextType {
  readonly fontSizePt: number
  readonly lineHeightMm: number
  readonly isBold: boolean
}

/** Measures in the print engine's own words: all texts are written first and read in one layout. */
export const measureTexts = (
  texts: ReadonlySet<string>,
  widthMm: number,
  type?: TextType,
): ReadonlyMap<string, number> => {
  const desk = document.createElement('div')
  desk.className = 'paper-text paper-measure'
  desk.style.width = `${widthMm}mm`
  if (type !== undefined) {
    desk.style.fontSize = `${type.fontSizePt}pt`
    desk.style.lineHeight = `${type.lineHeightMm}mm`
    desk.style.fontWeight = type.isBold ? '700' : '400'
  }
  const lines = [...texts].map((text) => {
    const line = document.createElement('div')
    line.append(...namePieces(text).map(drawnPiece))
    desk.append(line)
    return { text, line }
  })
  document.body.append(desk)
  const heights = new Map(
    lines.map(({ text, line }) => [text, line.getBoundingClientRect().height / pixelsPerMm] as const),
  )
  desk.remove()
  return heights
}

/** As PersonName draws it. */
function drawnPiece(piece: string, index: number): HTMLElement {
  const span = document.createElement('span')
  span.textContent = piece
  if (index % 2 === 1) span.style.whiteSpace = 'nowrap'
  return span
}
