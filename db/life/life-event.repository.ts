import type { Insertable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function insertLifeEvent(
  trx: LedgerTransaction,
  event: Insertable<LedgerSchema['lifeEvent']>,
): Promise<number> {
  const { id } = await trx.insertInto('lifeEvent').values(event).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function markEventWithdrawn(
  trx: LedgerTransaction,
  id: number,
  withdrawn: { readonly withdrawnAt: string; readonly withdrawnBy: string },
): Promise<void> {
  await trx.updateTable('lifeEvent').set(withdrawn).where('id', '=', id).execute()
}

export async function setPresence(
  trx: LedgerTransaction,
  residentId: number,
  presence: string,
  updatedAt: string,
): Promise<void> {
  await trx
    .updateTable('resident')
    .set((eb) => ({ presence, revision: eb('revision', '+', 1), updatedAt }))
    .where('id', '=', residentId)
    .execute()
}
