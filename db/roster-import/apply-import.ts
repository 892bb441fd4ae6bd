import { setImmediate } from 'node:timers/promises'
import { FailureError } from '../../domain/failure.ts'
import type { ImportRun } from '../../domain/roster-import.ts'
import type { Ledger } from '../ledger.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { insertResidents, updateResidents } from '../resident/resident.service.ts'
import { storedDraft } from '../resident/resident.table.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { lastImport, insertImportChanges, insertImportRun } from './import-run.queries.ts'
import type { ImportPlan, PlannedRow } from './plan-import.ts'

const rowsPerBatch = 500

/** Writes a whole plan or nothing of it. Throws: nothingToImport, staleRecord, cancelled. */
export async function applyImport(
  ledger: Ledger,
  fileName: string,
  plan: ImportPlan,
  context: OperationContext,
): Promise<ImportRun> {
  const rows = plan.rows.filter(({ verdict }) => verdict === 'add' || verdict === 'update')
  if (rows.length === 0) throw new FailureError('nothingToImport')
  const now = ledger.clock.nowAt()
  await inTransaction(ledger, async (trx) => {
    const { add, update } = plan.counts
    const runId = await insertImportRun(trx, {
      importedAt: now,
      fileName,
      addedCount: add,
      updatedCount: update,
      undoneAt: null,
    })
    for (let start = 0; start < rows.length; start += rowsPerBatch) {
      if (context.isCancelled()) throw new FailureError('cancelled')
      await applyBatch(trx, runId, rows.slice(start, start + rowsPerBatch), now)
      context.reportProgress({
        task: 'importApply',
        doneCount: Math.min(start + rowsPerBatch, rows.length),
        totalCount: rows.length,
      })
      // Lets a cancel through between batches.
      await setImmediate()
    }
  })
  const run = await lastImport(ledger)
  if (run === null) throw new FailureError('notFound')
  return run
}

async function applyBatch(
  trx: LedgerTransaction,
  importRunId: number,
  rows: readonly PlannedRow[],
  now: string,
): Promise<void> {
  const added = await insertResidents(
    trx,
    rows.filter(({ verdict }) => verdict === 'add').map(({ draft }) => draft),
    now,
  )
  const changes = rows.flatMap(({ verdict, residentId, revision, draft }) =>
    verdict === 'update' && residentId !== null ? [{ id: residentId, revision, draft }] : [],
  )
  const before = await loadBefore(trx, changes)
  if (changes.length > 0) await updateResidents(trx, changes, now)
  const touched = [...added, ...changes.map(({ id }) => id)]
  const revisions = new Map(
    (await loadStoredResidents(trx, touched)).map(({ record }) => [record.id, record.revision]),
  )
  const revisionOf = (id: number) => revisions.get(id) ?? 1
  await insertImportChanges(trx, [
    ...added.map((id) => ({
      importRunId,
      residentId: id,
      kind: 'add' as const,
      before: '',
      revisionAfter: revisionOf(id),
    })),
    ...changes.map(({ id }) => ({
      importRunId,
      residentId: id,
      kind: 'update' as const,
      before: before.get(id) ?? '',
      revisionAfter: revisionOf(id),
    })),
  ])
}

async function loadBefore(
  trx: LedgerTransaction,
  changes: readonly { readonly id: number; readonly revision: number | null }[],
): Promise<Map<number, string>> {
  if (changes.length === 0) return new Map()
  const stored = await loadStoredResidents(
    trx,
    changes.map(({ id }) => id),
  )
  const planned = new Map(changes.map(({ id, revision }) => [id, revision]))
  // Somebody saved a person between the preview and now: the preview is out of date.
  if (stored.some(({ record }) => planned.get(record.id) !== record.revision))
    throw new FailureError('staleRecord')
  return new Map(stored.map((one) => [one.record.id, JSON.stringify(storedDraft(one))]))
}
