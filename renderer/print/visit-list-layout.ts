import type { VisitList, VisitListRow } from '../../domain/paper.ts'
import { paginate, type SheetLine } from './paginate.ts'
import { sheetBodyMm, sheetMm, visitListColumns } from './visit-list-columns.ts'

interface BuildingGroup {
  readonly building: string
  readonly rows: readonly VisitListRow[]
}

interface LaidOutRow {
  readonly row: VisitListRow
  readonly heightMm: number
  /** True for a row that fits on a sheet only in small print. */
  readonly isDense: boolean
}

/** Shape: every sheet of one visit list, ready to be drawn. */
export interface VisitListLayout {
  readonly groups: readonly BuildingGroup[]
  readonly rows: readonly LaidOutRow[]
  readonly sheets: readonly (readonly SheetLine[])[]
}

/** Answers the height each text takes in its column. Unit: millimetres. */
export type MeasureTexts = (texts: ReadonlySet<string>, widthMm: number) => ReadonlyMap<string, number>

const tallestRowMm = sheetBodyMm - sheetMm.heading

/** Computes the sheets of a list that comes in walking order; each distinct text is measured once. */
export function layOutVisitList(list: VisitList, measureTexts: MeasureTexts): VisitListLayout {
  const groups = groupByBuilding(list.rows)
  const measured = visitListColumns
    .filter((column) => column.canWrap)
    .map((column) => ({
      column,
      heights: measureTexts(
        new Set(list.rows.map(column.textOf)),
        column.widthMm - 2 * sheetMm.cellPaddingX - sheetMm.cellSlackX,
      ),
    }))

  const rows = list.rows.map((row): LaidOutRow => {
    const textMm = Math.max(...measured.map(({ column, heights }) => heights.get(column.textOf(row)) ?? 0))
    const wantedMm = Math.max(sheetMm.minimumRow, textMm + 2 * sheetMm.cellPaddingY)
    return { row, heightMm: Math.min(wantedMm, tallestRowMm), isDense: wantedMm > tallestRowMm }
  })

  let first = 0
  const heightGroups = groups.map((group) => {
    const rowHeights = rows.slice(first, first + group.rows.length).map((row) => row.heightMm)
    first += group.rows.length
    return { rowHeights }
  })
  const sheets = paginate(heightGroups, { bodyHeight: sheetBodyMm, headingHeight: sheetMm.heading })
  return { groups, rows, sheets }
}

function groupByBuilding(rows: readonly VisitListRow[]): readonly BuildingGroup[] {
  const groups: { building: string; rows: VisitListRow[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.building === row.building) last.rows.push(row)
    else groups.push({ building: row.building, rows: [row] })
  }
  return groups
}
