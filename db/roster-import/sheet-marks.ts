import type { MarkedCell, SheetMarks } from '../../domain/import-marks.ts'
import { senderSentence } from '../../domain/labels/corrected-copy.zh.ts'
import type { OwnField } from '../../domain/own-field.ts'
import { cellText } from '../../domain/roster-import/cell-text.ts'
import type { RosterSheet } from '../../domain/roster-import/roster-table.ts'
import { placeOfRow } from '../../domain/roster-import/row-place.ts'
import type { ImportField, ImportIssue, ImportMapping } from '../../domain/roster-import.ts'
import type { PlannedRow } from './plan-import.ts'

/** The faulty cells of each sheet that has any, told in words that are nobody's data but the sheet's own. */
export function sheetMarks(
  sheets: readonly RosterSheet[],
  columns: ImportMapping,
  rows: readonly PlannedRow[],
  ownFields: readonly OwnField[],
): SheetMarks[] {
  const columnsOf = Map.groupBy(columns, ({ field }) => field)
  const cellsOf = new Map<RosterSheet, MarkedCell[]>()
  for (const { rowNumber, issues, overruled } of rows) {
    const { sheet, sheetRowNumber } = placeOfRow(sheets, rowNumber)
    const written = sheet.rows[sheetRowNumber - 1] ?? []
    const byColumn = new Map<number, MarkedCell>()
    for (const issue of [...issues, ...overruled]) {
      const column = columnOf(issue, (field) => {
        const ofField = (columnsOf.get(field) ?? []).map(({ index }) => index)
        return ofField.find((index) => cellText(written[index]) !== '') ?? ofField[0]
      })
      const text = senderSentence(issue, ownFields)
      if (column === undefined || text === undefined) continue
      const before = byColumn.get(column)
      byColumn.set(column, {
        row: sheetRowNumber,
        column,
        isRefusal: issue.isRefusal || before?.isRefusal === true,
        text: before === undefined ? text : `${before.text}\n${text}`.slice(0, longestComment),
      })
    }
    if (byColumn.size > 0) cellsOf.set(sheet, [...(cellsOf.get(sheet) ?? []), ...byColumn.values()])
  }
  return [...cellsOf].map(([{ name: sheetName }, cells]) => ({ sheetName, cells }))
}

/** Unit: characters. */
const longestComment = 2000

/** What keeps a row out is shown in any case: in the column of the name, where its own is missing. */
function columnOf(
  { field, isRefusal }: ImportIssue,
  find: (field: ImportField) => number | undefined,
): number | undefined {
  return find(field) ?? (isRefusal ? find('name') : undefined)
}
