import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import { festivalOn } from '../../domain/lunar-date.ts'
import type { VisitRound, VisitRoundDraft } from '../../domain/visit.ts'
import { isFestivalRule } from '../../domain/visit-rule.ts'
import { endDraft } from '../draft/draft.service.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { insertVisitRound, insertVisitTasks } from './visit-round.repository.ts'
import { getVisitRound } from './visit-round.queries.ts'
import type { StoredRule } from './visit-rule-row.ts'
import { storedRules } from './visit-rule.queries.ts'
import { findVisitTargets } from './visit-target.queries.ts'

/** Opens a round and keeps its list of people as the rules give it now. Throws: invalidInput. */
export async function createVisitRound(ledger: Ledger, draft: VisitRoundDraft): Promise<VisitRound> {
  const id = await inTransaction(ledger, async (trx) => {
    const rules = chosenRules(await storedRules(trx), draft.ruleIds)
    const roundId = await insertVisitRound(
      trx,
      { ...draft, festivalOn: festivalOn(draft.festival, draft.year), createdAt: ledger.clock.nowAt() },
      rules.map((rule) => rule.id),
    )
    const targets = await findVisitTargets(ledger, trx, rules, draft.cutoffOn)
    await insertVisitTasks(trx, roundId, targets)
    await endDraft(trx, ledger, { form: 'newVisitRound' })
    const detail = { residentCount: targets.length }
    return {
      value: roundId,
      entries: [{ action: 'added', objectType: 'visitRound', objectId: roundId, detail }],
    }
  })
  return getVisitRound(ledger, id)
}

/** How many people and households a round with these rules would visit. */
export async function countVisitTargets(
  ledger: Ledger,
  { cutoffOn, ruleIds }: ChannelInput<'visitRound.countTargets'>,
): Promise<ChannelOutput<'visitRound.countTargets'>> {
  const rules = chosenRules(await storedRules(ledger.db), ruleIds)
  const targets = await findVisitTargets(ledger, ledger.db, rules, cutoffOn)
  return {
    residentCount: targets.length,
    householdCount: new Set(targets.map(({ householdId }) => householdId)).size,
  }
}

/** Of the rules that are in use and are about a festival. */
function chosenRules(rules: readonly StoredRule[], ids: readonly number[]): readonly StoredRule[] {
  const chosen = rules.filter((rule) => ids.includes(rule.id) && rule.isActive && isFestivalRule(rule))
  if (chosen.length !== new Set(ids).size) throw new FailureError('invalidInput', 'ruleIds')
  return chosen
}
