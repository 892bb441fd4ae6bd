import { isVoid } from '../../domain/claim-period.ts'
import type { ClaimLine } from '../../domain/claim.ts'
import { mayRead } from '../../domain/record-access.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'
import { claimantFacts } from './claimant.queries.ts'
import { listClaimPosts } from './claim-post.repository.ts'
import { findClaims } from './claim.repository.ts'

/** Everybody who ever claimed a person, the latest first. */
export async function claimsOfResident(
  ledger: Ledger,
  { residentId }: { readonly residentId: number },
): Promise<ClaimLine[]> {
  const actor = actorAt(ledger)
  const isNoteShown = mayRead(actor, 'notes')
  // That a neighbour is ill is health data of theirs.
  const isIllnessShown = mayRead(actor, 'health')
  return inOneMoment(ledger, async (db) => {
    const claims = await findClaims(db, { residentIds: [residentId] })
    const posts = new Map((await listClaimPosts(db)).map(({ id, name }) => [id, name]))
    const claimants = await claimantFacts(db)
    const nameOf = (id: number) => claimants.get(id)?.name ?? ''
    return claims.toReversed().map((claim) => ({
      id: claim.id,
      claimPostId: claim.claimPostId,
      postName: posts.get(claim.claimPostId) ?? '',
      claimantId: claim.claimantId,
      claimantName: nameOf(claim.claimantId),
      mentorName: claim.mentorId === null ? null : nameOf(claim.mentorId),
      fromOn: claim.fromOn,
      toOn: claim.toOn,
      isVoid: isVoid(claim),
      endReason: claim.endReason === 'claimantIll' && !isIllnessShown ? null : claim.endReason,
      endNote: isNoteShown ? claim.endNote : '',
      note: isNoteShown ? claim.note : '',
      staffName: claim.staffName,
    }))
  })
}
