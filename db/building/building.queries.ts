import {
  buildingViewSchema,
  buildingRowSchema,
  type BuildingRow,
  type BuildingView,
  type DwellingRow,
} from '../../domain/building.ts'
import { compareNatural } from '../../domain/address.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Building } from '../../domain/resident.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { inOneMoment, type LedgerTransaction } from '../transaction.ts'

type Reader = LedgerReader | LedgerTransaction

interface Page {
  readonly offset: number
  readonly limit: number
}

/** Every building in walking order with the number of people who live in it; none that is pulled down and empty. */
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
    .having(({ eb, fn, or }) =>
      or([eb('building.demolishedOn', 'is', null), eb(fn.count('resident.id'), '>', 0)]),
    )
    .orderBy('building.sortKey')
    .orderBy('building.id')
    .execute()
}

/** One page of the list of buildings, in walking order. */
export async function pageOfBuildings(
  ledger: Ledger,
  { offset, limit }: Page,
): Promise<{ totalCount: number; rows: BuildingRow[] }> {
  return inOneMoment(ledger, async (db) => {
    const { totalCount } = await db
      .selectFrom('building')
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow()
    const buildings = await db
      .selectFrom('building')
      .select(['id', 'name', 'demolishedOn'])
      .orderBy('sortKey')
      .orderBy('id')
      .offset(offset)
      .limit(limit)
      .execute()
    const ids = buildings.map(({ id }) => id)
    if (ids.length === 0) return { totalCount, rows: [] }
    const counts = await countsByUnit(db, ids)
    const aliases = await db
      .selectFrom('buildingAlias')
      .select(['buildingId', 'name'])
      .where('buildingId', 'in', ids)
      .orderBy('name')
      .execute()
    const areas = await areasOf(db, ids)
    const heads = await headsOf(db, ids, ledger.clock.todayOn())
    const rows = buildings.map((building) => {
      const ofThis = <Row extends { readonly buildingId: number }>(list: readonly Row[]) =>
        list.filter(({ buildingId }) => buildingId === building.id)
      const units = ofThis(counts)
      return buildingRowSchema.parse({
        ...building,
        aliases: ofThis(aliases).map(({ name }) => name),
        unitCount: units.filter(({ unit }) => unit !== '').length,
        ...sumOf(units),
        groupNames: [...new Set(ofThis(areas).flatMap(({ groupName }) => groupName ?? []))],
        gridCodes: [...new Set(ofThis(areas).flatMap(({ gridCode }) => gridCode ?? []))],
        headNames: ofThis(heads).map(({ name }) => name),
      })
    })
    return { totalCount, rows }
  })
}

/** One building with its units, the whole of it first. Throws: notFound. */
export async function getBuilding(ledger: Ledger, { id }: { readonly id: number }): Promise<BuildingView> {
  return inOneMoment(ledger, (db) => buildingView(db, id))
}

