import type { Insertable } from 'kysely'
import { insertRows } from '../insert-rows.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export type NewRecordChange = Omit<Insertable<LedgerSchema['recordChange']>, 'id'>

export async function insertRecordChanges(
  trx: LedgerTransaction,
  changes: readonly NewRecordChange[],
): Promise<void> {
  await insertRows(trx, 'recordChange', changes)
}

export async function markChangeUndone(trx: LedgerTransaction, id: number, undoneAt: string): Promise<void> {
  await trx.updateTable('recordChange').set({ undoneAt }).where('id', '=', id).execute()
}

export async function deleteDiaryChanges(trx: LedgerTransaction, number: string): Promise<void> {
  await trx
    .deleteFrom('recordChange')
    .where('field', '=', 'diaryEntry')
    .where((eb) => eb.or([eb('before', '=', number), eb('after', '=', number)]))
    .execute()
}
