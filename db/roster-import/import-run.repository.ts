import type { Insertable } from 'kysely'
import { importRunSchema, type ImportRun } from '../../domain/roster-import.ts'
import { insertRows } from '../insert-rows.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function insertImportRun(
  trx: LedgerTransaction,
  run: Insertable<LedgerSchema['importRun']>,
): Promise<ImportRun> {
  const stored = await trx.insertInto('importRun').values(run).returningAll().executeTakeFirstOrThrow()
  return importRunSchema.parse(stored)
}

export async function insertImportChanges(
  trx: LedgerTransaction,
  changes: readonly Insertable<LedgerSchema['importChange']>[],
): Promise<void> {
  await insertRows(trx, 'importChange', changes)
}

export async function markUndone(
  trx: LedgerTransaction,
  importRunId: number,
  undoneAt: string,
): Promise<void> {
  await trx.updateTable('importRun').set({ undoneAt }).where('id', '=', importRunId).execute()
}

/** Where somebody lives with whom is no change of the person: the revision stays. */
export async function moveToHousehold(
  trx: LedgerTransaction,
  residentId: number,
  householdId: number,
): Promise<void> {
  await trx.updateTable('resident').set({ householdId }).where('id', '=', residentId).execute()
}
