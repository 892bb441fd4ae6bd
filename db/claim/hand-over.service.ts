import { addDays } from '../../domain/calendar-date.ts'
import type { HandOver } from '../../domain/claim.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Ledger } from '../ledger.ts'
import { changeBy, type ChangeBy } from '../resident/record-change.service.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { oneEntryEach } from './claim-entries.ts'
import { refuseUnfit } from './claim-fitness.service.ts'
import { recordClaimChanges } from './claim-history.service.ts'
import { findClaims, insertClaim, setClaimEnd, type StoredClaim } from './claim.repository.ts'

/** Unit: days that a hand-over may be written down ahead of its day. */
const farthestAhead = 366

/**
 * Moves elders of somebody to somebody else from a day on, or to another post or mentor of the same one: their claims end
 * the day before, and others begin. Throws: staleRecord, nothingToChange, claimDayUnfit, claimantUnfit, mentorUnfit, claimPostClosed.
 */
export async function handOverClaims(ledger: Ledger, handOver: HandOver): Promise<{ claimCount: number }> {
  const { toClaimantId, toClaimPostId, fromOn, note } = handOver
  const by = changeBy(ledger, 'form', note)
  return inTransaction(ledger, async (trx) => {
    await refuseUnfit(trx, {
      claimPostId: toClaimPostId,
      claimantId: toClaimantId,
      mentorId: handOver.isMentorKept ? null : handOver.mentorId,
    })
    if (fromOn > addDays(ledger.clock.todayOn(), farthestAhead))
      throw new FailureError('claimDayUnfit', 'fromOn')
    const moved = (await chosenClaims(trx, handOver))
      .map((claim) => ({ claim, next: nextClaim(claim, handOver) }))
      .filter(({ claim, next }) => !isSame(claim, next))
    if (moved.some(({ claim }) => claim.fromOn > fromOn)) throw new FailureError('claimDayUnfit', 'fromOn')
    const ids: number[] = []
    for (const { claim, next } of moved) ids.push(await moveClaim(trx, claim, next, handOver, by))
    const entries = oneEntryEach(ids, (objectId) => ({
      action: 'claimHandedOver' as const,
      objectType: 'claim' as const,
      objectId,
      reason: note,
      detail: { reason: handOver.reason },
    }))
    return { value: { claimCount: ids.length }, entries }
  })
}

/** Those that have no end, of the one who hands over. */
async function chosenClaims(
  trx: LedgerTransaction,
  { claimantId, claims }: HandOver,
): Promise<readonly StoredClaim[]> {
  const open = await findClaims(trx, { openOfClaimant: claimantId })
  if (claims.which === 'all') return open
  const wanted = new Set(claims.claimIds)
  const chosen = open.filter(({ id }) => wanted.has(id))
  if (chosen.length < wanted.size) throw new FailureError('staleRecord')
  return chosen
}

function nextClaim(
  claim: StoredClaim,
  { toClaimantId, toClaimPostId, isMentorKept, mentorId }: HandOver,
): Pick<StoredClaim, 'claimPostId' | 'claimantId' | 'mentorId'> {
  const mentor = isMentorKept ? claim.mentorId : mentorId
  return {
    claimPostId: toClaimPostId ?? claim.claimPostId,
    claimantId: toClaimantId,
    // Whoever was led by the one who takes over is led by nobody now.
    mentorId: mentor === toClaimantId ? null : mentor,
  }
}

function isSame(
  claim: StoredClaim,
  { claimPostId, claimantId, mentorId }: Pick<StoredClaim, 'claimPostId' | 'claimantId' | 'mentorId'>,
): boolean {
  return claim.claimPostId === claimPostId && claim.claimantId === claimantId && claim.mentorId === mentorId
}

async function moveClaim(
  trx: LedgerTransaction,
  claim: StoredClaim,
  next: Pick<StoredClaim, 'claimPostId' | 'claimantId' | 'mentorId'>,
  { fromOn, reason, note }: HandOver,
  by: ChangeBy,
): Promise<number> {
  const { residentId } = claim
  await setClaimEnd(trx, claim.id, { toOn: addDays(fromOn, -1), endReason: reason, endNote: note })
  const id = await insertClaim(trx, {
    ...next,
    residentId,
    fromOn,
    note: claim.note,
    recordedAt: by.at,
    staffName: by.staffName,
  })
  const after = { ...next, residentId, fromOn, toOn: null, endReason: null }
  await recordClaimChanges(trx, [{ before: claim, after }], by)
  return id
}
