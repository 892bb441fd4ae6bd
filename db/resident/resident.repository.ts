import type { Insertable } from 'kysely'
import { insertRows } from '../insert-rows.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'
import type {
  BenefitRecord,
  CareTagRecord,
  DocumentRecord,
  OwnValueRecord,
  PhoneRecord,
} from './resident.table.ts'

export type ResidentRow = Insertable<LedgerSchema['resident']> & {
  readonly id: number
  readonly revision: number
}

/** So that one statement stays below the number of values SQLite takes. */
const rowsPerStatement = 500

function inStatements<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  )
}

export async function insertResidentRows(
  trx: LedgerTransaction,
  rows: readonly ResidentRow[],
): Promise<void> {
  await insertRows(trx, 'resident', rows)
}

/** All columns of rows that exist. */
export async function updateResidentRows(
  trx: LedgerTransaction,
  rows: readonly ResidentRow[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first).filter((column) => column !== 'id' && column !== 'createdAt')
  for (const some of inStatements(rows))
    await trx
      .insertInto('resident')
      .values(some)
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(({ ref }) =>
            Object.fromEntries(
              columns.map((column) => [column, ref(`excluded.${column}` as 'excluded.name')]),
            ),
          ),
      )
      .execute()
}

export async function insertPhones(trx: LedgerTransaction, phones: readonly PhoneRecord[]): Promise<void> {
  await insertRows(trx, 'residentPhone', phones)
}

export async function insertCareTags(
  trx: LedgerTransaction,
  careTags: readonly CareTagRecord[],
): Promise<void> {
  await insertRows(trx, 'residentCareTag', careTags)
}

export async function insertDocuments(
  trx: LedgerTransaction,
  documents: readonly DocumentRecord[],
): Promise<void> {
  await insertRows(trx, 'residentDocument', documents)
}

export async function insertBenefits(
  trx: LedgerTransaction,
  benefits: readonly BenefitRecord[],
): Promise<void> {
  await insertRows(trx, 'residentBenefit', benefits)
}

export async function insertOwnValues(
  trx: LedgerTransaction,
  ownValues: readonly OwnValueRecord[],
): Promise<void> {
  await insertRows(trx, 'residentOwnValue', ownValues)
}

export async function deletePhones(trx: LedgerTransaction, residentIds: readonly number[]): Promise<void> {
  await trx.deleteFrom('residentPhone').where('residentId', 'in', residentIds).execute()
}

export async function deleteCareTags(trx: LedgerTransaction, residentIds: readonly number[]): Promise<void> {
  await trx.deleteFrom('residentCareTag').where('residentId', 'in', residentIds).execute()
}

export async function deleteDocuments(trx: LedgerTransaction, residentIds: readonly number[]): Promise<void> {
  await trx.deleteFrom('residentDocument').where('residentId', 'in', residentIds).execute()
}

export async function deleteBenefits(trx: LedgerTransaction, residentIds: readonly number[]): Promise<void> {
  await trx.deleteFrom('residentBenefit').where('residentId', 'in', residentIds).execute()
}

export async function deleteOwnValues(trx: LedgerTransaction, residentIds: readonly number[]): Promise<void> {
  await trx.deleteFrom('residentOwnValue').where('residentId', 'in', residentIds).execute()
}

export async function deleteResidents(trx: LedgerTransaction, residentIds: readonly number[]): Promise<void> {
  await trx.deleteFrom('resident').where('id', 'in', residentIds).execute()
}

export async function setRemoval(
  trx: LedgerTransaction,
  id: number,
  removal: { readonly removedAt: string | null; readonly removal: 'deleted' | 'merged' | null },
  updatedAt: string,
): Promise<void> {
  await trx
    .updateTable('resident')
    .set((eb) => ({ ...removal, revision: eb('revision', '+', 1), updatedAt }))
    .where('id', '=', id)
    .execute()
}

/** Who names one of these people as husband or wife. */
export async function findSpousesOf(trx: LedgerTransaction, residentIds: readonly number[]) {
  return trx
    .selectFrom('resident')
    .select(['id', 'spouseId', 'removedAt'])
    .where((eb) => eb.or([eb('spouseId', 'in', residentIds), eb('id', 'in', residentIds)]))
    .execute()
}

export async function setSpouse(
  trx: LedgerTransaction,
  id: number,
  spouseId: number | null,
  updatedAt: string,
): Promise<void> {
  await trx
    .updateTable('resident')
    .set((eb) => ({ spouseId, revision: eb('revision', '+', 1), updatedAt }))
    .where('id', '=', id)
    .execute()
}
