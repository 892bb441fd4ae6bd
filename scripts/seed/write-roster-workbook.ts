import ExcelJS from 'exceljs'
import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import {
  rosterColumns,
  rosterSheetName,
  rosterSignature,
  rosterSubtitle,
  rosterTitle,
} from './roster-columns.ts'

const formats = { text: '@', number: '0', date: 'yyyy-mm-dd' } as const
const line = { style: 'thin' } as const
const grid = { top: line, left: line, bottom: line, right: line }
const centred = { horizontal: 'center', vertical: 'middle' } as const

/** Writes people, the head of each household first, as an office's roster and answers how many rows of people it has. */
export async function writeRosterWorkbook(
  filePath: string,
  people: Iterable<ResidentDraft>,
  writtenAt: Date,
): Promise<number> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: filePath,
    useStyles: true,
    useSharedStrings: true,
  })
  workbook.created = writtenAt
  workbook.modified = writtenAt
  const sheet = workbook.addWorksheet(rosterSheetName, { views: [{ state: 'frozen', ySplit: 3 }] })
  sheet.columns = rosterColumns.map(({ width, format }) => ({ width, style: { numFmt: formats[format] } }))
  addWideRow(sheet, rosterTitle, { font: { bold: true, size: 18 }, alignment: centred })
  addWideRow(sheet, rosterSubtitle, { alignment: { horizontal: 'left' } })
  const header = sheet.addRow(rosterColumns.map((column) => column.header))
  header.eachCell((cell) =>
    Object.assign(cell, { font: { bold: true }, border: grid, alignment: { ...centred, wrapText: true } }),
  )
  header.commit()
  let order = 0
  let headName = ''
  for (const person of people) {
    order += 1
    if (person.relationToHead === headOfHouseholdCode) headName = person.name
    const place = { order, headName }
    const row = sheet.addRow(rosterColumns.map(({ cellOf }) => cellOf(person, place)))
    row.eachCell({ includeEmpty: true }, (cell) => (cell.border = grid))
    row.commit()
  }
  addWideRow(sheet, rosterSignature, { alignment: { horizontal: 'left' } })
  sheet.commit()
  await workbook.commit()
  return order
}

function addWideRow(sheet: ExcelJS.Worksheet, words: string, style: Partial<ExcelJS.Style>): void {
  const row = sheet.addRow([words])
  Object.assign(row.getCell(1), style)
  sheet.mergeCells(row.number, 1, row.number, rosterColumns.length)
  row.commit()
}
