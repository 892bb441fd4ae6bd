import type { Insertable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** So that one statement stays below the number of values SQLite takes. */
const rowsPerStatement = 1000

export async function insertDisclosures(
  trx: LedgerTransaction,
  disclosures: readonly Insertable<LedgerSchema['disclosure']>[],
): Promise<void> {
  for (let start = 0; start < disclosures.length; start += rowsPerStatement)
    await trx
      .insertInto('disclosure')
      .values(disclosures.slice(start, start + rowsPerStatement))
      .execute()
}
