import type { LedgerOperations } from '../ledger-operations.ts'
import { noticeSignatures } from './notice-signature.queries.ts'
import { noticeTextIn } from './notice-text.queries.ts'
import { saveNoticeText, signNotice, withdrawNotice } from './notice.service.ts'

/** What the ledger answers about notices and who has signed them. */
export const noticeOperations = {
  'notice.text': (ledger) => noticeTextIn(ledger.db),
  'notice.saveText': saveNoticeText,
  'notice.signatures': (ledger, { residentId }) => noticeSignatures(ledger.db, residentId),
  'notice.sign': signNotice,
  'notice.withdraw': withdrawNotice,
} satisfies LedgerOperations<
  'notice.text' | 'notice.saveText' | 'notice.signatures' | 'notice.sign' | 'notice.withdraw'
>
