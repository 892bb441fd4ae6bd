import { noticeSignatureSchema, type NoticeSignature } from '../../domain/privacy-notice.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** What somebody has signed, the latest first. */
export async function noticeSignatures(
  db: LedgerReader | LedgerTransaction,
  residentId: number,
): Promise<NoticeSignature[]> {
  const rows = await db
    .selectFrom('noticeSignature')
    .select(['id', 'signedOn', 'signedBy', 'signer', 'recordedAt', 'staffName'])
    .where('residentId', '=', residentId)
    .orderBy('signedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => noticeSignatureSchema.parse(row))
}
