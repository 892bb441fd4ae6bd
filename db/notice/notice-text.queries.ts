import { readyNoticeText } from '../../domain/labels/privacy-notice.zh.ts'
import { noticeTextSchema, type NoticeText } from '../../domain/privacy-notice.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** How it is called among the settings. */
export const noticeSetting = 'noticeText'

/** What the office tells people; until it is changed the sentences to begin with. */
export async function noticeTextIn(db: LedgerReader | LedgerTransaction): Promise<NoticeText> {
  const stored = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', noticeSetting)
    .executeTakeFirst()
  return stored === undefined ? readyNoticeText : noticeTextSchema.parse(JSON.parse(stored.value))
}
