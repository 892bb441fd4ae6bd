import type { RecordedClaim } from '../../domain/claim-history.ts'
import { recordClaims, type ChangeBy } from '../resident/record-change.service.ts'
import type { LedgerTransaction } from '../transaction.ts'
import type { StoredClaim } from './claim.repository.ts'

type Told = Omit<StoredClaim, 'id' | 'endNote' | 'note' | 'staffName'>

/** Writes down in the history of people that claims began, changed or ended. */
export async function recordClaimChanges(
  trx: LedgerTransaction,
  changes: readonly { readonly before: Told | null; readonly after: Told }[],
  by: ChangeBy,
): Promise<void> {
  await recordClaims(
    trx,
    changes.map(({ before, after }) => ({
      residentId: after.residentId,
      before: before === null ? null : recorded(before),
      after: recorded(after),
    })),
    by,
  )
}

function recorded({ claimPostId, claimantId, mentorId, fromOn, toOn, endReason }: Told): RecordedClaim {
  return { claimPostId, claimantId, mentorId, fromOn, toOn, endReason }
}
