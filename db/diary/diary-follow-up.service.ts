import type { ChannelInput } from '../../domain/contract.ts'
import { isDiaryOf, type DiaryEntry } from '../../domain/diary.ts'
import { FailureError } from '../../domain/failure.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { diaryEntryOf } from './diary-entry.queries.ts'
import { findDiary, updateDiary, type StoredDiary } from './diary.repository.ts'

type FollowUpColumns = Pick<StoredDiary, 'followUpDoneOn' | 'followUpResult'>

/** Closes a follow-up with what came of it; whoever made it may. Throws: invalidInput, notAllowed, notFound, staleRecord. */
export async function closeFollowUp(
  ledger: Ledger,
  { id, revision, doneOn, result }: ChannelInput<'diary.closeFollowUp'>,
): Promise<DiaryEntry> {
  return change(ledger, { id, revision }, ({ entryOn, needsFollowUp, followUpDoneOn }) => {
    if (needsFollowUp === 0 || followUpDoneOn !== null) throw new FailureError('staleRecord')
    if (doneOn < entryOn || doneOn > ledger.clock.todayOn()) throw new FailureError('invalidInput', 'doneOn')
    return { followUpDoneOn: doneOn, followUpResult: result }
  })
}

/** Opens one again that was closed too early; what was written stays until it is closed anew. Throws: the same. */
export async function reopenFollowUp(
  ledger: Ledger,
  { id, revision }: ChannelInput<'diary.reopenFollowUp'>,
): Promise<DiaryEntry> {
  return change(ledger, { id, revision }, ({ followUpDoneOn, followUpResult }) => {
    if (followUpDoneOn === null) throw new FailureError('staleRecord')
    return { followUpDoneOn: null, followUpResult }
  })
}

async function change(
  ledger: Ledger,
  { id, revision }: { readonly id: number; readonly revision: number },
  columnsOf: (entry: StoredDiary) => FollowUpColumns,
): Promise<DiaryEntry> {
  const actor = actorAt(ledger)
  return inTransaction(ledger, async (trx) => {
    const stored = await findDiary(trx, id)
    if (stored === undefined) throw new FailureError('notFound')
    const isSealed = stored.isSealed === 1
    if (isSealed && !isDiaryOf(actor, stored.staffId)) throw new FailureError('notAllowed')
    if (stored.revision !== revision) throw new FailureError('staleRecord')
    await updateDiary(trx, id, columnsOf(stored))
    // What is sealed was read with a reason before, and is told again only with one.
    const value = await diaryEntryOf(trx, actor, id, false)
    const object = { objectType: 'diaryEntry', objectId: id } as const
    const entry = isSealed
      ? ({ action: 'sealedChanged', ...object } as const)
      : ({ action: 'changed', ...object, fields: ['followUp'] } as const)
    return { value, entries: [entry] }
  })
}
