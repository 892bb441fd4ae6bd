import type { Insertable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function insertNoticeSignature(
  trx: LedgerTransaction,
  signature: Insertable<LedgerSchema['noticeSignature']>,
): Promise<void> {
  await trx.insertInto('noticeSignature').values(signature).execute()
}

export async function deleteNoticeSignature(trx: LedgerTransaction, id: number): Promise<void> {
  await trx.deleteFrom('noticeSignature').where('id', '=', id).execute()
}
