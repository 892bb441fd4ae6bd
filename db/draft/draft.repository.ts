import type { DraftTransaction } from '../transaction.ts'

interface DraftRow {
  readonly staffId: number
  readonly formKey: string
  readonly content: string
  readonly baseRevision: number | null
  readonly savedAt: string
}

export async function upsertDraft(trx: DraftTransaction, row: DraftRow): Promise<void> {
  const { content, baseRevision, savedAt } = row
  await trx
    .insertInto('formDraft')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['staffId', 'formKey']).doUpdateSet({ content, baseRevision, savedAt }),
    )
    .execute()
}

export async function deleteDraft(trx: DraftTransaction, staffId: number, formKey: string): Promise<void> {
  await trx.deleteFrom('formDraft').where('staffId', '=', staffId).where('formKey', '=', formKey).execute()
}

export async function deleteDraftsOf(trx: DraftTransaction, staffId: number): Promise<void> {
  await trx.deleteFrom('formDraft').where('staffId', '=', staffId).execute()
}
