import type { Insertable, Selectable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export type MergeRecord = Selectable<LedgerSchema['residentMerge']>
export type MergeItem = Omit<Selectable<LedgerSchema['residentMergeItem']>, 'residentMergeId' | 'position'>

export async function insertMerge(
  trx: LedgerTransaction,
  merge: Insertable<LedgerSchema['residentMerge']>,
  items: readonly MergeItem[],
): Promise<number> {
  const { id } = await trx.insertInto('residentMerge').values(merge).returning('id').executeTakeFirstOrThrow()
  const rows = items.map((item, position) => ({ residentMergeId: id, position, ...item }))
  if (rows.length > 0) await trx.insertInto('residentMergeItem').values(rows).execute()
  return id
}

export async function findMerge(trx: LedgerTransaction, id: number): Promise<MergeRecord | undefined> {
  return trx.selectFrom('residentMerge').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Shape: in the order in which the merge did them. */
export async function itemsOfMerge(trx: LedgerTransaction, id: number): Promise<MergeItem[]> {
  return trx
    .selectFrom('residentMergeItem')
    .select(['tableName', 'before', 'after'])
    .where('residentMergeId', '=', id)
    .orderBy('position')
    .execute()
}

/** Whether one of the two records had a part in another merge since, which still holds. */
export async function isMergedSince(trx: LedgerTransaction, merge: MergeRecord): Promise<boolean> {
  const ids = [merge.keptResidentId, merge.mergedResidentId]
  const later = await trx
    .selectFrom('residentMerge')
    .select('id')
    .where('id', '>', merge.id)
    .where('undoneAt', 'is', null)
    .where((eb) => eb.or([eb('keptResidentId', 'in', ids), eb('mergedResidentId', 'in', ids)]))
    .limit(1)
    .executeTakeFirst()
  return later !== undefined
}

export async function markMergeUndone(trx: LedgerTransaction, id: number, undoneAt: string): Promise<void> {
  await trx.updateTable('residentMerge').set({ undoneAt }).where('id', '=', id).execute()
}
