import type { Insertable, Selectable, Updateable } from 'kysely'
import { nextId, retireIds } from '../next-id.queries.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export type StoredDiary = Selectable<LedgerSchema['diaryEntry']>

export async function findDiary(trx: LedgerTransaction, id: number): Promise<StoredDiary | undefined> {
  return trx.selectFrom('diaryEntry').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The next number of a year, which from now on is given. */
export async function takeNumber(trx: LedgerTransaction, year: number): Promise<number> {
  const { lastNumber } = await trx
    .insertInto('diaryYear')
    .values({ year, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet((eb) => ({ lastNumber: eb('diaryYear.lastNumber', '+', 1) })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return lastNumber
}

/** Shape: the new id. */
export async function insertDiary(
  trx: LedgerTransaction,
  entry: Omit<Insertable<LedgerSchema['diaryEntry']>, 'id'>,
): Promise<number> {
  const id = await nextId(trx, 'diaryEntry')
  await trx
    .insertInto('diaryEntry')
    .values({ ...entry, id })
    .execute()
  return id
}

export async function updateDiary(
  trx: LedgerTransaction,
  id: number,
  change: Updateable<LedgerSchema['diaryEntry']>,
): Promise<void> {
  await trx
    .updateTable('diaryEntry')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteDiary(trx: LedgerTransaction, id: number): Promise<void> {
  await trx.deleteFrom('diaryEntry').where('id', '=', id).execute()
  await retireIds(trx, 'diaryEntry', [id])
}

/** Whom the entry is about from now on, in this order. */
export async function writeDiaryPeople(
  trx: LedgerTransaction,
  diaryEntryId: number,
  residentIds: readonly number[],
): Promise<void> {
  await trx.deleteFrom('diaryEntryResident').where('diaryEntryId', '=', diaryEntryId).execute()
  if (residentIds.length === 0) return
  await trx
    .insertInto('diaryEntryResident')
    .values(residentIds.map((residentId, rank) => ({ diaryEntryId, residentId, rank })))
    .execute()
}
