import { setImmediate } from 'node:timers/promises'
import { fitsOwnFields, mayMake, type BulkChange, type BulkRun } from '../../domain/bulk-change.ts'
import { isSameItem, itemOf, withItem } from '../../domain/bulk-effect.ts'
import { FailureError } from '../../domain/failure.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { changeBy, type ChangeBy } from '../resident/record-change.service.ts'
import { updateResidents } from '../resident/resident.service.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { storedDraft } from '../resident/resident.table.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { bulkChangeById } from './bulk-change.queries.ts'
import { insertBulkChange, insertBulkChangeItems } from './bulk-change.repository.ts'
import { peoplePerStep, type BulkPlan, type PlannedPerson } from './plan-bulk-change.ts'

type Watch = Pick<OperationContext, 'isCancelled' | 'reportProgress'>

/**
 * Changes everybody the plan says, or nobody.
 * Throws: notAllowed, nothingToChange, cancelled, previewOutdated when somebody, or the own field it is about, was
 * changed since the plan was made.
 */
export async function applyBulkChange(ledger: Ledger, plan: BulkPlan, watch: Watch): Promise<BulkRun> {
  const { change } = plan
  const { staffId, name: staffName } = actorAt(ledger)
  if (!mayMake(actorAt(ledger), change)) throw new FailureError('notAllowed')
  const people = plan.people.filter(({ verdict }) => verdict === 'change')
  if (people.length === 0) throw new FailureError('nothingToChange')
  const by = changeBy(ledger, 'bulk')
  return inTransaction(ledger, async (trx) => {
    if (!fitsOwnFields(change, await listOwnFields(trx))) throw new FailureError('previewOutdated')
    const changedCount = people.length
    const run = { staffId, staffName, changedAt: by.at, changedCount, change: JSON.stringify(change) }
    const id = await insertBulkChange(trx, run)
    for (let start = 0; start < people.length; start += peoplePerStep) {
      if (watch.isCancelled()) throw new FailureError('cancelled')
      await changePeople(trx, id, change, people.slice(start, start + peoplePerStep), by)
      const doneCount = Math.min(start + peoplePerStep, people.length)
      watch.reportProgress({ task: 'bulkChange', doneCount, totalCount: people.length })
      // Lets a cancel through between two steps.
      await setImmediate()
    }
    const detail = { kind: change.kind, changedCount }
    const fields = [changedField(change)]
    return {
      value: await bulkChangeById(trx, id),
      entries: [{ action: 'bulkChanged', objectType: 'bulkChange', objectId: id, fields, detail }],
    }
  })
}

async function changePeople(
  trx: LedgerTransaction,
  bulkChangeId: number,
  change: BulkChange,
  people: readonly PlannedPerson[],
  by: ChangeBy,
): Promise<void> {
  const ids = people.map(({ residentId }) => residentId)
  const stored = new Map((await loadStoredResidents(trx, ids)).map((one) => [one.record.id, one]))
  const changes = people.map(({ residentId, revision, before, after }) => {
    const now = stored.get(residentId)
    if (now?.record.revision !== revision || now.record.removedAt !== null)
      throw new FailureError('previewOutdated')
    const draft = storedDraft(now)
    if (!isSameItem(itemOf(change, draft), before)) throw new FailureError('previewOutdated')
    return { id: residentId, draft: withItem(change, draft, after) }
  })
  await updateResidents(trx, changes, by)
  await insertBulkChangeItems(
    trx,
    people.map(({ residentId, before, after }) => ({
      bulkChangeId,
      residentId,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    })),
  )
}

/** Which field of a person a change is about. */
export function changedField(change: BulkChange): string {
  switch (change.kind) {
    case 'giveCareTag':
    case 'endCareTag':
      return 'careTags'
    case 'giveBenefit':
    case 'endBenefit':
      return 'benefits'
    case 'setField':
      return change.field
    case 'setOwnField':
      return 'ownValues'
    case 'addNote':
      return 'note'
  }
}
