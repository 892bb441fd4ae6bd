import { paginate, type RowGroup, type SheetLine } from './paginate.ts'

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

/** Distributes groups of rows over sheets as paginate does; a sum is never parted from the last row it counts. */
export function paginateRoster(
  groups: readonly RowGroup[],
  measure: RosterMeasure,
): readonly (readonly RosterLine[])[] {
  const sums = sumsByRow(groups, measure)
  let index = 0
  const withSums = groups.map(({ rowHeights }) => ({
    rowHeights: rowHeights.map((height) => {
      const sumCount = sums.get(index)?.length ?? 0
      index += 1
      return height + sumCount * measure.sumHeight
    }),
  }))
  const { bodyHeight, hasHeadings, hasPageBreaks } = measure
  const headingHeight = hasHeadings ? measure.headingHeight : 0
  return paginate(withSums, { bodyHeight, headingHeight, hasPageBreaks }).map((sheet) =>
    sheet.flatMap((line): readonly RosterLine[] => {
      if (line.kind === 'row') return [line, ...(sums.get(line.index) ?? [])]
      return hasHeadings ? [line] : []
    }),
  )
}

/** Shape: the sums that stand below a row, by the row's index. */
function sumsByRow(
  groups: readonly RowGroup[],
  { hasGroupSums, hasTotal }: RosterMeasure,
): ReadonlyMap<number, readonly RosterLine[]> {
  const sums = new Map<number, RosterLine[]>()
  let last = -1
  groups.forEach(({ rowHeights }, groupIndex) => {
    last += rowHeights.length
    if (hasGroupSums) sums.set(last, [{ kind: 'sum', groupIndex }])
  })
  if (hasTotal) sums.set(last, [...(sums.get(last) ?? []), { kind: 'sum', groupIndex: null }])
  return sums
}

/** The tallest row that fits on a sheet whatever stands around it. */
export function tallestRow({ bodyHeight, headingHeight, sumHeight, ...measure }: RosterMeasure): number {
  const sums = Number(measure.hasGroupSums) + Number(measure.hasTotal)
  return bodyHeight - (measure.hasHeadings ? headingHeight : 0) - sums * sumHeight
}
