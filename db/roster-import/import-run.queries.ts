import type { Insertable } from 'kysely'
import { importRunSchema, type ImportRun } from '../../domain/roster-import.ts'
import type { Ledger } from '../ledger.ts'
import type { LedgerSchema } from '../schema.ts'
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

export interface UndoableChange {
  readonly residentId: number
  readonly kind: 'add' | 'update'
  readonly before: string
  /** True when somebody edited the person since, or a visit round holds an added one. */
  readonly isKept: boolean
}

/** What an import did to each person, and whether that can still be taken back. */
export async function changesToUndo(trx: LedgerTransaction, importRunId: number): Promise<UndoableChange[]> {
  const changes = await trx
    .selectFrom('importChange')
    .innerJoin('resident', 'resident.id', 'importChange.residentId')
    .leftJoin('visitTask', 'visitTask.residentId', 'importChange.residentId')
    .select(['importChange.residentId', 'kind', 'before', 'revisionAfter', 'resident.revision'])
    .select(({ fn }) => fn.count<number>('visitTask.id').as('visitCount'))
    .where('importRunId', '=', importRunId)
    .groupBy('importChange.residentId')
    .orderBy('importChange.residentId')
    .execute()
  return changes.map(({ residentId, kind, before, revisionAfter, revision, visitCount }) => ({
    residentId,
    kind,
    before,
    isKept: revision !== revisionAfter || (kind === 'add' && visitCount > 0),
  }))
}

export async function insertImportRun(
  trx: LedgerTransaction,
  run: Insertable<LedgerSchema['importRun']>,
): Promise<number> {
  const { id } = await trx.insertInto('importRun').values(run).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function insertImportChanges(
  trx: LedgerTransaction,
  changes: readonly Insertable<LedgerSchema['importChange']>[],
): Promise<void> {
  if (changes.length > 0) await trx.insertInto('importChange').values(changes).execute()
}

export async function markUndone(
  trx: LedgerTransaction,
  importRunId: number,
  undoneAt: string,
): Promise<void> {
  await trx.updateTable('importRun').set({ undoneAt }).where('id', '=', importRunId).execute()
}
