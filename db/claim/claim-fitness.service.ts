import { FailureError } from '../../domain/failure.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { claimantFacts } from './claimant.queries.ts'
import { listClaimPosts } from './claim-post.repository.ts'

interface Wanted {
  readonly claimPostId: number | null
  readonly claimantId: number
  readonly mentorId: number | null
}

/** Refuses a closed post, a claimant who has left, and a mentor who may lead nobody. Throws: notFound, claimPostClosed, claimantUnfit, mentorUnfit. */
export async function refuseUnfit(
  trx: LedgerTransaction,
  { claimPostId, claimantId, mentorId }: Wanted,
): Promise<void> {
  if (claimPostId !== null) {
    const post = (await listClaimPosts(trx)).find(({ id }) => id === claimPostId)
    if (post === undefined) throw new FailureError('notFound')
    if (post.isClosed) throw new FailureError('claimPostClosed', 'claimPostId')
  }
  const facts = await claimantFacts(trx)
  const claimant = facts.get(claimantId)
  if (claimant === undefined) throw new FailureError('notFound')
  if (claimant.state !== null) throw new FailureError('claimantUnfit', 'claimantId')
  if (mentorId === null) return
  const mentor = facts.get(mentorId)
  if (mentor === undefined) throw new FailureError('notFound')
  const isFit = mentor.state === null && mentor.isMentorAble && mentorId !== claimantId
  if (!isFit) throw new FailureError('mentorUnfit', 'mentorId')
}
