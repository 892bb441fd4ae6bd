import { parseDwelling } from '../address.ts'
import { parseTypedDate } from '../calendar-date.ts'
import { commonSurnames, sexWords } from '../codes/import-header-aliases.ts'
import { parseRelationToHead } from '../codes/relation-to-head.ts'
import { normaliseIdNumber } from '../id-number.ts'
import { normalisePersonName } from '../person-name.ts'
import type { ImportField } from '../roster-import.ts'
import { cellText } from './cell-text.ts'
import { isSheetDate, type SheetCell } from './roster-table.ts'

interface Sign {
  readonly field: ImportField
  /** Unit: share of the filled cells that must look like it. */
  readonly share: number
  readonly fits: (text: string, cell: SheetCell) => boolean
}

/** In this order: what is hardest to mistake comes first. */
const signs: readonly Sign[] = [
  { field: 'idNumber', share: 0.5, fits: (text) => /^\d{17}[\dX]$/.test(normaliseIdNumber(text)) },
  { field: 'phone', share: 0.6, fits: (text) => /^1[3-9]\d{9}\b/.test(text.replaceAll(' ', '')) },
  { field: 'sex', share: 0.9, fits: (text) => sexWords.has(text) },
  { field: 'relationToHead', share: 0.8, fits: (text) => !/\d/.test(text) && isRelation(text) },
  { field: 'name', share: 0.6, fits: looksLikeName },
  { field: 'address', share: 0.7, fits: looksLikeDoor },
  { field: 'birth', share: 0.8, fits: (text, cell) => isSheetDate(cell) || parseTypedDate(text).ok },
]

const sampledRows = 200

/** Fields recognised by what stands in the open columns, for those fields that no header named. */
export function sniffFields(
  dataRows: readonly (readonly SheetCell[])[],
  openColumns: readonly boolean[],
  takenFields: ReadonlySet<ImportField>,
): (ImportField | null)[] {
  const sample = dataRows.slice(0, sampledRows)
  const fields: (ImportField | null)[] = openColumns.map(() => null)
  for (const sign of signs) {
    if (isTaken(sign.field, takenFields)) continue
    const index = openColumns.findIndex(
      (isOpen, column) => isOpen && fields[column] === null && fitsColumn(sign, sample, column),
    )
    if (index >= 0) fields[index] = sign.field
  }
  return fields
}

/** A door in columns of its own needs no other. */
function isTaken(field: ImportField, takenFields: ReadonlySet<ImportField>): boolean {
  return takenFields.has(field) || (field === 'address' && takenFields.has('building'))
}

function fitsColumn(sign: Sign, sample: readonly (readonly SheetCell[])[], column: number): boolean {
  let filledCount = 0
  let fittingCount = 0
  for (const row of sample) {
    const cell = row[column] ?? null
    const text = cellText(cell)
    if (text === '') continue
    filledCount += 1
    if (sign.fits(text, cell)) fittingCount += 1
  }
  return filledCount > 0 && fittingCount >= filledCount * sign.share
}

function isRelation(text: string): boolean {
  return parseRelationToHead(text) !== undefined
}

function looksLikeDoor(text: string): boolean {
  const { building = '', room = '' } = parseDwelling(text) ?? {}
  return building !== '' && /\d/.test(room) && !parseTypedDate(text).ok
}

function looksLikeName(text: string): boolean {
  const name = normalisePersonName(text)
  const first = [...name][0] ?? ''
  return /^\p{Script=Han}{2,4}$/u.test(name)
    ? commonSurnames.has(first)
    : /^\p{Script=Han}+\u00b7\p{Script=Han}+$/u.test(name)
}
