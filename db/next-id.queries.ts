import type { LedgerTransaction } from './transaction.ts'

type Table = 'resident' | 'household' | 'building' | 'residentGroup' | 'diaryEntry' | 'careEvent' | 'helpCase'

/** The first number above all that rows of a table have or ever had. */
export async function nextId(trx: LedgerTransaction, table: Table): Promise<number> {
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

/** Has these numbers of rows that are deleted given to none that comes later: kept questions may ask for them. */
export async function retireIds(trx: LedgerTransaction, table: Table, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await trx
    .insertInto('retiredId')
    .values({ tableName: table, highestId: Math.max(...ids) })
    .onConflict((conflict) =>
      conflict.column('tableName').doUpdateSet(({ fn, ref }) => ({
        highestId: fn<number>('max', [ref('retiredId.highestId'), ref('excluded.highestId')]),
      })),
    )
    .execute()
}
