import { describe, expect, it } from 'vitest'
import { asCalendarDate } from './calendar-date.ts'
import { conditionFieldNames, conditionFields } from './condition-field.ts'
import { daysOfSpan, type Span } from './condition-span.ts'
import { recordFields } from './record-change.ts'
import { conditionGroupSchema } from './resident-condition.ts'
import { presenceSchema } from './resident.ts'

it('asks about every field of a record', () => {
  // Own fields are asked about by their keys.
  const asked = new Set<string | null>([
    'ownValues',
    ...conditionFieldNames.map((field) => conditionFields[field].of),
  ])
  expect(recordFields.filter((field) => !asked.has(field))).toEqual([])
  expect(conditionFields.presence.codes).toEqual(presenceSchema.options)
})

const isWoman = { field: 'sex', isNot: false, test: { operator: 'oneOf', codes: ['2'] } }
const all = (...conditions: readonly unknown[]) => ({ match: 'all', isNot: false, conditions })
const isRefused = (group: unknown) => !conditionGroupSchema.safeParse(group).success

describe('a question that is refused', () => {
  it.each([
    ['nothing is asked', all()],
    ['a field that there is none of', all({ ...isWoman, field: 'sealedMatter' })],
    ['what is not asked of such a field', all({ ...isWoman, field: 'age' })],
    ['a code of another field', all({ ...isWoman, test: { operator: 'oneOf', codes: ['alone'] } })],
    ['no code', all({ ...isWoman, test: { operator: 'oneOf', codes: [] } })],
    [
      'a building that is no number',
      all({ ...isWoman, field: 'building', test: { operator: 'oneOf', codes: ['x'] } }),
    ],
    ['blanks for a text', all({ ...isWoman, field: 'note', test: { operator: 'contains', text: '  ' } })],
    [
      'a day that is none',
      all({ ...isWoman, field: 'birthWhen', test: { operator: 'before', day: '1945-02-30' } }),
    ],
    [
      'an age before anybody was born',
      all({ ...isWoman, field: 'age', test: { operator: 'atLeast', count: 1, on: '1900-01-01' } }),
    ],
    [
      'the size of a household on another day',
      all({ ...isWoman, field: 'householdSize', test: { operator: 'atLeast', count: 1, on: '2026-01-01' } }),
    ],
    ['a fifth level', all(all(all(all(all(isWoman)))))],
    ['more than anybody reads', all(...Array.from({ length: 61 }, () => isWoman))],
    [
      'more than anybody reads in groups',
      all(...Array.from({ length: 4 }, () => all(...Array.from({ length: 16 }, () => isWoman)))),
    ],
  ])('%s', (_name, group) => {
    expect(isRefused(all(isWoman))).toBe(false)
    expect(isRefused(group)).toBe(true)
  })

  it('takes four levels', () => {
    expect(isRefused(all(all(all(all(isWoman)))))).toBe(false)
  })
})

describe('a span', () => {
  it.each<[Span, string, string, string]>([
    [{ span: 'next', count: 30, unit: 'day' }, '2026-11-25', '2026-11-25', '2026-12-25'],
    [{ span: 'next', count: 3, unit: 'month' }, '2026-11-30', '2026-11-30', '2027-02-28'],
    [{ span: 'last', count: 1, unit: 'year' }, '2028-02-29', '2027-02-28', '2028-02-29'],
    [{ span: 'nextQuarter' }, '2026-11-25', '2027-01-01', '2027-03-31'],
    [{ span: 'lastQuarter' }, '2026-01-01', '2025-10-01', '2025-12-31'],
    [{ span: 'thisMonth' }, '2028-02-10', '2028-02-01', '2028-02-29'],
    [{ span: 'nextYear' }, '2026-12-31', '2027-01-01', '2027-12-31'],
    [{ span: 'last', count: 366, unit: 'year' }, '2026-11-25', '1800-01-01', '2026-11-25'],
  ])('%j on %s', (span, todayOn, from, to) => {
    expect(daysOfSpan(span, asCalendarDate(todayOn))).toEqual({ from, to })
  })
})
