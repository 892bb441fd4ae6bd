import type { CalendarDate } from '../../domain/calendar-date.ts'
import { endedBy, isVoid, overlaps } from '../../domain/claim-period.ts'
import type { EndedClaim } from '../life/life-effects.ts'
import type { ChangeBy } from '../resident/record-change.service.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { recordClaimChanges } from './claim-history.service.ts'
import { findClaims, setClaimEnd } from './claim.repository.ts'

interface Going {
  readonly kind: 'movedOut' | 'deathConfirmed'
  readonly happenedOn: CalendarDate
}

/** Ends the claims on somebody who died or moved away; what had not begun by then never was. Shape: what they were before. */
export async function endClaimsOf(
  trx: LedgerTransaction,
  residentId: number,
  { kind, happenedOn }: Going,
  by: ChangeBy,
): Promise<EndedClaim[]> {
  const endReason = kind === 'movedOut' ? 'elderMovedOut' : 'elderDied'
  const changes = (await findClaims(trx, { residentIds: [residentId] }))
    .map((claim) => ({
      before: claim,
      after: { ...claim, ...endedBy(claim, happenedOn), endReason } as const,
    }))
    .filter(({ before, after }) => before.toOn !== after.toOn && !isVoid(before))
  for (const { after } of changes)
    await setClaimEnd(trx, after.id, { toOn: after.toOn, endReason, endNote: '' })
  await recordClaimChanges(trx, changes, by)
  return changes.map(({ before: { id, toOn, endReason: reason, endNote } }) => ({
    id,
    toOn,
    endReason: reason,
    endNote,
  }))
}

/** Lets those of the claims run again that still end with the day they were ended with, unless somebody else has claimed the person since. */
export async function restoreClaimsOf(
  trx: LedgerTransaction,
  residentId: number,
  claims: readonly EndedClaim[],
  endedOn: CalendarDate,
  by: ChangeBy,
): Promise<void> {
  for (const { id, ...was } of claims) {
    // Each one that came back goes before the next.
    const all = await findClaims(trx, { residentIds: [residentId] })
    const claim = all.find((one) => one.id === id)
    if (claim === undefined || claim.toOn !== endedBy({ ...claim, toOn: null }, endedOn).toOn) continue
    const restored = { ...claim, ...was }
    if (all.some((other) => other.id !== id && overlaps(other, restored))) continue
    await setClaimEnd(trx, id, was)
    await recordClaimChanges(trx, [{ before: claim, after: restored }], by)
  }
}
