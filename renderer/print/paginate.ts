/** Shape: one line of a sheet's body: a group's heading, or the row at `index` of the paper's rows. */
export type SheetLine =
  | { readonly kind: 'heading'; readonly groupIndex: number; readonly isContinued: boolean }
  | { readonly kind: 'row'; readonly index: number }

export interface RowGroup {
  /** Unit: that of the sheet measure. */
  readonly rowHeights: readonly number[]
}

export interface SheetMeasure {
  readonly bodyHeight: number
  readonly headingHeight: number
  /** Whether each group begins a sheet of its own. */
  readonly hasPageBreaks?: boolean
}

/**
 * Distributes groups of rows over sheets, in order and without cutting a row.
 * A heading stands above the group's first row and again where the group goes on overleaf.
 * A row too tall for a sheet gets one of its own.
 */
export function paginate(
  groups: readonly RowGroup[],
  measure: SheetMeasure,
): readonly (readonly SheetLine[])[] {
  const sheets: SheetLine[][] = []
  let sheet: SheetLine[] = []
  let usedHeight = 0
  let index = 0

  const turnOver = () => {
    if (sheet.length > 0) sheets.push(sheet)
    sheet = []
    usedHeight = 0
  }

  groups.forEach((group, groupIndex) => {
    if (measure.hasPageBreaks === true) turnOver()
    group.rowHeights.forEach((rowHeight, position) => {
      const isFirst = position === 0
      const neededHeight = rowHeight + (isFirst ? measure.headingHeight : 0)
      if (sheet.length > 0 && usedHeight + neededHeight > measure.bodyHeight) turnOver()
      if (isFirst || sheet.length === 0) {
        sheet.push({ kind: 'heading', groupIndex, isContinued: !isFirst })
        usedHeight += measure.headingHeight
      }
      sheet.push({ kind: 'row', index })
      usedHeight += rowHeight
      index += 1
    })
  })
  turnOver()
  return sheets
}
