import type { Insertable, Updateable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** Shape: the new id. */
export async function insertSavedFilter(
  trx: LedgerTransaction,
  row: Insertable<LedgerSchema['savedFilter']>,
): Promise<number> {
  const { id } = await trx.insertInto('savedFilter').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateSavedFilter(
  trx: LedgerTransaction,
  id: number,
  change: Updateable<LedgerSchema['savedFilter']>,
): Promise<void> {
  await trx
    .updateTable('savedFilter')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteSavedFilter(trx: LedgerTransaction, id: number): Promise<void> {
  await trx.deleteFrom('savedFilter').where('id', '=', id).execute()
}
