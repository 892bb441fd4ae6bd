import type { LedgerTransaction } from '../transaction.ts'
import {
  blotOut,
  deleteDiaryDrafts,
  deleteNewDrafts,
  emptyEntry,
  entriesWith,
} from './erase-diary.repository.ts'

/**
 * Takes people whose records are deleted for good out of the diary: an entry about nobody else keeps no more than its
 * number, day and matter, one about others as well loses these people's names and numbers. Figures count it as before.
 */
export async function eraseFromDiary(
  trx: LedgerTransaction,
  ids: readonly number[],
  words: readonly string[],
): Promise<void> {
  const gone = new Set(ids)
  for (const [id, people] of await entriesWith(trx, ids)) {
    if (people.some((residentId) => !gone.has(residentId))) await blotOut(trx, id, words)
    else await emptyEntry(trx, id)
    await deleteDiaryDrafts(trx, id)
  }
  await deleteNewDrafts(trx, words)
}
