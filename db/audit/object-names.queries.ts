import { claimantFacts } from '../claim/claimant.queries.ts'
import { diaryNumber } from '../../domain/diary.ts'
import type { LedgerReader } from '../ledger.ts'

interface Named {
  readonly objectType: string
  readonly objectId: number | null
}

/** What the entry's object is known by in the answer of namesOfObjects. */
export function nameKey(objectType: string, objectId: number | null): string {
  return `${objectType} ${objectId ?? ''}`
}

/** Shape: by nameKey, what the objects of a page of entries are called today. */
export async function namesOfObjects(
  db: LedgerReader,
  entries: readonly Named[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (type: string) => [
    ...new Set(
      entries.flatMap(({ objectType, objectId }) =>
        objectType === type && objectId !== null ? [objectId] : [],
      ),
    ),
  ]
  const found = [
    ['resident', await residentNames(db, idsOf('resident'))],
    ['visitTask', await visitedNames(db, idsOf('visitTask'))],
    ['careEvent', await namesOfAttached(db, 'careEvent', idsOf('careEvent'))],
    ['helpCase', await namesOfAttached(db, 'helpCase', idsOf('helpCase'))],
    ['visitRound', await roundNames(db, idsOf('visitRound'))],
    ['rosterKind', await rosterKindNames(db, idsOf('rosterKind'))],
    ['ownField', await ownFieldNames(db, idsOf('ownField'))],
    ['staff', await staffNames(db, idsOf('staff'))],
    ['building', await buildingNames(db, idsOf('building'))],
    ['household', await headNames(db, idsOf('household'))],
    ['savedFilter', await filterNames(db, idsOf('savedFilter'))],
    ['claimPost', await postNames(db, idsOf('claimPost'))],
    ['claimant', await claimantNames(db, idsOf('claimant'))],
    ['claim', await claimedNames(db, idsOf('claim'))],
    ['phoneCall', await calledNames(db, idsOf('phoneCall'))],
    ['diaryEntry', await diaryNumbers(db, idsOf('diaryEntry'))],
  ] as const
  return new Map(found.flatMap(([type, rows]) => rows.map(({ id, name }) => [nameKey(type, id), name])))
}

async function residentNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db.selectFrom('resident').select(['id', 'name']).where('id', 'in', ids).execute()
}

async function visitedNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('visitTask')
    .innerJoin('resident', 'resident.id', 'visitTask.residentId')
    .select(['visitTask.id', 'name'])
    .where('visitTask.id', 'in', ids)
    .execute()
}

/** They are known by whom they are about; no entry names a sealed event. */
async function namesOfAttached(db: LedgerReader, table: 'careEvent' | 'helpCase', ids: readonly number[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom(table)
    .innerJoin('resident', 'resident.id', `${table}.residentId`)
    .select([`${table}.id`, 'name'])
    .where(`${table}.id`, 'in', ids)
    .execute()
}

async function roundNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db.selectFrom('visitRound').select(['id', 'name']).where('id', 'in', ids).execute()
}

async function rosterKindNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db.selectFrom('rosterKind').select(['id', 'name']).where('id', 'in', ids).execute()
}

async function ownFieldNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db.selectFrom('ownField').select(['id', 'name']).where('id', 'in', ids).execute()
}

async function staffNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute()
}

async function buildingNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db.selectFrom('building').select(['id', 'name']).where('id', 'in', ids).execute()
}

/** A household is known by its head. */
async function headNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('household')
    .innerJoin('resident', 'resident.id', 'household.headResidentId')
    .select(['household.id', 'resident.name'])
    .where('household.id', 'in', ids)
    .execute()
}

async function filterNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db.selectFrom('savedFilter').select(['id', 'name']).where('id', 'in', ids).execute()
}

async function postNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db.selectFrom('claimPost').select(['id', 'name']).where('id', 'in', ids).execute()
}

async function claimantNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  const facts = await claimantFacts(db)
  return ids.flatMap((id) => {
    const name = facts.get(id)?.name ?? ''
    return name === '' ? [] : [{ id, name }]
  })
}

/** A claim is known by whom it is about. */
async function claimedNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('claim')
    .innerJoin('resident', 'resident.id', 'claim.residentId')
    .select(['claim.id', 'resident.name'])
    .where('claim.id', 'in', ids)
    .execute()
}

/** So is a call. */
async function calledNames(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('phoneCall')
    .innerJoin('resident', 'resident.id', 'phoneCall.residentId')
    .select(['phoneCall.id', 'resident.name'])
    .where('phoneCall.id', 'in', ids)
    .execute()
}

/** An entry of the diary is known by its number. */
async function diaryNumbers(db: LedgerReader, ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('diaryEntry')
    .select(['id', 'year', 'number'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, year, number }) => ({ id, name: diaryNumber(year, number) }))
}
