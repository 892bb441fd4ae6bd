import {
  isGroup,
  oldestAge,
  type Condition,
  type ConditionGroup,
  type FieldCondition,
} from './resident-condition.ts'

/** What can be said of a question without asking anybody. */
export type ConditionVerdict = 'never' | 'always' | 'depends'

/** Unit: combinations of answers that are tried; larger questions are left to those who ask them. */
const mostTried = 50_000

/** Something that is known of a person, in all the ways that the question tells apart. */
interface Unknown {
  readonly values: readonly unknown[]
}

type Answers = ReadonlyMap<string, unknown>

/**
 * Whether a question holds of nobody or of everybody whoever is asked: ages and single codes are tried value by value,
 * every other condition is taken to be true or false by itself.
 */
export function verdictOf(group: ConditionGroup, leastAge = 0): ConditionVerdict {
  const unknowns = new Map<string, Unknown>()
  collect(group, unknowns)
  if (leastAge > 0) unknowns.set('age', { values: agesFrom(leastAge) })
  const names = [...unknowns.keys()]
  const total = [...unknowns.values()].reduce((product, { values }) => product * values.length, 1)
  if (total > mostTried) return 'depends'
  let isEver = false
  let isAlways = true
  for (let index = 0; index < total && (isAlways || !isEver); index += 1) {
    const holds = holdsFor(group, answersAt(index, names, unknowns))
    isEver ||= holds
    isAlways &&= holds
  }
  if (!isEver) return 'never'
  return isAlways ? 'always' : 'depends'
}

function answersAt(index: number, names: readonly string[], unknowns: ReadonlyMap<string, Unknown>): Answers {
  let rest = index
  return new Map(
    names.map((name) => {
      const values = unknowns.get(name)?.values ?? []
      const value = values[rest % values.length]
      rest = Math.floor(rest / values.length)
      return [name, value]
    }),
  )
}

/** Null for an age or a code that nobody wrote down. */
const nothingKnown = null

function collect(condition: Condition, unknowns: Map<string, Unknown>): void {
  if (isGroup(condition)) {
    for (const one of condition.conditions) collect(one, unknowns)
    return
  }
  const name = unknownOf(condition)
  if (isAgeToday(condition)) unknowns.set(name, { values: [nothingKnown, ...agesFrom(0)] })
  else if (isSingleCode(condition)) {
    const known = unknowns.get(name)?.values ?? [nothingKnown, 'another']
    const codes = condition.test.operator === 'oneOf' ? condition.test.codes : []
    unknowns.set(name, { values: [...new Set([...known, ...codes])] })
  } else unknowns.set(name, { values: [true, false] })
}

function agesFrom(least: number): number[] {
  return Array.from({ length: oldestAge + 1 - least }, (_, index) => least + index)
}

function isAgeToday({ field, test }: FieldCondition): boolean {
  return field === 'age' && (!('on' in test) || test.on === null)
}

function isSingleCode({ test, field }: FieldCondition): boolean {
  return test.operator === 'oneOf' || (test.operator === 'empty' && field !== 'age')
}

function unknownOf(condition: FieldCondition): string {
  if (isAgeToday(condition)) return 'age'
  if (isSingleCode(condition)) return `code ${condition.field}`
  return JSON.stringify([condition.field, condition.test])
}

function holdsFor(condition: Condition, answers: Answers): boolean {
  return condition.isNot !== isTrueFor(condition, answers)
}

function isTrueFor(condition: Condition, answers: Answers): boolean {
  if (isGroup(condition))
    return condition.match === 'all'
      ? condition.conditions.every((one) => holdsFor(one, answers))
      : condition.conditions.some((one) => holdsFor(one, answers))
  const answer = answers.get(unknownOf(condition))
  const { test } = condition
  if (isAgeToday(condition)) return isAgeWithin(test, typeof answer === 'number' ? answer : nothingKnown)
  if (test.operator === 'empty') return answer === nothingKnown
  if (test.operator === 'oneOf') return typeof answer === 'string' && test.codes.includes(answer)
  return answer === true
}

function isAgeWithin(test: FieldCondition['test'], age: number | null): boolean {
  if (test.operator === 'empty') return age === null
  if (age === null) return false
  if (test.operator === 'atLeast') return age >= test.count
  if (test.operator === 'atMost') return age <= test.count
  return test.operator === 'fromTo' && age >= test.least && age <= test.most
}
