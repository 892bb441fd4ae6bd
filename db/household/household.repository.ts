import { sql } from 'kysely'
import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function findHouseholdsOfDwellings(trx: LedgerTransaction, dwellingIds: readonly number[]) {
  return trx
    .selectFrom('household')
    .select(['id', 'dwellingId', 'headResidentId'])
    .where('dwellingId', 'in', dwellingIds)
    .orderBy('id')
    .execute()
}

export async function nextHouseholdId(trx: LedgerTransaction): Promise<number> {
  const { id } = await trx
    .selectFrom('household')
    .select(({ fn }) => fn.max<number | null>('id').as('id'))
    .executeTakeFirstOrThrow()
  return (id ?? 0) + 1
}

export async function insertHouseholds(
  trx: LedgerTransaction,
  households: readonly { readonly id: number; readonly dwellingId: number | null }[],
): Promise<void> {
  await trx.insertInto('household').values(households).execute()
}

/** Members who call themselves head, in the order of their ids. */
export async function findHeads(trx: LedgerTransaction, householdIds: readonly number[]) {
  return trx
    .selectFrom('resident')
    .select(['id', 'householdId'])
    .where('householdId', 'in', householdIds)
    .where('relationToHead', '=', headOfHouseholdCode)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
}

export async function forgetRelationToHead(
  trx: LedgerTransaction,
  residentIds: readonly number[],
  updatedAt: string,
): Promise<void> {
  await trx
    .updateTable('resident')
    .set((eb) => ({ relationToHead: null, revision: eb('revision', '+', 1), updatedAt }))
    .where('id', 'in', residentIds)
    .execute()
}

/** Sets the head of each household to the member who is one; there is at most one by now. */
export async function refreshHeads(trx: LedgerTransaction, householdIds: readonly number[]): Promise<void> {
  await trx
    .updateTable('household')
    .set((eb) => ({
      headResidentId: eb
        .selectFrom('resident')
        .select('resident.id')
        .whereRef('resident.householdId', '=', 'household.id')
        .where('relationToHead', '=', headOfHouseholdCode)
        .where('removedAt', 'is', null)
        .limit(1),
    }))
    .where('id', 'in', householdIds)
    .execute()
}

export async function deleteEmptyHouseholds(trx: LedgerTransaction, householdIds: readonly number[]) {
  return trx
    .deleteFrom('household')
    .where('id', 'in', householdIds)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('resident')
            .select(sql`1`.as('one'))
            .whereRef('resident.householdId', '=', 'household.id'),
        ),
      ),
    )
    .returning('dwellingId')
    .execute()
}
