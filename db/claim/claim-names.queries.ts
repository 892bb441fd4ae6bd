import type { ClaimNames } from '../../domain/labels/claim.zh.ts'
import type { LedgerReader } from '../ledger.ts'
import { claimantFacts } from './claimant.queries.ts'
import { listClaimPosts } from './claim-post.repository.ts'

/** What posts and claimants are called, by which the claims in a person's history are told. */
export async function claimNames(db: LedgerReader): Promise<ClaimNames> {
  const posts = await listClaimPosts(db)
  return {
    posts: new Map(posts.map(({ id, name }) => [id, name])),
    claimants: new Map([...(await claimantFacts(db)).values()].map(({ id, name }) => [id, name])),
  }
}
