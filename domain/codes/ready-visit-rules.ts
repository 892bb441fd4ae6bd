import type { Condition, ConditionGroup, FieldCondition } from '../resident-condition.ts'
import type { VisitTrigger } from '../visit-rule.ts'
import type { CareTag } from './care-tag.ts'
import type { LivingArrangement } from './living-arrangement.ts'
import { widowedCode } from './marital-status.ts'

interface ReadyVisitRule {
  readonly name: string
  readonly trigger: VisitTrigger
  readonly condition: ConditionGroup | null
  readonly daysBefore: number
  readonly daysAfter: number
}

const beforeTheYearTurns: VisitTrigger = { kind: 'festival', festivals: ['newYearsDay', 'springFestival'] }
const disabled = tagged('disabled')
const loneElders = all(agedAtLeast(60), any(tagged('loneElder'), living('loneNoFamily', 'alone')))

/** The rules a new ledger starts with; the office changes them afterwards. Source: DOMAIN 1.2 rows 1 to 4 and 26. */
export const readyVisitRules: readonly ReadyVisitRule[] = [
  yearly('70周岁及以上', agedAtLeast(70)),
  yearly('残疾人', disabled),
  yearly('孤寡老人', tagged('loneElder')),
  yearly('居住情况为孤寡', living('loneNoFamily')),
  yearly('独居', living('alone')),
  yearly('丧偶老人', agedAtLeast(60), one('maritalStatus', { operator: 'oneOf', codes: [widowedCode] })),
  { name: '家中大事', trigger: { kind: 'familyEvent' }, condition: null, daysBefore: 0, daysAfter: 7 },
  { name: '大病住院', trigger: { kind: 'hospitalStay' }, condition: null, daysBefore: 0, daysAfter: 7 },
  {
    name: '90周岁及以上生日',
    trigger: { kind: 'birthday', calendar: 'own', minimumAge: 90 },
    condition: null,
    daysBefore: 7,
    daysAfter: 7,
  },
  {
    name: '腊月廿九送饺子',
    trigger: { kind: 'festival', festivals: ['layueNian'] },
    condition: any(loneElders, disabled),
    daysBefore: 3,
    daysAfter: 0,
  },
  atFestival('元宵节看孤寡独居老人', 'lanternFestival', loneElders),
  atFestival('端午节看孤寡独居老人', 'dragonBoat', loneElders),
  atFestival('中秋节看孤寡独居老人', 'midAutumn', loneElders),
  atFestival('重阳节看80周岁及以上老人', 'doubleNinth', all(agedAtLeast(80))),
]

/** Rules that come ready have always been so. */
export const readyRulesStartOn = '2000-01-01'

function yearly(name: string, ...conditions: Condition[]): ReadyVisitRule {
  return { name, trigger: beforeTheYearTurns, condition: all(...conditions), daysBefore: 15, daysAfter: 0 }
}

function atFestival(
  name: string,
  festival: 'lanternFestival' | 'dragonBoat' | 'midAutumn' | 'doubleNinth',
  condition: ConditionGroup,
): ReadyVisitRule {
  const trigger: VisitTrigger = { kind: 'festival', festivals: [festival] }
  return { name, trigger, condition, daysBefore: 7, daysAfter: 0 }
}

function all(...conditions: Condition[]): ConditionGroup {
  return { match: 'all', isNot: false, conditions }
}

function any(...conditions: Condition[]): ConditionGroup {
  return { match: 'any', isNot: false, conditions }
}

function agedAtLeast(count: number): FieldCondition {
  return one('age', { operator: 'atLeast', count, on: null })
}

function tagged(...codes: CareTag[]): FieldCondition {
  return one('careTags', { operator: 'held', codes, on: null })
}

function living(...codes: LivingArrangement[]): FieldCondition {
  return one('livingArrangement', { operator: 'oneOf', codes })
}

function one(field: FieldCondition['field'], test: FieldCondition['test']): FieldCondition {
  return { field, isNot: false, test }
}
