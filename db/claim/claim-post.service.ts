import type { ClaimPost, ClaimPostDraft } from '../../domain/claim.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { insertClaimPost, listClaimPosts, updateClaimPost } from './claim-post.repository.ts'
import { hasOpenClaims } from './claim.repository.ts'

interface PostChange {
  readonly id: number | null
  readonly revision: number | null
  readonly draft: ClaimPostDraft
}

/** Adds a post (id null) or changes one. Throws: registerNameTaken, claimPostInUse when one with elders is closed, staleRecord, notFound. */
export async function saveClaimPost(ledger: Ledger, { id, revision, draft }: PostChange): Promise<ClaimPost> {
  return inTransaction(ledger, async (trx) => {
    const posts = await listClaimPosts(trx)
    if (posts.some((post) => post.id !== id && post.name === draft.name))
      throw new FailureError('registerNameTaken', 'name')
    const before = posts.find((post) => post.id === id)
    if (id !== null && before === undefined) throw new FailureError('notFound')
    if (before !== undefined && before.revision !== revision) throw new FailureError('staleRecord')
    if (before !== undefined && draft.isClosed && !before.isClosed)
      if (await hasOpenClaims(trx, { claimPostId: before.id }))
        throw new FailureError('claimPostInUse', 'isClosed')
    const savedId = before?.id ?? (await insertClaimPost(trx, draft))
    if (before !== undefined) await updateClaimPost(trx, savedId, draft)
    const value = (await listClaimPosts(trx)).find((post) => post.id === savedId)
    if (value === undefined) throw new FailureError('notFound')
    const entry = { objectType: 'claimPost', objectId: savedId } as const
    const fields = (Object.keys(draft) as (keyof ClaimPostDraft)[]).filter(
      (field) => before?.[field] !== draft[field],
    )
    return {
      value,
      entries: [
        before === undefined ? { action: 'added', ...entry } : { action: 'changed', ...entry, fields },
      ],
    }
  })
}

/** A post within somebody else's transaction. Shape: its number. */
export async function addClaimPost(trx: LedgerTransaction, draft: ClaimPostDraft): Promise<number> {
  return insertClaimPost(trx, draft)
}
