import { describe, expect, it } from 'vitest'
import {
  conditionFieldNames,
  operatorsOf,
  operatorsOfOwn,
  type ConditionOperator,
} from '../../../domain/condition-field.ts'
import { ownFieldKinds } from '../../../domain/own-field.ts'
import { conditionGroupSchema, type ConditionGroup } from '../../../domain/resident-condition.ts'
import {
  conditionOf,
  draftOf,
  isUnfinished,
  newRow,
  rowCondition,
  type RowValues,
} from './condition-draft.ts'

const next = { span: 'next', count: 3, unit: 'month' }
const tests: Readonly<Record<ConditionOperator, object>> = {
  contains: { text: '12' },
  is: { text: '12' },
  empty: {},
  oneOf: { codes: [] },
  in: { span: { span: 'nextQuarter' } },
  before: { day: '1945-03-02' },
  after: { day: '1945-03-02' },
  between: { from: '1945-03-02', to: '1946-03-02' },
  reaches: { years: 80, span: { span: 'last', count: 30, unit: 'day' } },
  yearly: { span: next },
  month: { months: [1, 12] },
  incomplete: {},
  atLeast: { count: 2, on: null },
  atMost: { count: 2, on: null },
  fromTo: { least: 2, most: 3, on: null },
  held: { codes: [], on: null },
  ended: { codes: [], on: '2026-11-25' },
  startedIn: { codes: [], span: next },
  endsIn: { codes: [], span: next },
  yes: {},
  no: {},
  numberAtLeast: { number: '-0.5' },
  numberAtMost: { number: '12' },
  numberFromTo: { leastNumber: '3.25', mostNumber: '1000000' },
}
const code = { sex: '2', building: '7' } as Readonly<Record<string, string>>

const ownQuestions = ownFieldKinds.flatMap((kind) =>
  operatorsOfOwn(kind).map((operator) => ({ field: 'own:3' as const, operator })),
)
const everyQuestion = [
  ...conditionFieldNames.flatMap((field) => operatorsOf(field).map((operator) => ({ field, operator }))),
  ...ownQuestions,
].map(({ field, operator }) => {
  const test = { operator, ...tests[operator] }
  return {
    field,
    isNot: operator === 'is',
    test: operator === 'oneOf' ? { operator, codes: [code[field] ?? ''] } : test,
  }
})
const all = (...conditions: readonly unknown[]): ConditionGroup =>
  // Taken as it is: the codes of most fields are left out here.
  ({ match: 'all', isNot: false, conditions }) as ConditionGroup

describe('the editor of conditions', () => {
  it.each(everyQuestion.map((one) => [`${one.field} ${one.test.operator}`, one] as const))(
    'gives back what it was opened with: %s',
    (_name, question) => {
      expect(conditionOf(draftOf(all(question)))).toEqual(all(question))
    },
  )

  it('keeps groups, and what is deeper than its lines, as they are', () => {
    const [one, two, three] = everyQuestion
    const nested = all(
      one,
      { ...all(two), match: 'any' },
      { ...all({ ...all(three), isNot: true }), isNot: true },
    )
    const draft = draftOf(nested)
    expect(draft.items.map(({ kind }) => kind)).toEqual(['row', 'group', 'fixed'])
    expect(conditionOf(draft)).toEqual(nested)
  })

  it('asks only what is filled in', () => {
    const empty = draftOf(null)
    expect([conditionOf(empty), isUnfinished(empty)]).toEqual([null, true])
    const age = (values: Partial<RowValues>) => {
      const row = newRow('age')
      return rowCondition({ ...row, values: { ...row.values, ...values } })
    }
    expect(age({ count: '\uff18\uff10' })).toMatchObject({
      test: { operator: 'atLeast', count: 80, on: null },
    })
    for (const values of [
      { count: '' },
      { count: '131' },
      { count: '-1' },
      { count: 'x' },
      { count: '80', on: '2026-2-30' },
      { count: '80', on: '1949-12-31' },
    ])
      expect(age(values)).toBeNull()
    const day = { ...newRow('birthWhen'), operator: 'before' as const }
    const typed = (text: string) => rowCondition({ ...day, values: { ...day.values, day: text } })
    expect(typed('1945.3.2')).toMatchObject({ test: { day: '1945-03-02' } })
    for (const text of ['', '1945', '1945-2-30', '1849-12-31', '2151-1-1']) expect(typed(text)).toBeNull()
  })

  it.each([
    ['age', 'atLeast', { count: '0', on: '1950-1-1' }],
    ['age', 'atMost', { count: '130', on: '2150-12-31' }],
    ['birthWhen', 'reaches', { count: '1', spanCount: '366' }],
    ['birthWhen', 'reaches', { count: '130', spanCount: '1' }],
    ['birthWhen', 'after', { day: '2150-12-31' }],
    ['careTags', 'held', { on: '1850-1-1' }],
  ] as const)('takes %s %s %o, which the ledger takes', (field, operator, values) => {
    const row = newRow(field)
    const condition = rowCondition({ ...row, operator, values: { ...row.values, ...values } })
    expect(conditionGroupSchema.safeParse(all(condition)).success).toBe(true)
  })

  it('asks nothing that the ledger would refuse', () => {
    const first = conditionFieldNames.map((field) => newRow(field))
    for (const row of first) {
      const values = { ...row.values, text: '1', count: '1', spanCount: '3', codes: [] }
      const condition = rowCondition({ ...row, values })
      if (condition === null) expect(row.operator).toBe('oneOf')
      else expect(conditionGroupSchema.safeParse(all(condition)).success).toBe(true)
    }
  })
})
