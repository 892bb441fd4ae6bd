import type { Insertable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export type NewRecordChange = Omit<Insertable<LedgerSchema['recordChange']>, 'id'>

/** So that one statement stays below the number of values SQLite takes. */
const rowsPerStatement = 1000

export async function insertRecordChanges(
  trx: LedgerTransaction,
  changes: readonly NewRecordChange[],
): Promise<void> {
  for (let start = 0; start < changes.length; start += rowsPerStatement) {
    await trx
      .insertInto('recordChange')
      .values(changes.slice(start, start + rowsPerStatement))
      .execute()
  }
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
