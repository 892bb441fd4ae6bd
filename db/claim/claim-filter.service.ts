import { FailureError } from '../../domain/failure.ts'
import { storeSetting } from '../committee/committee.service.ts'
import type { Ledger } from '../ledger.ts'
import { savedFilterOf, storedFilterOf } from '../saved-filter/saved-filter.queries.ts'
import { actorAt } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { claimFilterSetting } from './unclaimed.queries.ts'

/** Decides which saved filter says who should be claimed; null for the usual question. Throws: notFound, notAllowed for one that cannot be used. */
export async function setClaimFilter(
  ledger: Ledger,
  { savedFilterId }: { readonly savedFilterId: number | null },
): Promise<Record<string, never>> {
  return inTransaction(ledger, async (trx) => {
    if (savedFilterId !== null) {
      const { state } = savedFilterOf(await storedFilterOf(trx, savedFilterId), actorAt(ledger))
      if (state !== 'usable') throw new FailureError('notAllowed', 'savedFilterId')
    }
    await storeSetting(trx, claimFilterSetting, savedFilterId)
    return {
      value: {},
      entries: [{ action: 'changed', objectType: 'setting', fields: [claimFilterSetting] }],
    }
  })
}
