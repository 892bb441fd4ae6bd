import type { ChannelInput } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import type { VisitResultDraft, VisitTask } from '../../domain/visit.ts'
import { endDraft } from '../draft/draft.service.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { settleEventVisits } from './care-visit.service.ts'
import { newTask } from './visit-round.repository.ts'
import { getVisitTask } from './visit-task.queries.ts'
import {
  findTask,
  hasRoundAndResident,
  insertTask,
  updateTask,
  type TaskChange,
} from './visit-task.repository.ts'

/** Puts somebody on the list whom no rule picked. Throws: reasonRequired, notFound, invalidInput when already on it. */
export async function addVisitTask(
  ledger: Ledger,
  { visitRoundId, residentId, reason }: ChannelInput<'visitTask.add'>,
): Promise<VisitTask> {
  refuseEmptyReason(reason)
  const id = await inTransaction(ledger, async (trx) => {
    if (!(await hasRoundAndResident(trx, visitRoundId, residentId))) throw new FailureError('notFound')
    const there = await findTask(trx, { visitRoundId, residentId })
    if (there?.isRemoved === 0) throw new FailureError('invalidInput', 'residentId')
    const taskId = there?.id ?? (await insertTask(trx, newTask(visitRoundId, residentId, reason)))
    if (there !== undefined) {
      await updateTask(trx, there, { isRemoved: 0, removedReason: '', isAddedByHand: 1, addedReason: reason })
    }
    return {
      value: taskId,
      entries: [{ action: 'added', objectType: 'visitTask', objectId: taskId, reason }],
    }
  })
  return getVisitTask(ledger, id)
}

/** Takes somebody off the list and keeps why. Throws: reasonRequired, notFound, staleRecord. */
export async function removeVisitTask(
  ledger: Ledger,
  { visitTaskId, revision, reason }: ChannelInput<'visitTask.remove'>,
): Promise<VisitTask> {
  refuseEmptyReason(reason)
  return change(ledger, visitTaskId, revision, { isRemoved: 1, removedReason: reason }, 'removed')
}

/** Puts somebody back who was taken off. Throws: notFound, staleRecord. */
export async function restoreVisitTask(
  ledger: Ledger,
  { visitTaskId, revision }: ChannelInput<'visitTask.restore'>,
): Promise<VisitTask> {
  return change(ledger, visitTaskId, revision, { isRemoved: 0, removedReason: '' }, 'restored')
}

/** Writes down how a visit went. Throws: notFound, staleRecord, invalidInput naming the field that is missing. */
export async function recordVisitResult(ledger: Ledger, draft: VisitResultDraft): Promise<VisitTask> {
  const { visitTaskId, revision, outcome, visitedOn, visitor, note } = draft
  if (outcome === 'pending') {
    return change(
      ledger,
      visitTaskId,
      revision,
      { outcome, visitedOn: null, visitor: '', note, recordedAt: null },
      'changed',
    )
  }
  if (visitedOn === null || visitedOn > ledger.clock.todayOn())
    throw new FailureError('invalidInput', 'visitedOn')
  if (visitor === '') throw new FailureError('invalidInput', 'visitor')
  const recordedAt = ledger.clock.nowAt()
  return change(ledger, visitTaskId, revision, { outcome, visitedOn, visitor, note, recordedAt }, 'changed')
}

function refuseEmptyReason(reason: string): void {
  if (reason.trim() === '') throw new FailureError('reasonRequired', 'reason')
}

async function change(
  ledger: Ledger,
  id: number,
  revision: number,
  columns: TaskChange,
  action: 'removed' | 'restored' | 'changed',
): Promise<VisitTask> {
  await inTransaction(ledger, async (trx) => {
    const task = await findTask(trx, { id })
    if (task === undefined) throw new FailureError('notFound')
    // A restored person is off the list and everybody else on it, so what the window shows is old otherwise.
    const isExpected = task.isRemoved === (columns.isRemoved === 0 ? 1 : 0)
    if (task.revision !== revision || !isExpected) throw new FailureError('staleRecord')
    await updateTask(trx, task, columns)
    if (task.careEventId !== null) await settleEventVisits(trx, ledger, task.careEventId)
    if (action === 'changed') await endDraft(trx, ledger, { form: 'visitTask', id })
    const reason = columns.removedReason ?? ''
    return {
      value: null,
      entries: [
        {
          action,
          objectType: 'visitTask',
          objectId: id,
          fields: Object.keys(columns).filter((column) => column !== 'recordedAt'),
          reason,
        },
      ],
    }
  })
  return getVisitTask(ledger, id)
}
