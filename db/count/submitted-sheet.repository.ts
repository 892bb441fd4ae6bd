import type { Insertable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function insertSubmittedSheet(
  trx: LedgerTransaction,
  sheet: Insertable<LedgerSchema['submittedSheet']>,
): Promise<number> {
  const { id } = await trx
    .insertInto('submittedSheet')
    .values(sheet)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
