import type { Insertable, Selectable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export type StoredCall = Selectable<LedgerSchema['phoneCall']>
type CallColumns = Partial<Omit<StoredCall, 'id' | 'residentId' | 'revision'>>

/** A call that was not taken back. */
export async function findCall(trx: LedgerTransaction, id: number): Promise<StoredCall | undefined> {
  return trx
    .selectFrom('phoneCall')
    .selectAll()
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
}

export async function insertCall(
  trx: LedgerTransaction,
  call: Insertable<LedgerSchema['phoneCall']>,
): Promise<number> {
  const { id } = await trx.insertInto('phoneCall').values(call).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateCall(trx: LedgerTransaction, id: number, columns: CallColumns): Promise<void> {
  await trx
    .updateTable('phoneCall')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
