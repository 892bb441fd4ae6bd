import { sql } from 'kysely'
import { headOfHouseholdCode, type RelationToHead } from '../../domain/codes/relation-to-head.ts'
import { idDocumentTypes } from '../../domain/id-number.ts'
import { insertRows } from '../insert-rows.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function findHouseholdsOfDwellings(trx: LedgerTransaction, dwellingIds: readonly number[]) {
  return trx
    .selectFrom('household')
    .select(['id', 'dwellingId', 'headResidentId'])
    .where('dwellingId', 'in', dwellingIds)
    .orderBy('id')
    .execute()
}

export async function insertHouseholds(
  trx: LedgerTransaction,
  households: readonly { readonly id: number; readonly dwellingId: number | null }[],
): Promise<void> {
  await insertRows(trx, 'household', households)
}

/** Members who call themselves head: whoever is the head by now first, then in the order of their ids. */
export async function findHeads(trx: LedgerTransaction, householdIds: readonly number[]) {
  return trx
    .selectFrom('resident')
    .innerJoin('household', 'household.id', 'resident.householdId')
    .select(['resident.id', 'householdId'])
    .where('householdId', 'in', householdIds)
    .where('relationToHead', '=', headOfHouseholdCode)
    .where('removedAt', 'is', null)
    .orderBy(({ eb, ref }) => eb('headResidentId', 'is not', ref('resident.id')))
    .orderBy('resident.id')
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

/** Everybody of a household whose record was not removed. */
export async function membersOf(trx: LedgerTransaction, householdId: number) {
  return trx
    .selectFrom('resident')
    .select(['id', 'revision', 'relationToHead', 'presence'])
    .where('householdId', '=', householdId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .$narrowType<{ relationToHead: RelationToHead | null }>()
    .execute()
}

export async function dwellingOfHousehold(trx: LedgerTransaction, householdId: number) {
  return trx.selectFrom('household').select('dwellingId').where('id', '=', householdId).executeTakeFirst()
}

export async function setDwellingOfHousehold(
  trx: LedgerTransaction,
  householdId: number,
  dwellingId: number | null,
): Promise<void> {
  await trx.updateTable('household').set({ dwellingId }).where('id', '=', householdId).execute()
}

/** Only where people live; their records are written by those who know what else changes. */
export async function moveMembers(
  trx: LedgerTransaction,
  residentIds: readonly number[],
  householdId: number,
): Promise<void> {
  await trx.updateTable('resident').set({ householdId }).where('id', 'in', residentIds).execute()
}

/** Removed records go along: else their household could never end. */
export async function moveEverybody(trx: LedgerTransaction, fromId: number, toId: number): Promise<void> {
  await trx.updateTable('resident').set({ householdId: toId }).where('householdId', '=', fromId).execute()
}

export async function householdIdsOfResidents(
  trx: LedgerTransaction,
  residentIds: readonly number[],
): Promise<number[]> {
  const rows = await trx
    .selectFrom('resident')
    .select('householdId')
    .distinct()
    .where('id', 'in', residentIds)
    .execute()
  return rows.map(({ householdId }) => householdId)
}

/** Which of these numbers somebody holds, whatever kind of document they are of. */
export async function takenNumbers(
  trx: LedgerTransaction,
  numbers: readonly string[],
): Promise<ReadonlySet<string | null>> {
  if (numbers.length === 0) return new Set()
  const rows = await trx
    .selectFrom('resident')
    .select('idNumber')
    // The index begins with the kind.
    .where('idDocumentType', 'in', idDocumentTypes)
    .where('idNumber', 'in', numbers)
    .where('removedAt', 'is', null)
    .execute()
  return new Set(rows.map(({ idNumber }) => idNumber))
}
