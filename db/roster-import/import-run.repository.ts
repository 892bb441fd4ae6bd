import type { Insertable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

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
