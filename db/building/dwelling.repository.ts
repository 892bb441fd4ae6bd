import type { LedgerTransaction } from '../transaction.ts'

export interface NewDwelling {
  readonly buildingId: number
  readonly unit: string
  readonly room: string
  readonly sortKey: string
}

export async function findBuildings(trx: LedgerTransaction, names: readonly string[]) {
  return trx.selectFrom('building').select(['id', 'name']).where('name', 'in', names).execute()
}

export async function insertBuildings(
  trx: LedgerTransaction,
  buildings: readonly { readonly name: string; readonly sortKey: string }[],
) {
  return trx.insertInto('building').values(buildings).returning(['id', 'name']).execute()
}

export async function findDwellings(
  trx: LedgerTransaction,
  buildingIds: readonly number[],
  rooms: readonly string[],
) {
  return trx
    .selectFrom('dwelling')
    .select(['id', 'buildingId', 'unit', 'room'])
    .where('buildingId', 'in', buildingIds)
    .where('room', 'in', rooms)
    .execute()
}

export async function insertDwellings(trx: LedgerTransaction, dwellings: readonly NewDwelling[]) {
  return trx
    .insertInto('dwelling')
    .values(dwellings)
    .returning(['id', 'buildingId', 'unit', 'room'])
    .execute()
}

export async function deleteEmptyDwellings(
  trx: LedgerTransaction,
  dwellingIds: readonly number[],
): Promise<void> {
  await trx
    .deleteFrom('dwelling')
    .where('id', 'in', dwellingIds)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('household').select('household.id').whereRef('household.dwellingId', '=', 'dwelling.id'),
        ),
      ),
    )
    .execute()
  await trx
    .deleteFrom('building')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('dwelling').select('dwelling.id').whereRef('dwelling.buildingId', '=', 'building.id'),
        ),
      ),
    )
    .execute()
}
