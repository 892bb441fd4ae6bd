import { FailureError } from '../../domain/failure.ts'
import { residentDraftSchema } from '../../domain/resident.ts'
import type { ImportUndo } from '../../domain/roster-import.ts'
import type { Ledger } from '../ledger.ts'
import { removeResidents, updateResidents } from '../resident/resident.service.ts'
import { inTransaction } from '../transaction.ts'
import { changesToUndo, lastImport, markUndone } from './import-run.queries.ts'

const peoplePerBatch = 500

/** Takes the last import back; what people did since is kept and counted. Throws: nothingToUndo. */
export async function undoLastImport(ledger: Ledger): Promise<ImportUndo> {
  const run = await lastImport(ledger)
  if (run?.undoneAt !== null) throw new FailureError('nothingToUndo')
  const now = ledger.clock.nowAt()
  return inTransaction(ledger, async (trx) => {
    const changes = await changesToUndo(trx, run.id)
    const undoable = changes.filter(({ isKept }) => !isKept)
    const updated = undoable.filter(({ kind }) => kind === 'update')
    const added = undoable.filter(({ kind }) => kind === 'add').map(({ residentId }) => residentId)
    for (let start = 0; start < updated.length; start += peoplePerBatch) {
      const batch = updated.slice(start, start + peoplePerBatch)
      const drafts = batch.map(({ residentId, before }) => ({
        id: residentId,
        draft: residentDraftSchema.parse(JSON.parse(before)),
      }))
      await updateResidents(trx, drafts, now)
    }
    for (let start = 0; start < added.length; start += peoplePerBatch) {
      await removeResidents(trx, added.slice(start, start + peoplePerBatch), now)
    }
    await markUndone(trx, run.id, now)
    return {
      removedCount: added.length,
      restoredCount: updated.length,
      keptCount: changes.length - undoable.length,
    }
  })
}
