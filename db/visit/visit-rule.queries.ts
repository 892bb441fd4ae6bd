import { unreadableFields } from '../../domain/condition-access.ts'
import { mayReadCareTag } from '../../domain/record-access.ts'
import { fieldConditionsOf } from '../../domain/resident-condition.ts'
import type { Actor } from '../../domain/staff.ts'
import { visitRuleSchema, type VisitRule } from '../../domain/visit-rule.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { storedRule, type StoredRule } from './visit-rule-row.ts'

/** The office's rules in their order, those switched off as well, as this member of staff may see them. */
export async function listVisitRules(ledger: Pick<Ledger, 'db' | 'actor'>): Promise<VisitRule[]> {
  const actor = actorAt(ledger)
  return (await storedRules(ledger.db)).map((rule) => visibleRule(rule, actor))
}

/** The office's rules in their order. */
export async function storedRules(db: LedgerReader): Promise<StoredRule[]> {
  const rows = await db
    .selectFrom('visitRule')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(storedRule)
}

/** A rule as somebody may see it. */
export function visibleRule({ isOutdated, ...rule }: StoredRule, actor: Actor): VisitRule {
  const isReadable = !tellsTooMuch(rule, actor)
  const state = isOutdated ? 'outdated' : isReadable ? 'usable' : 'notReadable'
  return visitRuleSchema.parse({ ...rule, state, condition: state === 'usable' ? rule.condition : null })
}

/** Whether being picked by a rule says something of people that is not for this member of staff. */
export function tellsTooMuch(
  { trigger, condition }: Pick<StoredRule, 'trigger' | 'condition'>,
  actor: Actor,
): boolean {
  if (condition !== null && unreadableFields(actor, condition).length > 0) return true
  return trigger.kind === 'careTag' && trigger.careTags.some((careTag) => !mayReadCareTag(actor, careTag))
}

/** The names of the rules, those taken out as well, that pick people by one of these tags, or that pass a test. */
export async function namesOfRules(
  db: LedgerReader,
  isWanted: (rule: StoredRule) => boolean,
): Promise<string[]> {
  const rows = await db.selectFrom('visitRule').selectAll().execute()
  return rows
    .map(storedRule)
    .filter(isWanted)
    .map(({ name }) => name)
}

/** The tags by which a rule picks people. */
export function tagsOfRule({ trigger, condition }: Pick<StoredRule, 'trigger' | 'condition'>): string[] {
  const asked = condition === null ? [] : fieldConditionsOf(condition)
  return [
    ...(trigger.kind === 'careTag' ? trigger.careTags : []),
    ...asked.flatMap(({ field, test }) => (field === 'careTags' && 'codes' in test ? test.codes : [])),
  ]
}
