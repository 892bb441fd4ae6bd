import type { Selectable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

type HouseholdOwnValue = Selectable<LedgerSchema['householdOwnValue']>

export async function putHouseholdOwnValue(trx: LedgerTransaction, row: HouseholdOwnValue): Promise<void> {
  await trx
    .insertInto('householdOwnValue')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['householdId', 'ownFieldId']).doUpdateSet({ value: row.value }),
    )
    .execute()
}

export async function deleteHouseholdOwnValue(
  trx: LedgerTransaction,
  { householdId, ownFieldId }: Omit<HouseholdOwnValue, 'value'>,
): Promise<void> {
  await trx
    .deleteFrom('householdOwnValue')
    .where('householdId', '=', householdId)
    .where('ownFieldId', '=', ownFieldId)
    .execute()
}

/** The records of people whose home changed what it says. */
export async function growRevisions(
  trx: LedgerTransaction,
  residentIds: readonly number[],
  updatedAt: string,
): Promise<void> {
  if (residentIds.length === 0) return
  await trx
    .updateTable('resident')
    .set((eb) => ({ revision: eb('revision', '+', 1), updatedAt }))
    .where('id', 'in', residentIds)
    .execute()
}
