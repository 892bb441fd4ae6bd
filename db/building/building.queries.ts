import type { Building } from '../../domain/resident.ts'
import type { Ledger } from '../ledger.ts'

/** Every building in walking order with the number of people who live in it. */
export async function listBuildings(ledger: Ledger): Promise<Building[]> {
  return ledger.db
    .selectFrom('building')
    .leftJoin('dwelling', 'dwelling.buildingId', 'building.id')
    .leftJoin('household', 'household.dwellingId', 'dwelling.id')
    .leftJoin('resident', (join) =>
      join
        .onRef('resident.householdId', '=', 'household.id')
        .on('presence', '=', 'here')
        .on('removedAt', 'is', null),
    )
    .select(({ fn }) => ['building.id', 'building.name', fn.count<number>('resident.id').as('residentCount')])
    .groupBy('building.id')
    .orderBy('building.sortKey')
    .orderBy('building.id')
    .execute()
}
