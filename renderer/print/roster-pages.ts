import type { RowGroup, SheetLine } from './paginate.ts'

/** Shape: one line of a roster's body; a sum of a group, or of everybody where it names none. */
export type RosterLine = SheetLine | { readonly kind: 'sum'; readonly groupIndex: number | null }

export interface RosterMeasure {
  /** Unit: that of the row heights. */
  readonly bodyHeight: number
  readonly headingHeight: number
  readonly sumHeight: number
  readonly hasHeadings: boolean
  readonly hasPageBreaks: boolean
  readonly hasGroupSums: boolean
  readonly hasTotal: boolean
}

/**
 * Distributes groups of rows over sheets, in order and without cutting a row. A heading stands above the group's first
 * row and again where the group goes on overleaf; a sum is never parted from the last row it counts.
 */
export function paginateRoster(
  groups: readonly RowGroup[],
  measure: RosterMeasure,
): readonly (readonly RosterLine[])[] {
  const sheets: RosterLine[][] = []
  let sheet: RosterLine[] = []
  let usedHeight = 0
  let index = 0
  const rowCount = groups.reduce((sum, { rowHeights }) => sum + rowHeights.length, 0)
  const headingHeight = measure.hasHeadings ? measure.headingHeight : 0

  const turnOver = () => {
    if (sheet.length > 0) sheets.push(sheet)
    sheet = []
    usedHeight = 0
  }
  const put = (line: RosterLine, height: number) => {
    sheet.push(line)
    usedHeight += height
  }

  groups.forEach(({ rowHeights }, groupIndex) => {
    if (measure.hasPageBreaks) turnOver()
    rowHeights.forEach((rowHeight, position) => {
      const isFirst = position === 0
      const hasGroupSum = measure.hasGroupSums && position === rowHeights.length - 1
      const hasTotal = measure.hasTotal && index === rowCount - 1
      const sumCount = Number(hasGroupSum) + Number(hasTotal)
      const neededHeight = rowHeight + sumCount * measure.sumHeight + (isFirst ? headingHeight : 0)
      if (usedHeight + neededHeight > measure.bodyHeight) turnOver()
      if (measure.hasHeadings && (isFirst || sheet.length === 0))
        put({ kind: 'heading', groupIndex, isContinued: !isFirst }, headingHeight)
      put({ kind: 'row', index }, rowHeight)
      if (hasGroupSum) put({ kind: 'sum', groupIndex }, measure.sumHeight)
      if (hasTotal) put({ kind: 'sum', groupIndex: null }, measure.sumHeight)
      index += 1
    })
  })
  turnOver()
  return sheets
}

/** The tallest row that fits on a sheet whatever stands around it. */
export function tallestRow({ bodyHeight, headingHeight, sumHeight, ...measure }: RosterMeasure): number {
  const sums = Number(measure.hasGroupSums) + Number(measure.hasTotal)
  return bodyHeight - (measure.hasHeadings ? headingHeight : 0) - sums * sumHeight
}
