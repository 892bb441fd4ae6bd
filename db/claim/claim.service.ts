import { addDays } from '../../domain/calendar-date.ts'
import { isVoid, overlaps, voided, type ClaimPeriod } from '../../domain/claim-period.ts'
import type { ClaimEnd, ClaimStart } from '../../domain/claim.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Ledger } from '../ledger.ts'
import { changeBy, type ChangeBy } from '../resident/record-change.service.ts'
import { presentIds } from '../resident/present-ids.queries.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { refuseUnfit } from './claim-fitness.service.ts'
import { recordClaimChanges } from './claim-history.service.ts'
import { oneEntryEach } from './claim-entries.ts'
import { findClaims, insertClaim, setClaimEnd, type StoredClaim } from './claim.repository.ts'

/** Unit: days that a claim may begin or end ahead of today. */
const farthestAhead = 366

/** Lets somebody claim elders from a day on. Throws: claimTaken, claimantUnfit, claimPostClosed, claimDayUnfit, residentGone. */
export async function startClaims(ledger: Ledger, start: ClaimStart): Promise<{ claimCount: number }> {
  const { claimPostId, claimantId, mentorId, fromOn, note } = start
  const by = changeBy(ledger, 'form')
  return inTransaction(ledger, async (trx) => {
    await refuseUnfit(trx, start)
    if (fromOn > addDays(ledger.clock.todayOn(), farthestAhead))
      throw new FailureError('claimDayUnfit', 'fromOn')
    const residentIds = [...new Set(start.residentIds)]
    const present = await presentIds(trx, residentIds)
    if (present.length < residentIds.length) throw new FailureError('residentGone', 'residentIds')
    const period: ClaimPeriod = { fromOn, toOn: null }
    const others = await findClaims(trx, { residentIds })
    if (others.some((other) => overlaps(period, other))) throw new FailureError('claimTaken', 'residentIds')
    const ids: number[] = []
    for (const residentId of residentIds) {
      const claim = { claimPostId, residentId, claimantId, mentorId, fromOn, note }
      ids.push(await insertClaim(trx, { ...claim, recordedAt: by.at, staffName: by.staffName }))
    }
    await recordClaimChanges(
      trx,
      residentIds.map((residentId) => ({
        before: null,
        after: { claimPostId, residentId, claimantId, mentorId, fromOn, toOn: null, endReason: null },
      })),
      by,
    )
    return {
      value: { claimCount: ids.length },
      entries: oneEntryEach(ids, (objectId) => ({ action: 'added', objectType: 'claim', objectId })),
    }
  })
}

/** Ends claims with a day, so that nobody has claimed these elders any more. Throws: staleRecord for one that has an end already, claimDayUnfit. */
export async function endClaims(ledger: Ledger, end: ClaimEnd): Promise<{ claimCount: number }> {
  const { lastOn, reason, note } = end
  const by = changeBy(ledger, 'form', note)
  return inTransaction(ledger, async (trx) => {
    const ids = [...new Set(end.claimIds)]
    const claims = await findClaims(trx, { ids })
    if (claims.length < ids.length || claims.some(({ toOn }) => toOn !== null))
      throw new FailureError('staleRecord')
    if (lastOn > addDays(ledger.clock.todayOn(), farthestAhead))
      throw new FailureError('claimDayUnfit', 'lastOn')
    const ended = claims.map((claim) => {
      const period = reason === 'mistake' ? voided(claim) : { ...claim, toOn: lastOn }
      if (reason !== 'mistake' && isVoid(period)) throw new FailureError('claimDayUnfit', 'lastOn')
      return {
        before: claim,
        after: { ...claim, toOn: period.toOn, endReason: reason } satisfies StoredClaim,
      }
    })
    for (const { after } of ended)
      await setClaimEnd(trx, after.id, { toOn: after.toOn, endReason: reason, endNote: note })
    await recordClaimChanges(trx, ended, by)
    return {
      value: { claimCount: ids.length },
      entries: oneEntryEach(ids, (objectId) => ({
        action: 'claimEnded',
        objectType: 'claim',
        objectId,
        reason: note,
        detail: { reason },
      })),
    }
  })
}

type NewClaim = Pick<StoredClaim, 'claimPostId' | 'residentId' | 'claimantId' | 'mentorId' | 'fromOn'>

/** A claim within somebody else's transaction, of a person nobody has claimed. */
export async function addClaim(trx: LedgerTransaction, claim: NewClaim, by: ChangeBy): Promise<void> {
  await insertClaim(trx, { ...claim, note: '', recordedAt: by.at, staffName: by.staffName })
}
