import type { ImportChoices } from '../../domain/import-report.ts'
import type { FamilyRow } from '../../domain/roster-import/join-families.ts'
import { recognisedRow, type Alike } from './alike.ts'
import type { PersonThere } from './person-there.queries.ts'

/** The rows with those put in place whose person a clerk has recognised among the candidates. */
export function decidedRows(
  read: readonly FamilyRow[],
  decisions: ImportChoices['decisions'],
  alikeOf: (row: FamilyRow) => readonly Alike[],
) {
  const chosen = new Map(decisions.map(({ rowNumber, residentId }) => [rowNumber, residentId]))
  const recognised = new Map<FamilyRow, PersonThere>()
  const originals = new Map<FamilyRow, FamilyRow>()
  const rows = read.map((row) => {
    const id = chosen.get(row.rowNumber) ?? null
    const person = id === null ? undefined : alikeOf(row).find((one) => one.person.id === id)?.person
    if (person === undefined) return row
    const decided = recognisedRow(row, person)
    recognised.set(decided, person)
    originals.set(decided, row)
    return decided
  })
  return { rows, recognised, originals }
}
