import { setImmediate } from 'node:timers/promises'
import { mayMake, mostKeptNames, type BulkChange, type BulkUndo } from '../../domain/bulk-change.ts'
import { bulkItemSchema, isSameItem, itemOf, withItem, type BulkItem } from '../../domain/bulk-effect.ts'
import { FailureError } from '../../domain/failure.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { changeBy } from '../resident/record-change.service.ts'
import { updateResidents } from '../resident/resident.service.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { storedDraft, type StoredResident } from '../resident/resident.table.ts'
import { inTransaction } from '../transaction.ts'
import { changedField } from './apply-bulk-change.service.ts'
import { bulkChangeById, bulkChangeItems } from './bulk-change.queries.ts'
import { markBulkChangeUndone } from './bulk-change.repository.ts'
import { peoplePerStep } from './plan-bulk-change.ts'

/**
 * Gives everybody back what a change took; in whom that very thing was changed since, it is kept, and they are named.
 * Throws: notFound, notAllowed, nothingToUndo, cancelled.
 */
export async function undoBulkChange(
  ledger: Ledger,
  id: number,
  watch: Pick<OperationContext, 'isCancelled' | 'reportProgress'>,
): Promise<BulkUndo> {
  const by = changeBy(ledger, 'bulkUndo')
  return inTransaction(ledger, async (trx) => {
    const { change, undoneAt } = await bulkChangeById(trx, id)
    if (!mayMake(actorAt(ledger), change)) throw new FailureError('notAllowed')
    if (undoneAt !== null) throw new FailureError('nothingToUndo')
    const items = await bulkChangeItems(trx, id)
    const kept: { residentId: number; name: string }[] = []
    let restoredCount = 0
    for (let start = 0; start < items.length; start += peoplePerStep) {
      if (watch.isCancelled()) throw new FailureError('cancelled')
      const step = items.slice(start, start + peoplePerStep)
      const ids = step.map(({ residentId }) => residentId)
      const stored = new Map((await loadStoredResidents(trx, ids)).map((one) => [one.record.id, one]))
      const restorations = step.flatMap(({ residentId, before, after }) => {
        const now = stored.get(residentId)
        if (now === undefined) return []
        const draft = draftBefore(change, now, { before: parsedItem(before), after: parsedItem(after) })
        if (draft !== null) return [{ id: residentId, draft }]
        kept.push({ residentId, name: now.record.name })
        return []
      })
      await updateResidents(trx, restorations, by)
      restoredCount += restorations.length
      const doneCount = start + step.length
      watch.reportProgress({ task: 'bulkChange', doneCount, totalCount: items.length })
      await setImmediate()
    }
    await markBulkChangeUndone(trx, id, by.at)
    const counts = { restoredCount, keptCount: kept.length }
    return {
      value: { ...counts, kept: kept.slice(0, mostKeptNames) },
      entries: [
        {
          action: 'bulkUndone',
          objectType: 'bulkChange',
          objectId: id,
          fields: [changedField(change)],
          detail: counts,
        },
      ],
    }
  })
}

/** The record as it was in that one place; null where somebody has changed it since. */
function draftBefore(
  change: BulkChange,
  now: StoredResident,
  { before, after }: { readonly before: BulkItem; readonly after: BulkItem },
) {
  if (now.record.removedAt !== null) return null
  const draft = storedDraft(now)
  return isSameItem(itemOf(change, draft), after) ? withItem(change, draft, before) : null
}

function parsedItem(json: string): BulkItem {
  return bulkItemSchema.parse(JSON.parse(json))
}
