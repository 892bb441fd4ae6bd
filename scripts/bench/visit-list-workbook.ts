import ExcelJS from 'exceljs'
import { paperLabels } from '../../domain/labels/paper.zh.ts'
import type { VisitList, VisitListRow } from '../../domain/paper.ts'

const words = paperLabels.visitList
const byHand = () => ''

/** The columns of the printed list, in the order of their labels. Unit of the width: characters. */
const columns: Record<keyof typeof words.columns, { width: number; textOf: (row: VisitListRow) => string }> =
  {
    order: { width: 6, textOf: ({ order }) => String(order) },
    name: { width: 13, textOf: ({ name }) => name },
    sex: { width: 5, textOf: ({ sex }) => sex },
    age: { width: 5, textOf: ({ age }) => String(age ?? '') },
    address: { width: 24, textOf: ({ address }) => address },
    phone: { width: 15, textOf: ({ phone }) => phone },
    idNumber: { width: 20, textOf: ({ idNumber }) => idNumber },
    reasons: { width: 18, textOf: ({ reasons }) => reasons.join(words.reasonSeparator) },
    outcome: { width: 16, textOf: byHand },
    visitedOn: { width: 10, textOf: byHand },
    signature: { width: 10, textOf: byHand },
  }

/** Writes a visit list as an office would lay it out for paper: A4 landscape, one page wide, its header on each page. */
export async function writeVisitListWorkbook(filePath: string, list: VisitList): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('1', {
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  // The library's name for A4 is a constant that only its declarations have.
  Object.assign(sheet.pageSetup, { paperSize: 9, printTitlesRow: '1:1' })
  sheet.columns = Object.entries(columns).map(([key, { width }]) => ({
    header: words.columns[key as keyof typeof columns],
    width,
  }))
  for (const row of list.rows) sheet.addRow(Object.values(columns).map(({ textOf }) => textOf(row)))
  const line = { style: 'thin' } as const
  sheet.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = { top: line, left: line, bottom: line, right: line }
      cell.alignment = { wrapText: true, vertical: 'middle' }
    }),
  )
  await workbook.xlsx.writeFile(filePath)
}
