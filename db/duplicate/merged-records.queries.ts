import { sql } from 'kysely'
import type { LedgerReader } from '../ledger.ts'

/** The records that are of one person: the kept one first, then all that were merged into it, at second hand as well. */
export async function recordsOfPerson(db: LedgerReader, residentId: number): Promise<number[]> {
  const { rows } = await sql<{ readonly id: number }>`
    WITH RECURSIVE part (id) AS (
      SELECT ${residentId} UNION
      SELECT mergedResidentId FROM residentMerge JOIN part ON keptResidentId = part.id WHERE undoneAt IS NULL
    ) SELECT id FROM part`.execute(db)
  return [residentId, ...rows.map(({ id }) => id).filter((id) => id !== residentId)]
}
