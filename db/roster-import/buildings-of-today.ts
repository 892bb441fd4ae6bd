import { setImmediate } from 'node:timers/promises'
import { FailureError } from '../../domain/failure.ts'
import type { FamilyRow } from '../../domain/roster-import/join-families.ts'
import { rowsPerStep } from '../../domain/roster-import/row-steps.ts'
import { withRealBuildings } from '../building/dwelling.service.ts'
import type { Ledger } from '../ledger.ts'
import type { OperationContext } from '../ledger-operations.ts'

/** The rows with each building under the name it has today: an old roster may know it under another. Throws: cancelled. */
export async function withBuildingsOfToday(
  { db }: Pick<Ledger, 'db'>,
  rows: readonly FamilyRow[],
  { isCancelled }: Pick<OperationContext, 'isCancelled'>,
): Promise<FamilyRow[]> {
  const known: FamilyRow[] = []
  for (let start = 0; start < rows.length; start += rowsPerStep) {
    if (isCancelled()) throw new FailureError('cancelled')
    await setImmediate()
    const some = rows.slice(start, start + rowsPerStep)
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