/** The same inside a transaction. Throws: notFound. */
export async function buildingView(db: Reader, id: number): Promise<BuildingView> {
  const building = await db
    .selectFrom('building')
    .select(['id', 'name', 'demolishedOn', 'revision'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (building === undefined) throw new FailureError('notFound')
  const aliases = await db
    .selectFrom('buildingAlias')
    .select('name')
    .where('buildingId', '=', id)
    .orderBy('name')
    .execute()
  const counts = await countsByUnit(db, [id])
  const areas = new Map((await areasOf(db, [id])).map((area) => [area.unit, area]))
  const named = [...new Set([...counts.map(({ unit }) => unit), ...areas.keys()])]
    .filter((unit) => unit !== '')
    .sort(compareNatural)
  const unitOf = (unit: string, ofUnit: readonly Counts[]) => ({
    unit,
    ...sumOf(ofUnit),
    residentGroupId: areas.get(unit)?.residentGroupId ?? null,
    gridId: areas.get(unit)?.gridId ?? null,
  })
  return buildingViewSchema.parse({
    ...building,
    aliases: aliases.map(({ name }) => name),
    units: [
      unitOf('', counts),
      ...named.map((unit) =>
        unitOf(
          unit,
          counts.filter((one) => one.unit === unit),
        ),
      ),
    ],
  })
}

/** One page of the doors of a building, in walking order. */
export async function pageOfDwellings(
  ledger: Ledger,
  { id, offset, limit }: Page & { readonly id: number },
): Promise<{ totalCount: number; rows: DwellingRow[] }> {
  return inOneMoment(ledger, async (db) => {
    const { totalCount } = await db
      .selectFrom('dwelling')
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .where('buildingId', '=', id)
      .executeTakeFirstOrThrow()
    const dwellings = await db
      .selectFrom('dwelling')
      .select(['id', 'unit', 'room'])
      .where('buildingId', '=', id)
      .orderBy('sortKey')
      .orderBy('id')
      .offset(offset)
      .limit(limit)
      .execute()
    const people = await peopleBehind(
      db,
      dwellings.map((dwelling) => dwelling.id),
    )
    const rows = dwellings.map((dwelling) => {
      const here = people.filter(({ dwellingId }) => dwellingId === dwelling.id)
      const households = Map.groupBy(here, ({ householdId }) => householdId)
      const known = [...households.values()].flatMap(
        (members) =>
          members.find(({ id: one, headResidentId }) => one === headResidentId) ?? members[0] ?? [],
      )
      return {
        ...dwelling,
        householdCount: households.size,
        residentCount: here.length,
        people: known.map(({ id: residentId, name }) => ({ residentId, name })),
      }
    })
    return { totalCount, rows }
  })
}

interface Counts {
  readonly dwellingCount: number
  readonly householdCount: number
  readonly residentCount: number
}

function sumOf(units: readonly Counts[]): Counts {
  const sum = (part: keyof Counts) => units.reduce((total, unit) => total + unit[part], 0)
  return {
    dwellingCount: sum('dwellingCount'),
    householdCount: sum('householdCount'),
    residentCount: sum('residentCount'),
  }
}

async function countsByUnit(db: Reader, buildingIds: readonly number[]) {
  return db
    .selectFrom('dwelling')
    .leftJoin('household', 'household.dwellingId', 'dwelling.id')
    .leftJoin('resident', (join) =>
      join
        .onRef('resident.householdId', '=', 'household.id')
        .on('presence', '=', 'here')
        .on('removedAt', 'is', null),
    )
    .select(({ fn }) => [
      'dwelling.buildingId',
      'dwelling.unit',
      fn.count<number>('dwelling.id').distinct().as('dwellingCount'),
      fn.count<number>('resident.householdId').distinct().as('householdCount'),
      fn.count<number>('resident.id').as('residentCount'),
    ])
    .where('dwelling.buildingId', 'in', buildingIds)
    .groupBy(['dwelling.buildingId', 'dwelling.unit'])
    .execute()
}

async function areasOf(db: Reader, buildingIds: readonly number[]) {
  return db
    .selectFrom('buildingArea')
    .leftJoin('residentGroup', 'residentGroup.id', 'buildingArea.residentGroupId')
    .leftJoin('grid', 'grid.id', 'buildingArea.gridId')
    .select(['buildingId', 'unit', 'residentGroupId', 'gridId'])
    .select(['residentGroup.name as groupName', 'grid.code as gridCode'])
    .where('buildingId', 'in', buildingIds)
    .orderBy('unit')
    .execute()
}

async function headsOf(db: Reader, buildingIds: readonly number[], on: string) {
  return db
    .selectFrom('buildingHead')
    .innerJoin('resident', 'resident.id', 'buildingHead.residentId')
    .select(['buildingHead.buildingId', 'resident.name'])
    .where('removedAt', 'is', null)
    .where('buildingHead.buildingId', 'in', buildingIds)
    .where(({ eb, or }) => or([eb('fromOn', 'is', null), eb('fromOn', '<=', on)]))
    .where(({ eb, or }) => or([eb('toOn', 'is', null), eb('toOn', '>=', on)]))
    .orderBy('buildingHead.unit')
    .orderBy('buildingHead.id')
    .execute()
}

async function peopleBehind(db: Reader, dwellingIds: readonly number[]) {
  if (dwellingIds.length === 0) return []
  return db
    .selectFrom('household')
    .innerJoin('resident', 'resident.householdId', 'household.id')
    .select(['resident.id', 'resident.name', 'householdId', 'headResidentId', 'dwellingId'])
    .where('dwellingId', 'in', dwellingIds)
    .where('presence', '=', 'here')
    .where('removedAt', 'is', null)
    .orderBy('household.id')
    .orderBy('resident.id')
    .execute()
}
