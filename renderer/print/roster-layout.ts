import { rosterText } from '../../domain/labels/roster.zh.ts'
import type { RosterColumn, RosterField } from '../../domain/roster-column.ts'
import type { Roster, RosterList } from '../../domain/roster.ts'
import type { TextType } from './measure-texts.ts'
import { lineTexts, type RosterGroup } from './roster-lines.ts'
import { paginateRoster, type RosterLine, tallestRow } from './roster-pages.ts'
import {
  leastRowMm,
  rosterMm,
  rosterSheetSize,
  rosterTypes,
  type RosterTypes,
  type SheetSize,
} from './roster-size.ts'
import { type ColumnNeed, rosterWidths } from './roster-widths.ts'

/** How texts are measured. Unit: millimetres. */
export interface RosterRuler {
  /** The width of a text on one line. */
  readonly widthOf: (text: string, type: TextType) => number
  /** The height each text takes in its column. */
  readonly heightsOf: (
    texts: ReadonlySet<string>,
    widthMm: number,
    type: TextType,
  ) => ReadonlyMap<string, number>
}

interface LaidOutColumn {
  readonly field: RosterField
  readonly heading: string
  readonly widthMm: number
  readonly isCentred: boolean
}

/** Why a roster can't be printed as it is: columns, by their place, that have no room; or a person's row that has none. */
export type RosterProblem =
  | { readonly kind: 'tooWide'; readonly columnIndexes: readonly number[]; readonly overMm: number }
  | { readonly kind: 'tooTall'; readonly rowIndex: number; readonly columnIndex: number }

/** Shape: every sheet of one roster, ready to be drawn; none while there is a problem. */
export interface RosterLayout {
  readonly size: SheetSize
  readonly types: RosterTypes
  readonly title: string
  readonly subtitle: string
  /** The places to sign, line by line. */
  readonly signatureLines: readonly (readonly string[])[]
  readonly columns: readonly LaidOutColumn[]
  readonly headerMm: number
  /** As high as the longest of the headings and sums needs. */
  readonly headingMm: number
  readonly groups: readonly RosterGroup[]
  readonly rowHeightsMm: readonly number[]
  readonly sheets: readonly (readonly RosterLine[])[]
  readonly problem: RosterProblem | null
}

/** What is never put on two lines: half a number is none. */
const unbroken: ReadonlySet<RosterField> = new Set<RosterField>([
  'serial',
  'sex',
  'age',
  'nominalAge',
  'birthWhen',
  'marriedWhen',
  'idNumber',
  'firstPhone',
  'disabilityCardNumber',
])

const centred: ReadonlySet<RosterField> = new Set<RosterField>([
  ...unbroken,
  'name',
  'headName',
  'spouseName',
  'building',
  'unit',
  'room',
  'relationToHead',
  'ethnicGroup',
])

/** A column to write in is no use below this. Unit: millimetres. */
const leastWritingMm = 15

