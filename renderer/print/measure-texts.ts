import { namePieces } from '../ui/name-pieces.ts'
import type { MeasureTexts } from './visit-list-layout.ts'

/** Unit: CSS pixels per millimetre, by definition of the CSS inch. */
const pixelsPerMm = 96 / 25.4

/** Measures in the print engine's own words: all texts are written first and read in one layout. */
export const measureTexts: MeasureTexts = (texts, widthMm) => {
  const desk = document.createElement('div')
  desk.className = 'paper-text paper-measure'
  desk.style.width = `${widthMm}mm`
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
