import { nameRemark } from '../codes/import-header-aliases.ts'
import { isPersonName, normalisePersonName } from '../person-name.ts'
import { ownPhone, type Phone, type ResidentDraft } from '../resident.ts'
import type { ImportField, ImportIssue, ImportMapping } from '../roster-import.ts'
import { isBlank, statedText } from './cell-text.ts'
import { readPhoneCell, uniquePhones } from './phone-cells.ts'
import { longestCell, type SheetCell } from './roster-table.ts'
import type { IssueList } from './row-issues.ts'

export interface RowCells {
  readonly first: (field: ImportField) => SheetCell | undefined
  readonly all: (field: ImportField) => readonly SheetCell[]
}

const mostPhones = 10
const nothing: readonly SheetCell[] = []

/** The cells of a row by field; the first that says something stands for the field. */
export function cellsOf(cells: readonly SheetCell[], mapping: ImportMapping): RowCells {
  const byField = new Map<ImportField, SheetCell[]>()
  for (const { index, field } of mapping) {
    const cell = cells[index]
    if (field === null || isBlank(cell)) continue
    const before = byField.get(field)
    if (before === undefined) byField.set(field, [cell ?? null])
    else before.push(cell ?? null)
  }
  return { all: (field) => byField.get(field) ?? nothing, first: (field) => byField.get(field)?.[0] }
}

export function refuseLongCells(cells: readonly SheetCell[], mapping: ImportMapping, list: IssueList): void {
  for (const { index, field } of mapping) {
    const cell = cells[index]
    if (field !== null && typeof cell === 'string' && cell.length > longestCell)
      list.refuse('cellTooLong', field)
  }
}

/** The name of a cell, and what is said in brackets behind it. */
export function readName(
  cell: SheetCell | undefined,
  list: IssueList,
): { readonly name: string; readonly remark: string } {
  const [, bare, remark = ''] = nameRemark.exec(statedText(cell)) ?? []
  const name = normalisePersonName(bare ?? statedText(cell))
  // Digits are a serial number, a phone or a date in the wrong column, never part of a name.
  const isUsable = isPersonName(name) && !/\d/.test(name)
  if (name === '') list.refuse('nameMissing', 'name')
  else if (!isUsable) list.refuse('nameUnusable', 'name')
  if (remark !== '') list.warn('nameRemark', 'name')
  return { name, remark }
}

/** A code of a table; words the table does not know are said, and the field stays open. */
export function readCode<Code>(
  cell: SheetCell | undefined,
  parse: (text: string) => Code | undefined,
  issue: ImportIssue['code'],
  field: ImportField,
  list: IssueList,
): Code | null {
  const text = statedText(cell)
  if (text === '') return null
  const code = parse(text)
  if (code === undefined) list.warn(issue, field, { value: text })
  return code ?? null
}

export function readPhones(
  cells: readonly SheetCell[],
  others: readonly Phone[],
  list: IssueList,
): ResidentDraft['phones'] {
  const readings = cells.map(readPhoneCell)
  if (readings.some(({ hasUnreadable }) => hasUnreadable)) list.warn('phoneUnreadable', 'phone')
  const own = readings.flatMap(({ phones }) => phones.map(({ number, note }) => ownPhone(number, note)))
  return uniquePhones([...own, ...others]).slice(0, mostPhones)
}
