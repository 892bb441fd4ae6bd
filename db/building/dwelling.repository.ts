import { nextId, retireIds } from '../next-id.queries.ts'
import type { LedgerTransaction } from '../transaction.ts'

export interface NewDwelling {
  readonly buildingId: number
  readonly unit: string
  readonly room: string
  readonly sortKey: string
}

export async function insertBuildings(
  trx: LedgerTransaction,
  buildings: readonly { readonly name: string; readonly sortKey: string }[],
) {
  const firstId = await nextId(trx, 'building')
  return trx
    .insertInto('building')
    .values(buildings.map((building, index) => ({ ...building, id: firstId + index })))
    .returning(['id', 'name'])
    .execute()
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

export async function dwellingsOfBuilding(trx: LedgerTransaction, buildingId: number) {
  return trx
    .selectFrom('dwelling')
    .select(['id', 'buildingId', 'unit', 'room'])
    .where('buildingId', '=', buildingId)
    .orderBy('id')
    .execute()
}

/** Shape: at most 1,000 dwellings that exist, in one statement for all of them. */
export async function updateDwellings(
  trx: LedgerTransaction,
  dwellings: readonly (NewDwelling & { readonly id: number })[],
): Promise<void> {
  await trx
    .insertInto('dwelling')
    .values(dwellings)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        buildingId: ref('excluded.buildingId'),
        sortKey: ref('excluded.sortKey'),
      })),
    )
    .execute()
}

export async function moveHouseholdsOfDwelling(
  trx: LedgerTransaction,
  fromId: number,
  toId: number,
): Promise<void> {
  await trx.updateTable('household').set({ dwellingId: toId }).where('dwellingId', '=', fromId).execute()
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
  const gone = await trx
    .deleteFrom('building')
    // What somebody has said about a building outlives its last household.
    .where('revision', '=', 1)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('dwelling').select('dwelling.id').whereRef('dwelling.buildingId', '=', 'building.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('buildingHead')
            .select('buildingHead.id')
            .whereRef('buildingHead.buildingId', '=', 'building.id'),
        ),
      ),
    )
    .returning('id')
    .execute()
  await retireIds(
    trx,
    'building',
    gone.map(({ id }) => id),
  )
}
