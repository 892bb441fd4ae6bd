import type { Insertable, Selectable, Updateable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export type StoredCareEvent = Selectable<LedgerSchema['careEvent']>

export async function insertCareEvent(
  trx: LedgerTransaction,
  row: Insertable<LedgerSchema['careEvent']>,
): Promise<void> {
  await trx.insertInto('careEvent').values(row).execute()
}

export async function updateCareEvent(
  trx: LedgerTransaction,
  id: number,
  change: Updateable<LedgerSchema['careEvent']>,
): Promise<void> {
  await trx
    .updateTable('careEvent')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteCareEvent(trx: LedgerTransaction, id: number): Promise<void> {
  await trx.deleteFrom('careEvent').where('id', '=', id).execute()
}

/** Gives what one member of staff is to visit to another, but for what is sealed: of that the director is left. */
export async function handOverCareEvents(
  trx: LedgerTransaction,
  { from, to, kinds }: { readonly from: number; readonly to: number; readonly kinds: readonly string[] },
): Promise<void> {
  await trx
    .updateTable('careEvent')
    .set((eb) => ({ staffId: to, revision: eb('revision', '+', 1) }))
    .where('staffId', '=', from)
    .where('kind', 'in', kinds)
    .execute()
}
