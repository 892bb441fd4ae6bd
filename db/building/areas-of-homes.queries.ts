import type { LedgerReader } from '../ledger.ts'

/** Shape: what a home belongs to; empty where nobody said so. */
export interface AreaOfHome {
  readonly residentGroup: string
  readonly grid: string
}

/** The resident group and the grid of at most 1,000 households, by household; a unit without goes by its building. */
export async function areasOfHomes(
  db: LedgerReader,
  householdIds: readonly number[],
): Promise<ReadonlyMap<number, AreaOfHome>> {
  if (householdIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('household')
    .innerJoin('dwelling', 'dwelling.id', 'household.dwellingId')
    .leftJoin('buildingArea as ofUnit', (join) =>
      join.onRef('ofUnit.buildingId', '=', 'dwelling.buildingId').onRef('ofUnit.unit', '=', 'dwelling.unit'),
    )
    .leftJoin('buildingArea as ofBuilding', (join) =>
      join.onRef('ofBuilding.buildingId', '=', 'dwelling.buildingId').on('ofBuilding.unit', '=', ''),
    )
    .leftJoin('residentGroup', (join) =>
      join.on('residentGroup.id', '=', ({ fn }) =>
        fn.coalesce('ofUnit.residentGroupId', 'ofBuilding.residentGroupId'),
      ),
    )
    .leftJoin('grid', (join) =>
      join.on('grid.id', '=', ({ fn }) => fn.coalesce('ofUnit.gridId', 'ofBuilding.gridId')),
    )
    .select(['household.id', 'residentGroup.name as residentGroup', 'grid.code as grid'])
    .where('household.id', 'in', [...new Set(householdIds)])
    .execute()
  return new Map(
    rows.map(({ id, residentGroup, grid }) => [id, { residentGroup: residentGroup ?? '', grid: grid ?? '' }]),
  )
}
