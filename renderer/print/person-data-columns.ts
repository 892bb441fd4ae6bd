import type { PersonSection } from '../../domain/person-data.ts'

/** A4 upright. Unit: millimetres; print.css repeats none of these. */
export const personMm = {
  width: 210,
  height: 297,
  left: 20,
  right: 15,
  top: 11,
  title: 11,
  subline: 6.5,
  /** Between two parts, with the rules of a table's edges. */
  gap: 3.5,
  sectionTitle: 7.5,
  columns: 7,
  minimumRow: 7,
  receipt: 42,
  cellPaddingX: 1.2,
  /** Measured narrower than drawn: room for the rules, and for a printer's slightly wider type. */
  cellSlackX: 0.6,
  cellPaddingY: 1.1,
  footer: 7,
  bottom: 8,
  /** Left free, so that rounding in the print engine never pushes a row over the edge. */
  slack: 1.5,
} as const

/** What stands above the rows of a part, on every sheet on which the part goes on. Unit: millimetres. */
export const personHeadingMm = personMm.gap + personMm.sectionTitle + personMm.columns

/** Room for parts on one sheet. Unit: millimetres. */
export const personBodyMm =
  personMm.height -
  personMm.top -
  personMm.title -
  2 * personMm.subline -
  personMm.footer -
  personMm.bottom -
  personMm.slack

/** The widths of each part's columns, which fill the sheet between its margins. Unit: millimetres. */
export const personColumnsMm = {
  basis: [45, 130],
  record: [45, 130],
  phones: [45, 40, 30, 60],
  documents: [45, 55, 20, 55],
  careTags: [85, 45, 45],
  benefits: [85, 45, 45],
  household: [85, 90],
  duties: [60, 30, 30, 55],
  notices: [60, 60, 55],
  lifeEvents: [25, 22, 38, 50, 40],
  visits: [36, 38, 22, 22, 22, 35],
  claims: [36, 28, 24, 24, 63],
  calls: [25, 26, 34, 50, 40],
  diary: [19, 21, 16, 55, 46, 18],
  careEvents: [25, 35, 30, 25, 60],
  helpCases: [25, 45, 20, 40, 45],
  changes: [24, 26, 42, 42, 17, 24],
  disclosures: [36, 65, 24, 50],
  drafts: [85, 90],
  sealedMatters: [35, 28, 28, 84],
} as const satisfies Record<PersonSection, readonly number[]>
