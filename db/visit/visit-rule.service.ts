import { readyRulesStartOn, readyVisitRules } from '../../domain/codes/ready-visit-rules.ts'
import { unreadableFields } from '../../domain/condition-access.ts'
import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import { visitRuleDraftSchema, type VisitRule, type VisitRuleDraft } from '../../domain/visit-rule.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { settleAfterRules } from './care-visit.service.ts'
import type { StoredRule } from './visit-rule-row.ts'
import { storedRules, tellsTooMuch, visibleRule } from './visit-rule.queries.ts'
import { insertVisitRule, setRuleRemoved, updateVisitRule, writeOrder } from './visit-rule.repository.ts'

interface At {
  readonly id: number
  readonly revision: number
}

/**
 * Adds a rule (id null) or changes one.
 * Throws: ruleNameTaken, invalidInput naming the field, notAllowed for a condition that is not for this member of staff, notFound,
 * staleRecord.
 */
export async function saveVisitRule(
  ledger: Ledger,
  { id, revision, draft }: ChannelInput<'visitRule.save'>,
): Promise<VisitRule> {
  const actor = actorAt(ledger)
  const [field] = draft.condition === null ? [] : unreadableFields(actor, draft.condition)
  if (field !== undefined) throw new FailureError('notAllowed', 'condition', field)
  return inTransaction(ledger, async (trx) => {
    const rules = await storedRules(trx)
    if (rules.some((rule) => rule.id !== id && rule.name === draft.name))
      throw new FailureError('ruleNameTaken', 'name')
    const before = id === null ? null : ruleAt(rules, { id, revision: revision ?? 0 })
    // Who was named before may have left since, and the rule can be switched off all the same.
    if (before === null || before.responsibleStaffId !== draft.responsibleStaffId)
      await refuseUnknownStaff(trx, draft)
    if (before !== null && tellsTooMuch(before, actor)) throw new FailureError('notAllowed')
    const savedId = before?.id ?? (await insertVisitRule(trx, draft))
    if (before !== null) await updateVisitRule(trx, before.id, draft)
    const saved = ruleAt(await storedRules(trx), { id: savedId })
    const kinds = before === null ? [] : [before.trigger.kind]
    await settleAfterRules(trx, ledger, [...kinds, saved.trigger.kind])
    return {
      value: visibleRule(saved, actor),
      entries: [
        {
          action: before === null ? 'added' : 'changed',
          objectType: 'visitRule',
          objectId: savedId,
          fields: before === null ? [] : changedFields(before, draft),
        },
      ],
    }
  })
}

/** Takes a rule out; visits that came of it stay. Throws: notFound, staleRecord. */
export async function removeVisitRule(ledger: Ledger, at: At): Promise<Record<string, never>> {
  return inTransaction(ledger, async (trx) => {
    const { trigger } = ruleAt(await storedRules(trx), at)
    await setRuleRemoved(trx, at.id, ledger.clock.nowAt())
    await settleAfterRules(trx, ledger, [trigger.kind])
    return { value: {}, entries: [{ action: 'removed', objectType: 'visitRule', objectId: at.id }] }
  })
}

/** Puts a rule one place up or down; at the end it stays. Throws: notFound. */
export async function moveVisitRule(
  ledger: Ledger,
  { id, direction }: ChannelInput<'visitRule.move'>,
): Promise<Record<string, never>> {
  return inTransaction(ledger, async (trx) => {
    const ids = (await storedRules(trx)).map((rule) => rule.id)
    const from = ids.indexOf(id)
    if (from < 0) throw new FailureError('notFound')
    const to = Math.min(ids.length - 1, Math.max(0, from + (direction === 'up' ? -1 : 1)))
    ids.splice(to, 0, ...ids.splice(from, 1))
    await writeOrder(trx, ids)
    return { value: {}, entries: [{ action: 'changed', objectType: 'visitRule', objectId: id }] }
  })
}

/** Adds those ready rules of which none has the name. */
export async function addReadyRules(ledger: Ledger): Promise<ChannelOutput<'visitRule.addReady'>> {
  return inTransaction(ledger, async (trx) => {
    const names = new Set((await storedRules(trx)).map(({ name }) => name))
    const missing = readyVisitRules.filter(({ name }) => !names.has(name))
    if (missing.length === 0) throw new FailureError('nothingToChange')
    const drafts = missing.map(readyDraft)
    for (const draft of drafts) await insertVisitRule(trx, draft)
    const kinds = drafts.map(({ trigger }) => trigger.kind)
    await settleAfterRules(trx, ledger, kinds)
    const detail = { ruleCount: missing.length }
    return {
      value: { addedCount: missing.length },
      entries: [{ action: 'added', objectType: 'visitRule', detail }],
    }
  })
}

function readyDraft(rule: (typeof readyVisitRules)[number]): VisitRuleDraft {
  return visitRuleDraftSchema.parse({
    ...rule,
    responsible: 'nobody',
    responsibleStaffId: null,
    startsOn: readyRulesStartOn,
    isRepeating: true,
    isActive: true,
  })
}

function changedFields(before: StoredRule, draft: VisitRuleDraft): string[] {
  // The keys of a draft are its fields.
  const fields = Object.keys(draft) as (keyof VisitRuleDraft)[]
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(draft[field]))
    .map((field) => (field === 'name' ? 'ruleName' : field))
}

function ruleAt(
  rules: readonly StoredRule[],
  { id, revision }: { readonly id: number; readonly revision?: number },
): StoredRule {
  const rule = rules.find((one) => one.id === id)
  if (rule === undefined) throw new FailureError('notFound')
  if (revision !== undefined && rule.revision !== revision) throw new FailureError('staleRecord')
  return rule
}

async function refuseUnknownStaff(trx: LedgerTransaction, draft: VisitRuleDraft): Promise<void> {
  if (draft.responsibleStaffId === null) return
  const staff = await trx
    .selectFrom('staff')
    .select('id')
    .where('id', '=', draft.responsibleStaffId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (staff === undefined) throw new FailureError('invalidInput', 'responsibleStaffId')
}
