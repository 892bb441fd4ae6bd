import type { PaperSize } from '../../domain/paper-size.ts'
import type { Roster, RosterFontSize, RosterRowHeight } from '../../domain/roster.ts'
import type { TextType } from './measure-texts.ts'

/** Unit: millimetres; the short edge first. */
const paperMm = { A4: [210, 297], A3: [297, 420] } as const satisfies Record<PaperSize, readonly number[]>

/** Unit: millimetres; print.css repeats none of these. */
export const rosterMm = {
  left: 16,
  right: 11,
  top: 10,
  bottom: 6,
  /** Below the title and below the line under it. */
  titleGap: 1,
  subtitleGap: 1.5,
  cellPaddingX: 1,
  /** Measured narrower than drawn: room for the rules, and for a printer's slightly wider type. */
  cellSlackX: 0.6,
  cellPaddingY: 0.9,
  /** Beside the text of a heading or a sum. */
  headingPaddingX: 2,
  /** Room to sign on each line at the foot. */
  signLine: 11,
  footer: 9,
  /** Left free, so that rounding in the print engine never pushes a row over the edge. */
  slack: 1,
} as const

/** Unit: millimetres. Source: DOMAIN 8.2. */
export const leastRowMm = {
  normal: 7,
  writing: 10,
  signing: 14,
} as const satisfies Record<RosterRowHeight, number>

/** Unit: millimetres. */
export interface SheetSize {
  readonly widthMm: number
  readonly heightMm: number
  /** Between the margins. */
  readonly roomMm: number
}

/** The sheet a roster is printed on. */
export function rosterSheetSize({ paper, orientation }: Pick<Roster, 'paper' | 'orientation'>): SheetSize {
  const [short, long] = paperMm[paper]
  const [widthMm, heightMm] = orientation === 'portrait' ? [short, long] : [long, short]
  return { widthMm, heightMm, roomMm: widthMm - rosterMm.left - rosterMm.right }
}

/** Shape: the kinds of type on a roster. */
export interface RosterTypes {
  readonly title: TextType
  readonly subtitle: TextType
  readonly heading: TextType
  readonly cell: TextType
}

export function rosterTypes(fontSizePt: RosterFontSize): RosterTypes {
  // A fifth of the type's height between the lines.
  const type = (sizePt: number, isBold: boolean): TextType => ({
    fontSizePt: sizePt,
    lineHeightMm: Math.round(sizePt * 4.4) / 10,
    isBold,
  })
  return {
    title: type(18, true),
    subtitle: type(10.5, false),
    heading: type(fontSizePt, true),
    cell: type(fontSizePt, false),
  }
}
