import type { Insertable, Selectable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export type TaskRecord = Selectable<LedgerSchema['visitTask']>
export type TaskChange = Partial<Omit<TaskRecord, 'id' | 'visitRoundId' | 'residentId' | 'revision'>>

/** The task with that id, or that of one person in one round. */
export async function findTask(
  trx: LedgerTransaction,
  by: { readonly id: number } | { readonly visitRoundId: number; readonly residentId: number },
): Promise<TaskRecord | undefined> {
  const all = trx.selectFrom('visitTask').selectAll()
  const one =
    'id' in by
      ? all.where('id', '=', by.id)
      : all.where('visitRoundId', '=', by.visitRoundId).where('residentId', '=', by.residentId)
  return one.executeTakeFirst()
}

export async function insertTask(
  trx: LedgerTransaction,
  task: Insertable<LedgerSchema['visitTask']>,
): Promise<number> {
  const { id } = await trx.insertInto('visitTask').values(task).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateTask(
  trx: LedgerTransaction,
  task: TaskRecord,
  columns: TaskChange,
): Promise<void> {
  await trx
    .updateTable('visitTask')
    .set({ ...columns, revision: task.revision + 1 })
    .where('id', '=', task.id)
    .execute()
}

export async function hasRoundAndResident(
  trx: LedgerTransaction,
  visitRoundId: number,
  residentId: number,
): Promise<boolean> {
  const round = await trx
    .selectFrom('visitRound')
    .select('id')
    .where('id', '=', visitRoundId)
    .executeTakeFirst()
  const resident = await trx
    .selectFrom('resident')
    .select('id')
    .where('id', '=', residentId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return round !== undefined && resident !== undefined
}

/** The row of somebody's visit for a rule's occasion. */
export async function findOccasionTask(
  trx: LedgerTransaction,
  by: { readonly residentId: number; readonly visitRuleId: number | null; readonly occasionOn: string },
): Promise<number | undefined> {
  if (by.visitRuleId === null) return undefined
  const task = await trx
    .selectFrom('visitTask')
    .select('id')
    .where('visitRoundId', 'is', null)
    .where('careEventId', 'is', null)
    .where('visitRuleId', '=', by.visitRuleId)
    .where('residentId', '=', by.residentId)
    .where('occasionOn', '=', by.occasionOn)
    .executeTakeFirst()
  return task?.id
}

/** Somebody's visits in rounds of these festival days that nobody has made yet. */
export async function findOpenRoundTasks(
  trx: LedgerTransaction,
  residentId: number,
  festivalDays: readonly string[],
): Promise<number[]> {
  if (festivalDays.length === 0) return []
  const tasks = await trx
    .selectFrom('visitTask')
    .innerJoin('visitRound', 'visitRound.id', 'visitRoundId')
    .select('visitTask.id')
    .where('residentId', '=', residentId)
    .where('festivalOn', 'in', festivalDays)
    .where('outcome', '!=', 'done')
    .where('isRemoved', '=', 0)
    .orderBy('visitTask.id')
    .execute()
  return tasks.map(({ id }) => id)
}

/** Keeps why a visit was made or planned, from a position on. */
export async function insertReasons(
  trx: LedgerTransaction,
  visitTaskId: number,
  position: number,
  reasons: readonly string[],
): Promise<void> {
  if (reasons.length === 0) return
  const rows = reasons.map((reason, index) => ({ visitTaskId, position: position + index, reason }))
  await trx.insertInto('visitTaskReason').values(rows).execute()
}

/** Whether the ledger has all of these people. */
export async function areAllThere(trx: LedgerTransaction, residentIds: readonly number[]): Promise<boolean> {
  const found = await trx
    .selectFrom('resident')
    .select('id')
    .where('id', 'in', residentIds)
    .where('removedAt', 'is', null)
    .execute()
  return found.length === residentIds.length
}

/** All visits that an event brought, those taken off as well, in the order they were planned. */
export async function tasksOfEvent(trx: LedgerTransaction, careEventId: number): Promise<TaskRecord[]> {
  return trx
    .selectFrom('visitTask')
    .selectAll()
    .where('careEventId', '=', careEventId)
    .orderBy('id')
    .execute()
}

/** Of these tasks the ones that an event brought. */
export async function eventTasksOf(trx: LedgerTransaction, ids: readonly number[]): Promise<TaskRecord[]> {
  return trx
    .selectFrom('visitTask')
    .selectAll()
    .where('id', 'in', ids)
    .where('careEventId', 'is not', null)
    .execute()
}

export async function deleteTasks(trx: LedgerTransaction, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('visitTask').where('id', 'in', ids).execute()
}

/** Nobody has to go by a day any more. */
export async function tasksWithoutDay(trx: LedgerTransaction, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('visitTask')
    .set((eb) => ({ occasionOn: null, revision: eb('revision', '+', 1) }))
    .where('id', 'in', ids)
    .execute()
}

/** Tasks of one person that are on a list and have no result. */
export async function findOpenTasks(trx: LedgerTransaction, residentId: number): Promise<number[]> {
  const tasks = await trx
    .selectFrom('visitTask')
    .select('id')
    .where('residentId', '=', residentId)
    .where('outcome', '=', 'pending')
    .where('isRemoved', '=', 0)
    .orderBy('id')
    .execute()
  return tasks.map(({ id }) => id)
}

/** Takes tasks off their lists or puts them back: of those to put back, only the ones with that reason. */
export async function setTasksRemoved(
  trx: LedgerTransaction,
  ids: readonly number[],
  columns: { readonly isRemoved: number; readonly removedReason: string },
  only?: { readonly removedReason: string },
): Promise<void> {
  await trx
    .updateTable('visitTask')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
    .where('id', 'in', ids)
    .$if(only !== undefined, (query) => query.where('removedReason', '=', only?.removedReason ?? ''))
    .execute()
}
