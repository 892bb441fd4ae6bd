import type { VisitFestival } from '../../domain/festival.ts'
import { isFestivalRule, type VisitRule } from '../../domain/visit-rule.ts'
import type { Ledger } from '../ledger.ts'
import { listVisitRules } from '../visit/visit-rule.queries.ts'

/** The ready rules that pick people for a round of a festival. */
export async function festivalRules(
  ledger: Ledger,
  festival: VisitFestival = 'springFestival',
): Promise<VisitRule[]> {
  return (await listVisitRules(ledger)).filter((rule) => isFestivalRule(rule, festival))
}
