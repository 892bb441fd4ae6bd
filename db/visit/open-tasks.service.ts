import { eventFacts } from '../care-event/care-event.queries.ts'
import { whoIsVisited } from '../care-event/visited-person.queries.ts'
import type { LedgerTransaction } from '../transaction.ts'
import {
  deleteTasks,
  eventTasksOf,
  findOpenTasks,
  insertTask,
  setTasksRemoved,
  tasksOfEvent,
} from './visit-task.repository.ts'

/**
 * Takes somebody off every list on which no visit was made yet; for what happened to the whole household somebody else of it
 * is visited. Shape: the tasks that were taken off.
 */
export async function removeOpenTasks(
  trx: LedgerTransaction,
  residentId: number,
  reason: string,
): Promise<number[]> {
  const ids = await findOpenTasks(trx, residentId)
  if (ids.length === 0) return ids
  await setTasksRemoved(trx, ids, { isRemoved: 1, removedReason: reason })
  for (const { id, ...task } of await eventTasksOf(trx, ids)) {
    const event = await eventFacts(trx, task.careEventId ?? 0)
    const other = event === null ? null : await whoIsVisited(trx, event, residentId)
    if (other === null) continue
    await insertTask(trx, { ...task, residentId: other, isRemoved: 0, removedReason: '', revision: 1 })
  }
  return ids
}

/** Puts those of the tasks back that nobody touched meanwhile; whoever was to be visited instead is not, unless somebody went. */
export async function restoreOpenTasks(
  trx: LedgerTransaction,
  ids: readonly number[],
  reason: string,
): Promise<void> {
  if (ids.length === 0) return
  const restored: number[] = []
  for (const task of await eventTasksOf(trx, ids)) {
    const others = (await tasksOfEvent(trx, task.careEventId ?? 0)).filter(({ id }) => id > task.id)
    if (others.some(({ outcome }) => outcome !== 'pending')) continue
    await deleteTasks(
      trx,
      others.map(({ id }) => id),
    )
    restored.push(task.id)
  }
  const ofEvents = (await eventTasksOf(trx, ids)).map(({ id }) => id)
  const back = ids.filter((id) => restored.includes(id) || !ofEvents.includes(id))
  if (back.length > 0)
    await setTasksRemoved(trx, back, { isRemoved: 0, removedReason: '' }, { removedReason: reason })
}
