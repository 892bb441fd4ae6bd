import { ageBands } from './age.ts'
import { noFilter } from './no-filter.ts'
import { asksPresence, type Condition, type ConditionGroup } from './resident-condition.ts'
import type { ResidentFilter } from './resident.ts'

/** What a question makes of a filter: those who are here are asked, unless it speaks of where people have gone. */
export function conditionPart(
  condition: ConditionGroup | null,
): Pick<ResidentFilter, 'condition' | 'presence'> {
  return { condition, presence: condition !== null && asksPresence(condition) ? 'all' : 'here' }
}

/** The list that a question makes by itself. */
export function conditionFilter(condition: ConditionGroup): ResidentFilter {
  return { ...noFilter, ...conditionPart(condition) }
}

/** The same list as a filter makes, but for its search, as one question; null where nothing is asked. */
export function wholeCondition(filter: ResidentFilter): ConditionGroup | null {
  const quick = [...quickConditions(filter), ...presenceConditions(filter)]
  const { condition } = filter
  if (quick.length === 0) return condition
  const further =
    condition === null
      ? []
      : condition.match === 'all' && !condition.isNot
        ? condition.conditions
        : [condition]
  return { match: 'all', isNot: false, conditions: [...quick, ...further] }
}

function quickConditions({ buildingId, careTag, ageBand }: ResidentFilter): Condition[] {
  const conditions: Condition[] = []
  if (buildingId !== null)
    conditions.push({
      field: 'building',
      isNot: false,
      test: { operator: 'oneOf', codes: [String(buildingId)] },
    })
  if (careTag !== null)
    conditions.push({
      field: 'careTags',
      isNot: false,
      test: { operator: 'held', codes: [careTag], on: null },
    })
  if (ageBand !== null) {
    const { minAge, maxAge } = ageBands[ageBand]
    const test =
      maxAge === null
        ? ({ operator: 'atLeast', count: minAge, on: null } as const)
        : ({ operator: 'fromTo', least: minAge, most: maxAge, on: null } as const)
    conditions.push({ field: 'age', isNot: false, test })
  }
  return conditions
}

/** What the list by itself would take for granted otherwise. */
function presenceConditions({ presence, condition }: ResidentFilter): Condition[] {
  const usual = conditionPart(condition).presence
  if (presence === usual) return []
  const isHere: Condition = {
    field: 'presence',
    isNot: presence === 'gone',
    test: { operator: 'oneOf', codes: ['here'] },
  }
  if (presence !== 'all') return [isHere]
  // Whoever is somewhere: a question that speaks of presence is asked of everybody.
  return [{ match: 'any', isNot: false, conditions: [isHere, { ...isHere, isNot: true }] }]
}
