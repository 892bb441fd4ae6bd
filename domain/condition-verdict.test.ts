import { describe, expect, test } from 'vitest'
import { verdictOf } from './condition-verdict.ts'
import { conditionGroupSchema, type ConditionGroup } from './resident-condition.ts'

const age = (test: unknown, isNot = false) => ({ field: 'age', isNot, test })
const atLeast = (count: number) => age({ operator: 'atLeast', count, on: null })
const atMost = (count: number) => age({ operator: 'atMost', count, on: null })
const code = (field: string, ...codes: string[]) => ({
  field,
  isNot: false,
  test: { operator: 'oneOf', codes },
})
const group = (match: 'all' | 'any', ...conditions: unknown[]): ConditionGroup =>
  conditionGroupSchema.parse({ match, isNot: false, conditions })
const isAlone = { field: 'isAloneInHousehold', isNot: false, test: { operator: 'yes' } }

describe('a question', () => {
  test.each([
    ['ages that exclude each other', group('all', atLeast(80), atMost(60))],
    ['one code that is two', group('all', code('sex', '1'), code('sex', '2'))],
    ['something and its opposite', group('all', isAlone, { ...isAlone, isNot: true })],
    [
      'a choice of what never is',
      group('any', group('all', atLeast(80), atMost(60)), group('all', atLeast(9), atMost(8))),
    ],
  ])('can never hold: %s', (_name, condition) => {
    expect(verdictOf(condition)).toBe('never')
  })

  test.each([
    ['something or its opposite', group('any', isAlone, { ...isAlone, isNot: true })],
    ['not what never is', { ...group('all', atLeast(80), atMost(60)), isNot: true }],
    ['every age and no age', group('any', atLeast(60), atMost(59), age({ operator: 'empty' }))],
  ])('always holds: %s', (_name, condition) => {
    expect(verdictOf(condition)).toBe('always')
  })

  test.each([
    ['an age', group('all', atLeast(70))],
    ['ages that meet in one year', group('all', atLeast(70), atMost(70))],
    ['every known age', group('any', atLeast(60), atMost(59))],
    ['two codes of one field', group('any', code('sex', '1'), code('sex', '2'))],
  ])('depends on who is asked: %s', (_name, condition) => {
    expect(verdictOf(condition)).toBe('depends')
  })

  test('of people of an age that another part of the rule wants', () => {
    expect([verdictOf(group('all', atMost(80)), 89), verdictOf(group('all', atLeast(80)), 89)]).toEqual([
      'never',
      'always',
    ])
  })
})
