import type { Insertable } from 'kysely'
import type { VisitRoundDraft } from '../../domain/visit.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'
import type { VisitTarget } from './visit-target.queries.ts'

const rowsPerStatement = 500

export async function insertVisitRound(
  trx: LedgerTransaction,
  round: VisitRoundDraft & { readonly festivalOn: string; readonly createdAt: string },
  ruleIds: readonly number[],
): Promise<number> {
  const { name, festival, year, festivalOn, cutoffOn, createdAt } = round
  const { id } = await trx
    .insertInto('visitRound')
    .values({ name, festival, year, festivalOn, cutoffOn, createdAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('visitRoundRule')
    .values(ruleIds.map((visitRuleId) => ({ visitRoundId: id, visitRuleId })))
    .execute()
  return id
}

export async function insertVisitTasks(
  trx: LedgerTransaction,
  visitRoundId: number,
  targets: readonly VisitTarget[],
): Promise<void> {
  for (let start = 0; start < targets.length; start += rowsPerStatement) {
    const batch = targets.slice(start, start + rowsPerStatement)
    const tasks = batch.map(({ residentId }) => newTask(visitRoundId, residentId, ''))
    const inserted = await trx.insertInto('visitTask').values(tasks).returning(['id', 'residentId']).execute()
    const idOf = new Map(inserted.map(({ id, residentId }) => [residentId, id]))
    const reasons = batch.flatMap(({ residentId, reasons: names }) =>
      names.map((reason, position) => ({ visitTaskId: idOf.get(residentId) ?? 0, position, reason })),
    )
    if (reasons.length > 0) await trx.insertInto('visitTaskReason').values(reasons).execute()
  }
}

/** A task nobody has visited yet; a reason means that somebody added it by hand. */
export function newTask(
  visitRoundId: number | null,
  residentId: number,
  addedReason: string,
): Insertable<LedgerSchema['visitTask']> {
  return {
    visitRoundId,
    residentId,
    visitRuleId: null,
    occasionOn: null,
    careEventId: null,
    staffId: null,
    isAddedByHand: addedReason === '' ? 0 : 1,
    addedReason,
    isRemoved: 0,
    removedReason: '',
    outcome: 'pending',
    visitedOn: null,
    visitor: '',
    note: '',
    recordedAt: null,
    revision: 1,
  }
}
