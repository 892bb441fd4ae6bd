import type { OwnField, OwnFieldDraft } from '../../domain/own-field.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** Answers the id of the new field, which stands last. */
export async function insertOwnField(
  trx: LedgerTransaction,
  { owner, name, kind, isInList }: OwnFieldDraft,
): Promise<number> {
  const { last } = await trx
    .selectFrom('ownField')
    .select(({ fn }) => fn.max<number | null>('position').as('last'))
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('ownField')
    .values({
      owner,
      name,
      kind,
      position: (last ?? 0) + 1,
      isRetired: 0,
      isUsed: 0,
      isInList: Number(isInList),
      revision: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What of a field changes; its revision grows. */
export async function updateOwnField(
  trx: LedgerTransaction,
  { id, revision }: Pick<OwnField, 'id' | 'revision'>,
  changes: Partial<Pick<OwnField, 'name' | 'kind'> & Record<'isRetired' | 'isInList', number>>,
): Promise<void> {
  await trx
    .updateTable('ownField')
    .set({ ...changes, revision: revision + 1 })
    .where('id', '=', id)
    .execute()
}

/** Two fields change places. */
export async function swapOwnFields(trx: LedgerTransaction, ids: readonly [number, number]): Promise<void> {
  const rows = await trx.selectFrom('ownField').select(['id', 'position']).where('id', 'in', ids).execute()
  for (const { id } of rows) {
    const other = rows.find((row) => row.id !== id)
    if (other !== undefined)
      await trx.updateTable('ownField').set({ position: other.position }).where('id', '=', id).execute()
  }
}

export async function deleteOwnField(trx: LedgerTransaction, id: number): Promise<void> {
  await trx.deleteFrom('ownField').where('id', '=', id).execute()
}

/** Fields that somebody has a value of from now on. */
export async function markOwnFieldsUsed(trx: LedgerTransaction, ids: readonly number[]): Promise<void> {
  await trx
    .updateTable('ownField')
    .set({ isUsed: 1 })
    .where('id', 'in', ids)
    .where('isUsed', '=', 0)
    .execute()
}

/** The choices of a field as they are to be; those it has had and that are not among them are taken away. */
export async function writeChoices(
  trx: LedgerTransaction,
  ownFieldId: number,
  choices: OwnFieldDraft['choices'],
): Promise<void> {
  const kept = choices.flatMap(({ id }) => (id === null ? [] : [id]))
  await trx
    .deleteFrom('ownFieldChoice')
    .where('ownFieldId', '=', ownFieldId)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute()
  for (const [position, { id, name, isRetired }] of choices.entries()) {
    const row = { position, name, isRetired: Number(isRetired) }
    if (id === null)
      await trx
        .insertInto('ownFieldChoice')
        .values({ ownFieldId, ...row })
        .execute()
    else
      await trx
        .updateTable('ownFieldChoice')
        .set(row)
        .where('id', '=', id)
        .where('ownFieldId', '=', ownFieldId)
        .execute()
  }
}
