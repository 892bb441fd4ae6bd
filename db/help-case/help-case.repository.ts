import type { Insertable, Selectable, Updateable } from 'kysely'
import type { HelpStep } from '../../domain/help-case.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export type StoredHelpCase = Selectable<LedgerSchema['helpCase']>

export async function insertHelpCase(
  trx: LedgerTransaction,
  row: Insertable<LedgerSchema['helpCase']>,
): Promise<void> {
  await trx.insertInto('helpCase').values(row).execute()
}

export async function updateHelpCase(
  trx: LedgerTransaction,
  id: number,
  change: Updateable<LedgerSchema['helpCase']>,
): Promise<void> {
  await trx
    .updateTable('helpCase')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Writes all steps of a case anew. */
export async function putHelpSteps(
  trx: LedgerTransaction,
  helpCaseId: number,
  steps: readonly HelpStep[],
): Promise<void> {
  await trx.deleteFrom('helpStep').where('helpCaseId', '=', helpCaseId).execute()
  if (steps.length === 0) return
  await trx
    .insertInto('helpStep')
    .values(steps.map((step, position) => ({ helpCaseId, position, ...step })))
    .execute()
}

export async function deleteHelpCase(trx: LedgerTransaction, id: number): Promise<void> {
  await trx.deleteFrom('helpCase').where('id', '=', id).execute()
}

/** Gives the open cases of one member of staff to another. */
export async function handOverHelpCases(trx: LedgerTransaction, from: number, to: number): Promise<void> {
  await trx
    .updateTable('helpCase')
    .set((eb) => ({ staffId: to, revision: eb('revision', '+', 1) }))
    .where('staffId', '=', from)
    .where('outcome', '=', 'open')
    .execute()
}
