import type { CalendarDate } from '../../domain/calendar-date.ts'
import { addClaimPost } from '../claim/claim-post.service.ts'
import { addClaim } from '../claim/claim.service.ts'
import { addClaimant } from '../claim/claimant.service.ts'
import { addCall } from '../phone-call/phone-call.service.ts'
import type { ChangeBy } from '../resident/record-change.service.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { randomNumbers } from './random-numbers.ts'
import { plannedClaimants, plannedElderCount, plannedPosts, planClaims } from './sample-claim-plan.ts'
import { eldersAlone } from './sample-elders.queries.ts'

/** Gives the sample a few posts, whose members have claimed some of the elders and called them for some weeks up to today. */
export async function writeSampleClaims(
  trx: LedgerTransaction,
  { seed, todayOn, by }: { readonly seed: number; readonly todayOn: CalendarDate; readonly by: ChangeBy },
): Promise<void> {
  const elders = await eldersAlone(trx, todayOn, plannedElderCount)
  const plan = planClaims(randomNumbers(seed + 2), elders.length, todayOn)
  const postIds = await inTurn(plannedPosts, (post) => addClaimPost(trx, post))
  const claimantIds = await inTurn(plannedClaimants, (one) =>
    addClaimant(trx, { ...one, residentId: null, staffId: null, phone: '', note: '', isClosed: false }),
  )
  for (const [index, { post, claimant, mentor, fromOn, calls }] of plan.entries()) {
    const residentId = elders[index] ?? 0
    const claim = {
      claimPostId: postIds[post] ?? 0,
      residentId,
      claimantId: claimantIds[claimant] ?? 0,
      mentorId: mentor === null ? null : (claimantIds[mentor] ?? 0),
      fromOn,
    }
    await addClaim(trx, claim, by)
    const caller = plannedClaimants[claimant]?.name ?? ''
    for (const call of calls) await addCall(trx, { ...call, residentId, caller }, by)
  }
}

async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<number>): Promise<number[]> {
  const ids: number[] = []
  for (const item of items) ids.push(await work(item))
  return ids
}
