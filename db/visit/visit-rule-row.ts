import type { Selectable } from 'kysely'
import { conditionGroupSchema, type ConditionGroup } from '../../domain/resident-condition.ts'
import { visitRuleDraftSchema, visitTriggerSchema, type VisitRuleDraft } from '../../domain/visit-rule.ts'
import type { LedgerSchema } from '../schema.ts'

export type VisitRuleRow = Selectable<LedgerSchema['visitRule']>

/** Shape: a rule as the ledger works with it; `isOutdated` when it asks for a field that is gone. */
export interface StoredRule extends VisitRuleDraft {
  readonly id: number
  readonly revision: number
  readonly isOutdated: boolean
}

/** What makes a rule due and whom it asks for, as its columns hold it. */
export function ruleColumns({ trigger, condition }: Pick<VisitRuleDraft, 'trigger' | 'condition'>) {
  const { kind, ...detail } = trigger
  return {
    triggerKind: kind,
    triggerDetail: JSON.stringify(detail),
    condition: condition === null ? null : JSON.stringify(condition),
  }
}

/** The rule of its columns. */
export function storedRule(row: VisitRuleRow): StoredRule {
  const { id, revision, triggerKind, triggerDetail, isRepeating, isActive } = row
  const detail: unknown = JSON.parse(triggerDetail)
  const { condition, isOutdated } = storedCondition(row.condition)
  const draft = visitRuleDraftSchema.parse({
    name: row.name,
    trigger: visitTriggerSchema.parse({ kind: triggerKind, ...(detail as object) }),
    condition,
    daysBefore: row.daysBefore,
    daysAfter: row.daysAfter,
    responsible: row.responsible,
    responsibleStaffId: row.responsibleStaffId,
    startsOn: row.startsOn,
    isRepeating: isRepeating === 1,
    isActive: isActive === 1,
  })
  return { ...draft, id, revision, isOutdated }
}

function storedCondition(text: string | null): {
  readonly condition: ConditionGroup | null
  readonly isOutdated: boolean
} {
  if (text === null) return { condition: null, isOutdated: false }
  const parsed = conditionGroupSchema.safeParse(JSON.parse(text))
  return parsed.success
    ? { condition: parsed.data, isOutdated: false }
    : { condition: null, isOutdated: true }
}
