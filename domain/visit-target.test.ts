import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { asCalendarDate, partialDateSchema, type CalendarDate } from './calendar-date.ts'
import { isTargetOf, type VisitSubject } from './visit-target.ts'

const d = asCalendarDate

function aSubject(facts: Partial<Omit<VisitSubject, 'birthWhen'>> & { readonly birthWhen?: string } = {}) {
  return {
    birthWhen: facts.birthWhen === undefined ? null : partialDateSchema.parse(facts.birthWhen),
    livingArrangement: facts.livingArrangement ?? null,
    careTags: facts.careTags ?? [],
  } satisfies VisitSubject
}

const anyDate = fc
  .integer({ min: -25_000, max: 25_000 })
  .map((days) => d(Temporal.PlainDate.from('1970-01-01').add({ days }).toString()))

test('an age is reached on the birthday itself, counted by a date library', () => {
  fc.assert(
    fc.property(anyDate, anyDate, fc.integer({ min: 0, max: 130 }), (birthOn, cutoffOn, years) => {
      const rule = { criterion: 'minimumAge', value: String(years) } as const
      // The library moves 29 February to the 28th in common years, as the product's default rule does.
      const reachedOn = Temporal.PlainDate.from(birthOn).add({ years }).toString()
      expect(isTargetOf(rule, aSubject({ birthWhen: birthOn }), cutoffOn)).toBe(reachedOn <= cutoffOn)
    }),
    { numRuns: 1000 },
  )
})

test('people born on 29 February are due from 28 February of a common year', () => {
  const rule = { criterion: 'minimumAge', value: '70' } as const
  const born = aSubject({ birthWhen: '1940-02-29' })
  expect(isTargetOf(rule, born, d('2010-02-27'))).toBe(false)
  expect(isTargetOf(rule, born, d('2010-02-28'))).toBe(true)
})

test.each(['1945', '1945-03', 'XXXX-03-02', undefined])('a birth known as %s reaches no age', (birthWhen) => {
  const subject = aSubject(birthWhen === undefined ? {} : { birthWhen })
  expect(isTargetOf({ criterion: 'minimumAge', value: '0' }, subject, d('2027-02-05'))).toBe(false)
})

test('a care tag counts from its first to its last day, and for ever where a side is open', () => {
  const rule = { criterion: 'careTag', value: 'disabled' } as const
  const isDue = (fromOn: CalendarDate | null, toOn: CalendarDate | null, on: string) =>
    isTargetOf(rule, aSubject({ careTags: [{ careTag: 'disabled', fromOn, toOn }] }), d(on))
  const [first, last] = [d('2026-03-01'), d('2027-02-05')]
  expect(
    ['2026-02-28', '2026-03-01', '2027-02-05', '2027-02-06'].map((on) => isDue(first, last, on)),
  ).toEqual([false, true, true, false])
  expect([
    isDue(null, last, '1990-01-01'),
    isDue(first, null, '2080-01-01'),
    isDue(null, null, '2027-02-05'),
  ]).toEqual([true, true, true])
  const other = aSubject({ careTags: [{ careTag: 'lowIncome', fromOn: null, toOn: null }] })
  expect(isTargetOf(rule, other, d('2027-02-05'))).toBe(false)
})

test('a living arrangement must be the very one of the rule', () => {
  const rule = { criterion: 'livingArrangement', value: 'alone' } as const
  const isDue = (livingArrangement: string | null) =>
    isTargetOf(rule, aSubject({ livingArrangement }), d('2027-02-05'))
  expect([isDue('alone'), isDue('withSpouse'), isDue(null)]).toEqual([true, false, false])
})
