import { offeredRetentionRules, retentionRulesSchema, type RetentionRules } from '../../domain/retention.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** How it is called among the settings. */
export const retentionSetting = 'retentionRules'

/** How long records of people who are gone are kept, and whether the office has decided that itself. */
export async function retentionRulesIn(
  db: LedgerReader | LedgerTransaction,
): Promise<{ readonly rules: RetentionRules; readonly isDecided: boolean }> {
  const stored = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', retentionSetting)
    .executeTakeFirst()
  if (stored === undefined) return { rules: offeredRetentionRules, isDecided: false }
  return { rules: retentionRulesSchema.parse(JSON.parse(stored.value)), isDecided: true }
}
