import { setImmediate } from 'node:timers/promises'
import { importRunSchema, type ImportRun } from '../../domain/roster-import.ts'
import type { Ledger } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** The import made last, also when it was undone since. */
export async function lastImport(ledger: Pick<Ledger, 'db'>): Promise<ImportRun | null> {
  const run = await ledger.db
    .selectFrom('importRun')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return run === undefined ? null : importRunSchema.parse(run)
}

/** What was written down about somebody since, and would be torn off. */
const tablesOfWork = [
  'claim',
  'claimant',
  'phoneCall',
  'diaryEntryResident',
  'careEvent',
  'helpCase',
] as const

/** What an import did to each person who is still in the ledger. */
export async function changesOf(trx: LedgerTransaction, importRunId: number) {
  return trx
    .selectFrom('importChange')
    .innerJoin('resident', 'resident.id', 'importChange.residentId')
    .select(['importChange.residentId', 'kind', 'before', 'revisionAfter', 'resident.revision'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('visitTask')
          .select('visitTask.id')
          .whereRef('visitTask.residentId', '=', 'importChange.residentId'),
      ).as('isVisited'),
    )
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('sealedMatter')
          .select('sealedMatter.kind')
          .whereRef('sealedMatter.residentId', '=', 'importChange.residentId'),
      ).as('isSealed'),
    )
    .select(({ exists, selectFrom, or }) =>
      or([
        exists(
          selectFrom('buildingHead')
            .select('buildingHead.id')
            .whereRef('buildingHead.residentId', '=', 'importChange.residentId'),
        ),
        exists(
          selectFrom('residentRepresentative')
            .select('residentRepresentative.id')
            .whereRef('residentRepresentative.residentId', '=', 'importChange.residentId'),
        ),
      ]).as('isInPost'),
    )
    .select(({ exists, selectFrom, or }) =>
      or(
        tablesOfWork.map((table) =>
          exists(
            selectFrom(table)
              .select(`${table}.residentId`)
              .whereRef(`${table}.residentId`, '=', 'importChange.residentId'),
          ),
        ),
      ).as('isInWork'),
    )
    .where('importRunId', '=', importRunId)
    .orderBy('importChange.residentId')
    .execute()
}

const idsPerRead = 1000

async function inChunks<T>(
  ids: readonly number[],
  read: (chunk: readonly number[]) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = []
  for (let start = 0; start < ids.length; start += idsPerRead) {
    found.push(...(await read(ids.slice(start, start + idsPerRead))))
    await setImmediate()
  }
  return found
}

/** Shape: resident id to revision. */
export async function revisionsOf(
  trx: LedgerTransaction,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const rows = await inChunks(ids, (chunk) =>
    trx.selectFrom('resident').select(['id', 'revision']).where('id', 'in', chunk).execute(),
  )
  return new Map(rows.map(({ id, revision }) => [id, revision]))
}

/** Shape: resident id to household id. */
export async function householdIdsOf(
  trx: LedgerTransaction,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const rows = await inChunks(ids, (chunk) =>
    trx.selectFrom('resident').select(['id', 'householdId']).where('id', 'in', chunk).execute(),
  )
  return new Map(rows.map(({ id, householdId }) => [id, householdId]))
}

/** Shape: household id to its head, for those households that exist and have one. */
export async function headsOfHouseholds(
  trx: LedgerTransaction,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const rows = await inChunks(ids, (chunk) =>
    trx.selectFrom('household').select(['id', 'headResidentId']).where('id', 'in', chunk).execute(),
  )
  return new Map(
    rows.flatMap(({ id, headResidentId }) => (headResidentId === null ? [] : [[id, headResidentId]])),
  )
}

/** Those of the households that still exist. */
export async function householdsThere(trx: LedgerTransaction, ids: readonly number[]): Promise<Set<number>> {
  const rows = await inChunks(ids, (chunk) =>
    trx.selectFrom('household').select('id').where('id', 'in', chunk).execute(),
  )
  return new Set(rows.map(({ id }) => id))
}
