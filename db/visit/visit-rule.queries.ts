import { visitRuleSchema, type VisitRule } from '../../domain/visit.ts'
import type { Ledger } from '../ledger.ts'

/** The office's rules that are still in use, in their order. */
export async function listVisitRules(ledger: Pick<Ledger, 'db'>): Promise<VisitRule[]> {
  const rules = await ledger.db
    .selectFrom('visitRule')
    .select(['id', 'name', 'criterion', 'value', 'isActive'])
    .where('isActive', '=', 1)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rules.map((rule) => visitRuleSchema.parse({ ...rule, isActive: rule.isActive === 1 }))
}
