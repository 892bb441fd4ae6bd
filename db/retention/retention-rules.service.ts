import { FailureError } from '../../domain/failure.ts'
import type { RetentionRules } from '../../domain/retention.ts'
import { storeSetting } from '../committee/committee.service.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { retentionRulesIn, retentionSetting } from './retention-rules.queries.ts'

/** Decides how long records are kept. Throws: staleRecord when the rules are not those that were changed. */
export async function saveRetentionRules(
  ledger: Ledger,
  { before, rules }: { readonly before: RetentionRules; readonly rules: RetentionRules },
): Promise<{ rules: RetentionRules; isDecided: boolean }> {
  return inTransaction(ledger, async (trx) => {
    const stored = await retentionRulesIn(trx)
    const isSame =
      stored.rules.movedOutYears === before.movedOutYears &&
      stored.rules.deceasedYears === before.deceasedYears
    if (!isSame) throw new FailureError('staleRecord')
    await storeSetting(trx, retentionSetting, rules)
    return {
      value: { rules, isDecided: true },
      entries: [
        { action: 'changed', objectType: 'setting', fields: [retentionSetting], detail: { ...rules } },
      ],
    }
  })
}
