import { nextId, retireIds } from '../next-id.queries.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function findBuilding(trx: LedgerTransaction, id: number) {
  return trx
    .selectFrom('building')
    .select(['id', 'name', 'revision', 'demolishedOn'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whose name or other name each of these is. */
export async function findNameOwners(trx: Pick<LedgerTransaction, 'selectFrom'>, names: readonly string[]) {
  const buildings = await trx
    .selectFrom('building')
    .select(['id', 'name as asked', 'name'])
    .where('name', 'in', names)
    .execute()
  const aliases = await trx
    .selectFrom('buildingAlias')
    .innerJoin('building', 'building.id', 'buildingAlias.buildingId')
    .select(['building.id', 'buildingAlias.name as asked', 'building.name'])
    .where('buildingAlias.name', 'in', names)
    .execute()
  return [...buildings, ...aliases]
}

export async function insertBuilding(
  trx: LedgerTransaction,
  building: { readonly name: string; readonly sortKey: string; readonly revision: number },
): Promise<number> {
  const id = await nextId(trx, 'building')
  await trx
    .insertInto('building')
    .values({ ...building, id })
    .execute()
  return id
}

/** Writes what is given and counts the change. */
export async function updateBuilding(
  trx: LedgerTransaction,
  id: number,
  change: { readonly name?: string; readonly sortKey?: string; readonly demolishedOn?: string | null },
): Promise<void> {
  await trx
    .updateTable('building')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteBuilding(trx: LedgerTransaction, id: number): Promise<void> {
  await retireIds(trx, 'building', [id])
  await trx.deleteFrom('building').where('id', '=', id).execute()
}

export async function aliasesOf(trx: LedgerTransaction, buildingId: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('buildingAlias')
    .select('name')
    .where('buildingId', '=', buildingId)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

export async function replaceAliases(
  trx: LedgerTransaction,
  buildingId: number,
  names: readonly string[],
): Promise<void> {
  await trx.deleteFrom('buildingAlias').where('buildingId', '=', buildingId).execute()
  const rows = [...new Set(names)].map((name) => ({ name, buildingId }))
  if (rows.length > 0) await trx.insertInto('buildingAlias').values(rows).execute()
}

export async function upsertArea(
  trx: LedgerTransaction,
  area: {
    readonly buildingId: number
    readonly unit: string
    readonly residentGroupId: number | null
    readonly gridId: number | null
  },
): Promise<void> {
  await trx
    .insertInto('buildingArea')
    .values(area)
    .onConflict((conflict) =>
      conflict.columns(['buildingId', 'unit']).doUpdateSet(({ ref }) => ({
        residentGroupId: ref('excluded.residentGroupId'),
        gridId: ref('excluded.gridId'),
      })),
    )
    .execute()
}

/** What the one building belongs to where the other has nothing, and whoever answers for it. */
export async function moveAreasAndHeads(trx: LedgerTransaction, fromId: number, toId: number): Promise<void> {
  const areas = await trx.selectFrom('buildingArea').selectAll().where('buildingId', '=', fromId).execute()
  const moved = areas.map((area) => ({ ...area, buildingId: toId }))
  if (moved.length > 0) {
    await trx
      .insertInto('buildingArea')
      .values(moved)
      .onConflict((conflict) =>
        conflict.columns(['buildingId', 'unit']).doUpdateSet(({ fn, ref }) => ({
          residentGroupId: fn.coalesce('buildingArea.residentGroupId', ref('excluded.residentGroupId')),
          gridId: fn.coalesce('buildingArea.gridId', ref('excluded.gridId')),
        })),
      )
      .execute()
  }
  await trx
    .updateTable('buildingHead')
    .set((eb) => ({ buildingId: toId, revision: eb('revision', '+', 1) }))
    .where('buildingId', '=', fromId)
    .execute()
}

/** How many people live behind the doors of a building, not only on paper. */
export async function countLivingIn(trx: LedgerTransaction, buildingId: number): Promise<number> {
  const { count } = await trx
    .selectFrom('resident')
    .innerJoin('household', 'household.id', 'resident.householdId')
    .innerJoin('dwelling', 'dwelling.id', 'household.dwellingId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('dwelling.buildingId', '=', buildingId)
    .where('resident.residenceStatus', '!=', 'registeredOnly')
    .where('resident.presence', '=', 'here')
    .where('resident.removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function areGroupAndGridThere(
  trx: LedgerTransaction,
  { residentGroupId, gridId }: { readonly residentGroupId: number | null; readonly gridId: number | null },
): Promise<boolean> {
  const group =
    residentGroupId === null ||
    (await trx
      .selectFrom('residentGroup')
      .select('id')
      .where('id', '=', residentGroupId)
      .executeTakeFirst()) !== undefined
  const grid =
    gridId === null ||
    (await trx.selectFrom('grid').select('id').where('id', '=', gridId).executeTakeFirst()) !== undefined
  return group && grid
}
