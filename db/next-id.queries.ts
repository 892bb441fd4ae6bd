import type { LedgerTransaction } from './transaction.ts'

/** The first number above all that rows of a table have or ever had. */
export async function nextId(trx: LedgerTransaction, table: 'resident' | 'household'): Promise<number> {
  const { highest } = await trx
    .selectFrom(table)
    .select(({ fn }) => fn.max<number | null>(`${table}.id`).as('highest'))
    .executeTakeFirstOrThrow()
  const retired = await trx
    .selectFrom('retiredId')
    .select('highestId')
    .where('tableName', '=', table)
    .executeTakeFirst()
  return Math.max(highest ?? 0, retired?.highestId ?? 0) + 1
}
