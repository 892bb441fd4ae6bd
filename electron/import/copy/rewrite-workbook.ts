import * as XLSX from '@e965/xlsx'
import type { SheetCell } from '../../../domain/roster-import/roster-table.ts'
import { sheetName } from '../../export/sheet-name.ts'

/** An old or foreign workbook as an .xlsx with the same cells, merges, widths and formats of numbers; formulas are left as their values. */
export function rewrittenWorkbook(workbook: XLSX.WorkBook): Uint8Array {
  // The type of its answer depends on an option and is left open.
  return new Uint8Array(
    XLSX.write(workbook, { bookType: 'xlsx', type: 'array', compression: true }) as ArrayBuffer,
  )
}

/** A text table as an .xlsx whose cells are text, so that no number loses a digit. */
export function workbookOfText(name: string, rows: readonly (readonly SheetCell[])[]): Uint8Array {
  const cells = rows.map((row) =>
    row.map((value) => (value === null || value === '' ? null : { t: 's', v: value, z: '@' })),
  )
  const sheet = XLSX.utils.aoa_to_sheet(cells)
  return rewrittenWorkbook(XLSX.utils.book_new(sheet, sheetName(name)))
}
