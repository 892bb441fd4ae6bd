import type { CalendarDate } from '../calendar-date.ts'
import { noChoices } from '../import-choices.ts'
import type { ImportChoices, ImportValueFound } from '../import-report.ts'
import type { OwnField } from '../own-field.ts'
import type { ImportColumn, ImportIssue, ImportMapping } from '../roster-import.ts'
import { cellText } from './cell-text.ts'
import { chosenValues } from './chosen-values.ts'
import { findHeader, isHintRow, isPersonRow, type RosterHeader } from './find-header.ts'
import { joinFamilies, type FamilyRow } from './join-families.ts'
import { matchColumns } from './match-columns.ts'
import { readRow, type RosterRow } from './read-row.ts'
import { mostValues, unknownValues } from './unknown-values.ts'
import { refuseRepeatedNumbers } from './repeated-numbers.ts'
import type { RosterSheet, SheetCell } from './roster-table.ts'
import { placeOfRow } from './row-place.ts'
import { isStepEnd } from './row-steps.ts'
import { doorOfSheet, type SheetDoor } from './sheet-door.ts'
import { withSheetDoor } from './with-sheet-door.ts'

export interface SheetReading {
  /** Shape: one-based number of the last header row of the first sheet, 0 without one. */
  readonly headerRowNumber: number
  readonly columns: readonly ImportColumn[]
  readonly rows: readonly FamilyRow[]
  /** Words that no code table knows, and those a clerk has explained. */
  readonly values: readonly ImportValueFound[]
  /** How many rows write a year of birth with two figures that are not understood. */
  readonly twoDigitYearCount: number
  /** How many of the people stand in rows that the spreadsheet program does not show. */
  readonly hiddenRowCount: number
  /** What the names of sheets say of where their people live, whether a clerk wants that or not. */
  readonly sheetDoors: readonly SheetDoor[]
}

type ReadingChoices = Pick<ImportChoices, 'values' | 'twoDigitYears' | 'isBuildingFromSheet'>

/**
 * The people of sheets of one layout, their rows counted on from sheet to sheet, by the columns a clerk agreed to or,
 * with null, by those recognised. A family stands in one sheet. Comes back between steps with the number of rows done,
 * more than once for each.
 */
export function* readSheets(
  sheets: readonly RosterSheet[],
  mapping: ImportMapping | null,
  todayOn: CalendarDate,
  { values, twoDigitYears, isBuildingFromSheet }: ReadingChoices = noChoices,
  ownFields: readonly OwnField[] = [],
): Generator<number, SheetReading, undefined> {
  const headed = sheets.map((sheet) => ({ sheet, header: findHeader(sheet) }))
  const [{ header: firstHeader } = { header: noHeader }] = headed
  const dataRows = headed.flatMap(({ sheet, header }) => sheet.rows.slice(header.lastRow + 1))
  const columns = matchColumns(firstHeader.headers, dataRows, mapping, ownFields)
  const matched = columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]))
  const chosen = chosenValues(values, matched, ownFields)
  const doors = sheetDoors(sheets, matched)
  const doorOf = (sheet: RosterSheet) => (isBuildingFromSheet ? (doors.get(sheet) ?? null) : null)
  const rows: RosterRow[] = []
  let rowsBefore = 0
  let hiddenRowCount = 0
  for (const { sheet, header } of headed) {
    const hidden = new Set(sheet.hiddenRows)
    const how = { todayOn, twoDigitYears, ownFields, sheetDoor: doorOf(sheet) }
    for (const { index, cells } of writtenRows(sheet, header)) {
      if (isStepEnd(rowsBefore + index)) yield rowsBefore + index
      // A form often comes with its serial numbers filled in far below the last person.
      if (matched.every((column) => cellText(sheet.rows[index]?.[column.index]) === '')) continue
      const read = chosen.applied(cells)
      rows.push(readRow(rowsBefore + index + 1, read, matched, how))
      if (hidden.has(index)) hiddenRowCount += 1
    }
    rowsBefore += sheet.rows.length
  }
  const families: FamilyRow[] = []
  const bySheet = Map.groupBy(
    refuseRepeatedNumbers(rows),
    ({ rowNumber }) => placeOfRow(sheets, rowNumber).sheet,
  )
  for (const [sheet, ofSheet] of bySheet) {
    const door = doorOf(sheet)
    for (const family of yield* joinFamilies(ofSheet))
      families.push(door === null ? family : withSheetDoor(family, door))
  }
  return {
    headerRowNumber: firstHeader.lastRow + 1,
    columns,
    rows: families,
    values: [
      ...values.map((value) => ({ ...value, rowCount: chosen.rowCountOf(value), isDecided: true })),
      ...unknownValues(rows, ownFields),
    ].slice(0, mostValues),
    twoDigitYearCount: rows.filter(({ issues }) => issues.some(isTwoDigitYear)).length,
    hiddenRowCount,
    sheetDoors: [...doors.values()],
  }
}

/** Where the names of sheets say that their people live, if no column says in which building. */
function sheetDoors(sheets: readonly RosterSheet[], columns: ImportMapping): Map<RosterSheet, SheetDoor> {
  if (columns.some(({ field }) => field === 'building')) return new Map()
  const named = sheets.map((sheet) => [sheet, doorOfSheet(sheet.name)] as const)
  return new Map(named.flatMap(([sheet, door]) => (door === null ? [] : [[sheet, door]])))
}

const noHeader: RosterHeader = { firstRow: -1, lastRow: -1, headers: [] }

/** The rows of a sheet that may be about people, with the values of merged cells in each of theirs. */
function* writtenRows(sheet: RosterSheet, header: RosterHeader) {
  const firstRow = header.lastRow + 1
  const spread = spreadDown(sheet, firstRow)
  const sections = sectionRows(sheet)
  for (const [index, written] of sheet.rows.entries()) {
    if (index < firstRow || !isPersonRow(written, header) || sections.has(index)) continue
    if (!isHintRow(written, index, header)) yield { index, cells: spread.get(index) ?? written }
  }
}

function isTwoDigitYear({ code }: ImportIssue): boolean {
  return code === 'birthTwoDigitYear'
}

/** Unit: columns; the value of a person never reaches over so many. */
const sectionColumns = 3

/** Rows that hold one text across several columns: the heading of a building or of a group. */
function sectionRows({ rows, mergedAreas }: RosterSheet): ReadonlySet<number> {
  const wide = mergedAreas.filter(
    ({ top, bottom, left, right }) =>
      top === bottom &&
      right - left + 1 >= sectionColumns &&
      (rows[top] ?? []).every((cell, column) => column === left || cellText(cell) === ''),
  )
  return new Set(wide.map(({ top }) => top))
}

/** Unit: cells; one merged cell larger than this is a mistake and stays where it is. */
const largestArea = 50_000

/** Rows with the value of a cell merged over several rows in each of them: one address for a whole household. */
function spreadDown(sheet: RosterSheet, firstRow: number): ReadonlyMap<number, readonly SheetCell[]> {
  const rows = new Map<number, SheetCell[]>()
  for (const { top, left, bottom, right } of sheet.mergedAreas) {
    if (top < firstRow || (bottom - top + 1) * (right - left + 1) > largestArea) continue
    const value = sheet.rows[top]?.[left] ?? null
    if (value === null) continue
    for (let row = top + 1; row <= bottom; row += 1) {
      const cells = rows.get(row) ?? [...(sheet.rows[row] ?? [])]
      while (cells.length <= left) cells.push(null)
      cells[left] = value
      rows.set(row, cells)
    }
  }
  return rows
}
