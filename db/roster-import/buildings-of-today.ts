import type { FamilyRow } from '../../domain/roster-import/join-families.ts'
import { withRealBuildings } from '../building/dwelling.service.ts'
import type { Ledger } from '../ledger.ts'

const rowsPerRead = 500

/** The rows with each building under the name it has today: an old roster may know it under another. */
export async function withBuildingsOfToday(
  { db }: Pick<Ledger, 'db'>,
  rows: readonly FamilyRow[],
): Promise<FamilyRow[]> {
  const known: FamilyRow[] = []
  for (let start = 0; start < rows.length; start += rowsPerRead) {
    const some = rows.slice(start, start + rowsPerRead)
    const dwellings = await withRealBuildings(
      db,
      some.map(({ draft }) => draft.dwelling),
    )
    for (const [index, row] of some.entries()) {
      const dwelling = dwellings[index] ?? null
      const isSame = dwelling?.building === row.draft.dwelling?.building
      known.push(isSame ? row : { ...row, draft: { ...row.draft, dwelling } })
    }
  }
  return known
}
