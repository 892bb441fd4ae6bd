import type { ResidentDraft } from '../../../domain/resident.ts'
import type { RosterTable, SheetCell } from '../../../domain/roster-import/roster-table.ts'
import { generateCommunity } from '../../../db/sample/generate-community.ts'
import { rosterColumns } from '../../seed/roster-columns.ts'

const householdCount = 37_000
const personCount = 99_990

/** A roster as the import's reader hands it over. */
export function rosterTable(): RosterTable {
  const rows: SheetCell[][] = [rosterColumns.map(({ header }) => header)]
  for (const household of generateCommunity({ seed: 1, householdCount })) {
    const headName = household[0]?.name ?? ''
    for (const person of household) {
      if (rows.length <= personCount) rows.push(cellsOf(person, { order: rows.length, headName }))
    }
  }
  return { sheets: [{ name: '1', rows, mergedAreas: [] }] }
}

function cellsOf(person: ResidentDraft, place: { order: number; headName: string }): SheetCell[] {
  return rosterColumns.map(({ cellOf }) => {
    const cell = cellOf(person, place)
    return cell instanceof Date ? { dateOn: cell.toISOString().slice(0, 10) } : cell
  })
}
