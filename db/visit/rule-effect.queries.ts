import { unreadableFields } from '../../domain/condition-access.ts'
import { addDays, type CalendarDate } from '../../domain/calendar-date.ts'
import { verdictOf } from '../../domain/condition-verdict.ts'
import type { ChannelInput } from '../../domain/contract.ts'
import { endOfWeek, festivalOccasions } from '../../domain/due-visit.ts'
import { FailureError } from '../../domain/failure.ts'
import type { RuleEffect } from '../../domain/visit-rule.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { peopleHere } from './due-people.queries.ts'
import { dueByRules } from './due-visit.queries.ts'
import type { StoredRule } from './visit-rule-row.ts'
import { isHiddenFrom } from './due-filter.ts'
import { storedRules } from './visit-rule.queries.ts'
import { peopleOfRule } from './visit-target.queries.ts'

/** Unit: days; within them every festival comes once. */
const nextFestivalWithin = 400

/** What each rule does today, for those who may know whom it picks. */
export async function listRuleEffects(ledger: Ledger): Promise<{ id: number; effect: RuleEffect }[]> {
  const actor = actorAt(ledger)
  const rules = (await storedRules(ledger.db)).filter((rule) => !isHiddenFrom(rule, actor))
  return rules.map((rule) => ({ id: rule.id, effect: effectOf(ledger, rule) }))
}

/** What a rule would do that is not saved yet. Throws: notAllowed for a condition that is not for this member of staff. */
export async function checkVisitRule(
  ledger: Ledger,
  { draft }: ChannelInput<'visitRule.check'>,
): Promise<RuleEffect> {
  const [field] = draft.condition === null ? [] : unreadableFields(actorAt(ledger), draft.condition)
  if (field !== undefined) throw new FailureError('notAllowed', 'condition', field)
  return Promise.resolve(
    effectOf(ledger, { ...draft, isActive: true, id: 0, revision: 0, isOutdated: false }),
  )
}

function effectOf(ledger: Ledger, rule: StoredRule): RuleEffect {
  const on = ledger.clock.todayOn()
  const here = peopleHere(ledger)
  const meant = peopleOfRule(ledger, rule, on)
  const meantCount = meant === 'everybody' ? here.size : [...meant].filter((id) => here.has(id)).length
  const due = dueByRules(ledger, [rule], on, endOfWeek(on)).filter(
    ({ visitRuleId }) => visitRuleId === rule.id,
  )
  const countOf = (state: string) => due.filter((visit) => visit.state === state).length
  return {
    meantCount,
    hereCount: here.size,
    dueCount: countOf('due'),
    overdueCount: countOf('overdue'),
    comingCount: countOf('coming'),
    nextOn: nextFestivalOn(rule, on),
    verdict: ruleVerdict(rule, on),
  }
}

function ruleVerdict(rule: StoredRule, on: CalendarDate): RuleEffect['verdict'] {
  const { condition, trigger, isOutdated } = rule
  if (isOutdated) return 'never'
  if (trigger.kind === 'festival' && !rule.isRepeating && nextFestivalOn(rule, on) === null) return 'over'
  if (condition === null) return 'depends'
  // On a lunar birthday somebody may be a year younger by the Gregorian calendar.
  const leastAge = trigger.kind === 'birthday' ? Math.max(0, trigger.minimumAge - 1) : 0
  return verdictOf(condition, leastAge)
}

function nextFestivalOn(rule: StoredRule, on: CalendarDate): CalendarDate | null {
  if (rule.trigger.kind !== 'festival') return null
  const days = festivalOccasions({ ...rule, trigger: rule.trigger }, on, addDays(on, nextFestivalWithin))
  return days.find(({ festivalOn }) => festivalOn >= on)?.festivalOn ?? null
}
