import type { StaffDraft } from '../../domain/staff.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function insertStaff(trx: LedgerTransaction, draft: StaffDraft, now: string): Promise<number> {
  const { id } = await trx
    .insertInto('staff')
    .values({
      name: draft.name,
      role: draft.role,
      isInSealedCircle: draft.isInSealedCircle ? 1 : 0,
      pinHash: null,
      createdAt: now,
      closedAt: null,
      revision: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await replaceWorkFields(trx, id, draft.workFields)
  return id
}

export async function updateStaff(trx: LedgerTransaction, id: number, draft: StaffDraft): Promise<void> {
  await trx
    .updateTable('staff')
    .set(({ eb }) => ({
      name: draft.name,
      role: draft.role,
      isInSealedCircle: draft.isInSealedCircle ? 1 : 0,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  await replaceWorkFields(trx, id, draft.workFields)
}

export async function markStaffClosed(trx: LedgerTransaction, id: number, now: string): Promise<void> {
  await trx
    .updateTable('staff')
    .set(({ eb }) => ({ closedAt: now, pinHash: null, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function setPinHash(trx: LedgerTransaction, id: number, pinHash: string | null): Promise<void> {
  await trx.updateTable('staff').set({ pinHash }).where('id', '=', id).execute()
}

/** Adds fields of work to those an account has. */
export async function addWorkFields(
  trx: LedgerTransaction,
  id: number,
  workFields: readonly string[],
): Promise<void> {
  await trx
    .insertInto('staffWorkField')
    .values(workFields.map((workField) => ({ staffId: id, workField })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .updateTable('staff')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

async function replaceWorkFields(
  trx: LedgerTransaction,
  staffId: number,
  workFields: readonly string[],
): Promise<void> {
  await trx.deleteFrom('staffWorkField').where('staffId', '=', staffId).execute()
  const rows = [...new Set(workFields)].map((workField) => ({ staffId, workField }))
  if (rows.length > 0) await trx.insertInto('staffWorkField').values(rows).execute()
}
