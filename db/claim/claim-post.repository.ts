import type { Insertable } from 'kysely'
import { claimPostSchema, type ClaimPost, type ClaimPostDraft } from '../../domain/claim.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** Every post, those that are closed last. */
export async function listClaimPosts(db: LedgerReader | LedgerTransaction): Promise<ClaimPost[]> {
  const rows = await db.selectFrom('claimPost').selectAll().orderBy('isClosed').orderBy('id').execute()
  return rows.map((row) => claimPostSchema.parse({ ...row, isClosed: row.isClosed === 1 }))
}

export async function insertClaimPost(trx: LedgerTransaction, draft: ClaimPostDraft): Promise<number> {
  const { id } = await trx
    .insertInto('claimPost')
    .values({ ...columnsOf(draft), revision: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateClaimPost(
  trx: LedgerTransaction,
  id: number,
  draft: ClaimPostDraft,
): Promise<void> {
  await trx
    .updateTable('claimPost')
    .set((eb) => ({ ...columnsOf(draft), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

function columnsOf(draft: ClaimPostDraft): Omit<Insertable<LedgerSchema['claimPost']>, 'revision'> {
  return { ...draft, isClosed: draft.isClosed ? 1 : 0 }
}
