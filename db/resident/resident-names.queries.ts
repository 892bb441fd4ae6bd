import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** What those of these people are called whose record was not removed, by id. */
export async function residentNames(
  db: LedgerReader | LedgerTransaction,
  ids: readonly (number | null)[],
): Promise<Map<number, string>> {
  const given = ids.filter((id) => id !== null)
  if (given.length === 0) return new Map()
  const rows = await db
    .selectFrom('resident')
    .select(['id', 'name'])
    .where('id', 'in', given)
    .where('removedAt', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
