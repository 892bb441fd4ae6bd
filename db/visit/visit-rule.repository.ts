import type { Updateable } from 'kysely'
import type { VisitRuleDraft } from '../../domain/visit-rule.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { ruleColumns } from './visit-rule-row.ts'

/** Puts a new rule behind all others. Shape: its id. */
export async function insertVisitRule(trx: LedgerTransaction, draft: VisitRuleDraft): Promise<number> {
  const { last } = await trx
    .selectFrom('visitRule')
    .select(({ fn }) => fn.max<number | null>('position').as('last'))
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('visitRule')
    .values({ ...columnsOf(draft), position: (last ?? -1) + 1, revision: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateVisitRule(
  trx: LedgerTransaction,
  id: number,
  draft: VisitRuleDraft,
): Promise<void> {
  await changeRule(trx, id, columnsOf(draft))
}

/** Takes a rule out of everything but the visits that came of it. */
export async function setRuleRemoved(trx: LedgerTransaction, id: number, removedAt: string): Promise<void> {
  await changeRule(trx, id, { removedAt })
}

/** Writes down the order of all rules. */
export async function writeOrder(trx: LedgerTransaction, ids: readonly number[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await trx.updateTable('visitRule').set({ position }).where('id', '=', id).execute()
}

async function changeRule(
  trx: LedgerTransaction,
  id: number,
  columns: Updateable<LedgerSchema['visitRule']>,
): Promise<void> {
  await trx
    .updateTable('visitRule')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

function columnsOf(draft: VisitRuleDraft) {
  const { trigger, condition, isRepeating, isActive, ...columns } = draft
  return {
    ...columns,
    ...ruleColumns({ trigger, condition }),
    isRepeating: Number(isRepeating),
    isActive: Number(isActive),
  }
}
