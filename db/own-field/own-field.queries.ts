import type { Selectable } from 'kysely'
import { isListed, ownFieldKey, ownFieldSchema, type OwnField } from '../../domain/own-field.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

type Reader = LedgerReader | LedgerTransaction

/** Every field the office added by itself, also those no longer in use, in the order of the forms. */
export async function listOwnFields(db: Reader): Promise<OwnField[]> {
  const rows = await db
    .selectFrom('ownField')
    .selectAll()
    .orderBy('owner', 'desc')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const choices = await db
    .selectFrom('ownFieldChoice')
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute()
  const choicesOf = Map.groupBy(choices, ({ ownFieldId }) => ownFieldId)
  return rows.map(({ position, ...row }) =>
    ownFieldSchema.parse({
      ...row,
      isRetired: row.isRetired === 1,
      isUsed: row.isUsed === 1,
      isInList: row.isInList === 1,
      choices: (choicesOf.get(row.id) ?? []).map(choiceOf),
    }),
  )
}

function choiceOf({ id, name, isRetired }: Selectable<LedgerSchema['ownFieldChoice']>) {
  return { id, name, isRetired: isRetired === 1 }
}

/** Those of them that the list of residents has a column of. */
export async function listedOwnFields(db: Reader): Promise<OwnField[]> {
  return (await listOwnFields(db)).filter(isListed)
}

/** Whether a kept question, roster or list layout names a field. */
export async function isNamedSomewhere(db: Reader, id: number): Promise<boolean> {
  const name = `%"${ownFieldKey(id)}"%`
  const [filter, roster, layout, rule] = [
    await db.selectFrom('savedFilter').select('id').where('content', 'like', name).executeTakeFirst(),
    await db.selectFrom('rosterKind').select('id').where('content', 'like', name).executeTakeFirst(),
    await db.selectFrom('importLayout').select('usedAt').where('mapping', 'like', name).executeTakeFirst(),
    await db
      .selectFrom('visitRule')
      .select('id')
      .where('condition', 'like', name)
      .where('removedAt', 'is', null)
      .executeTakeFirst(),
  ]
  return filter !== undefined || roster !== undefined || layout !== undefined || rule !== undefined
}
