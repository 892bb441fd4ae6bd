import type { LedgerOperations } from '../ledger-operations.ts'
import { erasePeople } from './erase-people.service.ts'
import { listExpiredPeople } from './expired-people.queries.ts'
import { retentionRulesIn } from './retention-rules.queries.ts'
import { saveRetentionRules } from './retention-rules.service.ts'

/** What the ledger answers about records whose time is over. */
export const retentionOperations = {
  'retention.rules': (ledger) => retentionRulesIn(ledger.db),
  'retention.saveRules': saveRetentionRules,
  'retention.list': listExpiredPeople,
  'retention.erase': erasePeople,
} satisfies LedgerOperations<'retention.rules' | 'retention.saveRules' | 'retention.list' | 'retention.erase'>
