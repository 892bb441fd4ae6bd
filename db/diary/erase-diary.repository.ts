import { sql } from 'kysely'
import { draftKey } from '../../domain/draft-key.ts'
import { diaryLabels } from '../../domain/labels/diary.zh.ts'
import type { LedgerTransaction } from '../transaction.ts'

const texts = ['place', 'heard', 'handling', 'result', 'followUpResult'] as const

/** Shape: of each entry that is about one of these people, all whom it is about. */
export async function entriesWith(
  trx: LedgerTransaction,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await trx
    .selectFrom('diaryEntryResident')
    .select(['diaryEntryId', 'residentId'])
    .where('diaryEntryId', 'in', (eb) =>
      eb.selectFrom('diaryEntryResident').select('diaryEntryId').where('residentId', 'in', ids),
    )
    .execute()
  const people = Map.groupBy(rows, ({ diaryEntryId }) => diaryEntryId)
  return new Map([...people].map(([id, of]) => [id, of.map(({ residentId }) => residentId)]))
}

export async function deleteDiaryDrafts(trx: LedgerTransaction, id: number): Promise<void> {
  await trx
    .deleteFrom('formDraft')
    .where('formKey', '=', draftKey({ form: 'diaryEntry', id }))
    .execute()
}

export async function emptyEntry(trx: LedgerTransaction, id: number): Promise<void> {
  await trx
    .updateTable('diaryEntry')
    .set((eb) => ({
      ...Object.fromEntries(texts.map((column) => [column, ''])),
      heard: diaryLabels.erased,
      needsFollowUp: 0,
      followUpOn: null,
      followUpDoneOn: null,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Puts somebody where names and numbers stand; the longest word first, so that no part of one is left of it. */
export async function blotOut(trx: LedgerTransaction, id: number, words: readonly string[]): Promise<void> {
  for (const word of words.toSorted((one, other) => other.length - one.length))
    for (const column of texts)
      await trx
        .updateTable('diaryEntry')
        .set({ [column]: sql`replace(${sql.ref(column)}, ${word}, ${diaryLabels.somebody})` })
        .where('id', '=', id)
        .execute()
}

/** A new entry may name them anywhere in its texts. */
export async function deleteNewDrafts(trx: LedgerTransaction, words: readonly string[]): Promise<void> {
  for (const word of words)
    await trx
      .deleteFrom('formDraft')
      .where('formKey', 'like', '%iaryEntry%')
      .where(sql<boolean>`instr(content, ${word}) > 0`)
      .execute()
}