/** Computes the sheets of a roster; each distinct text is measured once. */
export function layOutRoster(roster: Roster, list: RosterList, ruler: RosterRuler): RosterLayout {
  const size = rosterSheetSize(roster)
  const types = rosterTypes(roster.fontSizePt)
  const facts = { ...list, personCount: list.rows.length }
  const title = rosterText(roster.title, facts)
  const subtitle = rosterText(roster.subtitle, facts)
  const contents = roster.columns.map(
    (_, index) => new Set(list.rows.map(({ cells }) => measured(cells[index] ?? ''))),
  )
  const headings = roster.columns.map((column, index) => columnHeading(column, list.columnNames[index] ?? ''))
  const needs = roster.columns.map((column, index) =>
    needOf(column, headings[index] ?? '', contents[index] ?? new Set(), types, ruler),
  )
  const fitted = rosterWidths(needs, size.roomMm)
  const widths = 'widths' in fitted ? fitted.widths : needs.map(({ leastMm, setMm }) => setMm ?? leastMm)
  const columns = roster.columns.map((column, index) => ({
    field: column.field,
    heading: headings[index] ?? '',
    widthMm: widths[index] ?? 0,
    isCentred: centred.has(column.field),
  }))
  const signatureLines = linesOf(roster.signatures, size.roomMm, (text) =>
    ruler.widthOf(text, types.subtitle),
  )
  const groups = groupsOf(list)
  const common = { size, types, title, subtitle, signatureLines, columns, groups }
  if ('overIndexes' in fitted) {
    const problem = { kind: 'tooWide', columnIndexes: fitted.overIndexes, overMm: fitted.overMm } as const
    return { ...common, headerMm: 0, headingMm: 0, rowHeightsMm: [], sheets: [], problem }
  }

  const heightOf = (text: string, widthMm: number, type: TextType) =>
    text === '' ? 0 : (ruler.heightsOf(new Set([text]), widthMm, type).get(text) ?? 0)
  const headerMm = Math.max(
    8,
    ...columns.map(
      ({ heading, widthMm }) =>
        heightOf(heading, innerMm(widthMm), types.heading) + 2 * rosterMm.cellPaddingY,
    ),
  )
  const headMm =
    heightOf(title, size.roomMm, types.title) +
    rosterMm.titleGap +
    heightOf(subtitle, size.roomMm, types.subtitle) +
    rosterMm.subtitleGap
  const has = {
    hasHeadings: roster.grouping !== 'none',
    hasPageBreaks: roster.grouping !== 'none' && roster.hasPageBreaks,
    hasGroupSums: roster.grouping !== 'none' && roster.hasSubtotals,
    hasTotal: roster.hasSubtotals,
  }
  const tableMm = columns.reduce((sum, { widthMm }) => sum + widthMm, 0)
  const headingWidthMm = tableMm - 2 * rosterMm.headingPaddingX - rosterMm.cellSlackX
  const headingHeights = heightsIn(lineTexts(groups, has), headingWidthMm, types.heading, ruler)
  const headingMm = Math.max(
    7,
    ...[...headingHeights.values()].map((height) => height + 2 * rosterMm.cellPaddingY),
  )
  const measure = {
    ...has,
    bodyHeight: bodyMm(size, headMm + headerMm, signatureLines.length),
    headingHeight: headingMm,
    sumHeight: headingMm,
  }
  const cellHeights = columns.map(({ widthMm }, index) =>
    heightsIn(contents[index] ?? new Set(), innerMm(widthMm), types.cell, ruler),
  )
  const least = leastRowMm[roster.rowHeight]
  const tallest = tallestRow(measure)
  const rowHeightsMm = list.rows.map(({ cells }) =>
    Math.max(least, ...cells.map((cell, index) => cellMm(cellHeights[index], cell))),
  )
  const tooTall = rowHeightsMm.findIndex((height) => height > tallest)
  if (tooTall >= 0) {
    const heights = (list.rows[tooTall]?.cells ?? []).map((cell, index) => cellMm(cellHeights[index], cell))
    const columnIndex = heights.indexOf(Math.max(...heights))
    const problem = { kind: 'tooTall', rowIndex: tooTall, columnIndex } as const
    return { ...common, headerMm, headingMm, rowHeightsMm, sheets: [], problem }
  }
  let first = 0
  const heightGroups = groups.map(({ rowCount }) => {
    const rowHeights = rowHeightsMm.slice(first, first + rowCount)
    first += rowCount
    return { rowHeights }
  })
  const sheets = paginateRoster(heightGroups, measure)
  return { ...common, headerMm, headingMm, rowHeightsMm, sheets, problem: null }
}

/** What stands above a column. */
export function columnHeading({ heading }: RosterColumn, usualName: string): string {
  return heading === '' ? usualName : heading
}

