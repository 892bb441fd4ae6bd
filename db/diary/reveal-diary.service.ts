import type { ChannelInput } from '../../domain/contract.ts'
import { isDiaryOf, type DiaryEntry } from '../../domain/diary.ts'
import { FailureError } from '../../domain/failure.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { diaryEntryOf } from './diary-entry.queries.ts'
import { findDiary } from './diary.repository.ts'

/** A sealed entry as it was written; who read it and why stands in the audit trail. Throws: notAllowed, notFound. */
export async function revealDiary(
  ledger: Ledger,
  { id, reason: { purpose, text } }: ChannelInput<'diary.reveal'>,
): Promise<DiaryEntry> {
  const actor = actorAt(ledger)
  return inTransaction(ledger, async (trx) => {
    const stored = await findDiary(trx, id)
    if (stored === undefined) throw new FailureError('notFound')
    if (!isDiaryOf(actor, stored.staffId)) throw new FailureError('notAllowed')
    const value = await diaryEntryOf(trx, actor, id, true)
    const entry = { action: 'sealedViewed', objectType: 'diaryEntry', objectId: id } as const
    return { value, entries: [{ ...entry, reason: text, detail: { purpose } }] }
  })
}
