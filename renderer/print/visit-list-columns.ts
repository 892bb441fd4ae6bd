import { paperLabels } from '../../domain/labels/paper.zh.ts'
import type { VisitListRow } from '../../domain/paper.ts'

const words = paperLabels.visitList

type VisitListColumnKey = keyof typeof words.columns

export interface VisitListColumn {
  readonly key: VisitListColumnKey
  readonly widthMm: number
  readonly isCentred: boolean
  /** True where a text may need a second line, so that its height has to be measured. */
  readonly canWrap: boolean
  /** The printed text; empty where people write by hand. */
  readonly textOf: (row: VisitListRow) => string
}

const byHand = () => ''

/** The visit list's columns from left to right. Source: usual columns of an office visit list, with room to write and sign. */
export const visitListColumns: readonly VisitListColumn[] = [
  // Five digits on one line: the largest office prints everybody.
  { key: 'order', widthMm: 13, isCentred: true, canWrap: false, textOf: (row) => String(row.order) },
  { key: 'name', widthMm: 25, isCentred: true, canWrap: true, textOf: (row) => row.name },
  { key: 'sex', widthMm: 10, isCentred: true, canWrap: false, textOf: (row) => row.sex },
  { key: 'age', widthMm: 10, isCentred: true, canWrap: false, textOf: (row) => String(row.age ?? '') },
  { key: 'address', widthMm: 45, isCentred: false, canWrap: true, textOf: (row) => row.address },
  { key: 'phone', widthMm: 29, isCentred: true, canWrap: true, textOf: (row) => row.phone },
  { key: 'idNumber', widthMm: 38, isCentred: true, canWrap: true, textOf: (row) => row.idNumber },
  {
    key: 'reasons',
    widthMm: 34,
    isCentred: false,
    canWrap: true,
    textOf: (row) => row.reasons.join(words.reasonSeparator),
  },
  { key: 'outcome', widthMm: 28, isCentred: false, canWrap: false, textOf: byHand },
  { key: 'visitedOn', widthMm: 19, isCentred: false, canWrap: false, textOf: byHand },
  { key: 'signature', widthMm: 19, isCentred: false, canWrap: false, textOf: byHand },
]

/** A4 landscape. Unit: millimetres; print.css repeats none of these. */
export const sheetMm = {
  width: 297,
  height: 210,
  left: 16,
  right: 11,
  top: 9,
  title: 11,
  subline: 7,
  header: 8,
  heading: 7.5,
  /** Room for a signature. */
  minimumRow: 10,
  cellPaddingX: 1,
  /** Measured narrower than drawn: room for the rules, and for a printer's slightly wider type. */
  cellSlackX: 0.6,
  cellPaddingY: 0.9,
  signLine: 11,
  footer: 7,
  bottom: 7,
  /** Left free, so that rounding in the print engine never pushes a row over the edge. */
  slack: 1,
} as const

/** Room for headings and rows on one sheet. Unit: millimetres. */
export const sheetBodyMm =
  sheetMm.height -
  sheetMm.top -
  sheetMm.title -
  sheetMm.subline -
  sheetMm.header -
  sheetMm.signLine -
  sheetMm.footer -
  sheetMm.bottom -
  sheetMm.slack