/** A mask takes the room of the number behind it, so that the preview turns over where the paper does. */
function measured(text: string): string {
  return text.replaceAll('*', '0')
}

function cellMm(heights: ReadonlyMap<string, number> | undefined, cell: string): number {
  return (heights?.get(measured(cell)) ?? 0) + 2 * rosterMm.cellPaddingY
}

function innerMm(widthMm: number): number {
  return widthMm - 2 * rosterMm.cellPaddingX - rosterMm.cellSlackX
}

function outerMm(widthMm: number): number {
  return widthMm + 2 * rosterMm.cellPaddingX + rosterMm.cellSlackX
}

function needOf(
  column: RosterColumn,
  heading: string,
  texts: ReadonlySet<string>,
  types: RosterTypes,
  ruler: RosterRuler,
): ColumnNeed {
  const isForWriting = column.field === 'blank'
  const characterMm = ruler.widthOf(wideCharacter, types.cell)
  const headingMm = ruler.widthOf(heading, types.heading)
  // Two lines of heading are usual, and as short as two characters none is broken.
  const leastHeadingMm = Math.min(headingMm, Math.max(2 * characterMm, headingMm / 2 + characterMm / 2))
  const widths = [...texts].map((text) => ruler.widthOf(text, types.cell)).sort((one, other) => one - other)
  const widest = widths.at(-1) ?? 0
  const usual = widths[Math.floor((widths.length - 1) * usualShare)] ?? 0
  const leastText = unbroken.has(column.field) ? widest : Math.min(widest, 4 * characterMm)
  return {
    leastMm: Math.max(outerMm(Math.max(leastText, leastHeadingMm)), isForWriting ? leastWritingMm : 0),
    usualMm: outerMm(Math.max(unbroken.has(column.field) ? widest : usual, headingMm)),
    wishedMm: outerMm(Math.max(widest, headingMm)) + (isForWriting ? leastWritingMm : 0),
    setMm: column.widthMm,
    isForWriting,
  }
}

/** How many of the distinct texts of a column have room on one line before any column gets more. */
const usualShare = 0.9

/** One that is as wide as it is high. */
const wideCharacter = '\u56fd'

/** Only what may need a second line is laid out. */
function heightsIn(
  texts: ReadonlySet<string>,
  widthMm: number,
  type: TextType,
  ruler: RosterRuler,
): ReadonlyMap<string, number> {
  const long = new Set([...texts].filter((text) => ruler.widthOf(text, type) > widthMm - rosterMm.cellSlackX))
  const heights = long.size === 0 ? new Map<string, number>() : ruler.heightsOf(long, widthMm, type)
  return new Map(
    [...texts].map((text) => [text, text === '' ? 0 : (heights.get(text) ?? type.lineHeightMm)] as const),
  )
}

/** As many on a line as have the same room each. */
function linesOf(
  texts: readonly string[],
  roomMm: number,
  widthOf: (text: string) => number,
): readonly (readonly string[])[] {
  if (texts.length === 0) return []
  const widest = Math.max(...texts.map(widthOf))
  // Beside each there is room to sign.
  const perLine = Math.max(1, Math.min(texts.length, Math.floor(roomMm / (widest + 22))))
  const lines: string[][] = []
  for (let start = 0; start < texts.length; start += perLine) lines.push(texts.slice(start, start + perLine))
  return lines
}

function bodyMm({ heightMm }: SheetSize, headMm: number, signatureLineCount: number): number {
  const { top, signLine, footer, bottom, slack } = rosterMm
  return heightMm - top - headMm - signatureLineCount * signLine - footer - bottom - slack
}

function groupsOf({ rows }: RosterList): { name: string; rowCount: number }[] {
  const groups: { name: string; rowCount: number }[] = []
  for (const { group } of rows) {
    const last = groups.at(-1)
    if (last?.name === group) last.rowCount += 1
    else groups.push({ name: group, rowCount: 1 })
  }
  return groups
}
