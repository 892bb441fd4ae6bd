import type { LedgerTransaction } from '../transaction.ts'
import { findOpenTasks, setTasksRemoved } from './visit-task.repository.ts'

/** Takes somebody off every list on which no visit was made yet. Shape: the tasks that were taken off. */
export async function removeOpenTasks(
  trx: LedgerTransaction,
  residentId: number,
  reason: string,
): Promise<number[]> {
  const ids = await findOpenTasks(trx, residentId)
  if (ids.length > 0) await setTasksRemoved(trx, ids, { isRemoved: 1, removedReason: reason })
  return ids
}

/** Puts those of the tasks back that nobody touched meanwhile. */
export async function restoreOpenTasks(
  trx: LedgerTransaction,
  ids: readonly number[],
  reason: string,
): Promise<void> {
  if (ids.length > 0)
    await setTasksRemoved(trx, ids, { isRemoved: 0, removedReason: '' }, { removedReason: reason })
}
