import type { Insertable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function insertBulkChange(
  trx: LedgerTransaction,
  run: Insertable<LedgerSchema['bulkChange']>,
): Promise<number> {
  const { id } = await trx.insertInto('bulkChange').values(run).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function insertBulkChangeItems(
  trx: LedgerTransaction,
  items: readonly Insertable<LedgerSchema['bulkChangeItem']>[],
): Promise<void> {
  if (items.length > 0) await trx.insertInto('bulkChangeItem').values(items).execute()
}

export async function markBulkChangeUndone(
  trx: LedgerTransaction,
  id: number,
  undoneAt: string,
): Promise<void> {
  await trx.updateTable('bulkChange').set({ undoneAt }).where('id', '=', id).execute()
}
