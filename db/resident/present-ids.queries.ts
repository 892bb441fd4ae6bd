import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** Those of these people who live here: not gone, not in the recycle bin. */
export async function presentIds(
  db: LedgerReader | LedgerTransaction,
  ids: readonly number[],
): Promise<number[]> {
  const rows = await db
    .selectFrom('resident')
    .select('id')
    .where('id', 'in', ids)
    .where('presence', '=', 'here')
    .where('removedAt', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
