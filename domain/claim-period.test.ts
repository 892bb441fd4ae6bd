import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asCalendarDate } from './calendar-date.ts'
import { besides, endedBy, isRunningOn, isVoid, overlaps, voided, type ClaimPeriod } from './claim-period.ts'

const start = asCalendarDate('2026-01-01')
const period = (from: number, to: number | null): ClaimPeriod => ({
  fromOn: addDays(start, from),
  toOn: to === null ? null : addDays(start, to),
})
/** Days of a period among the first sixty; beyond them nothing begins or ends. */
const daysOf = (one: ClaimPeriod) =>
  Array.from({ length: 60 }, (_, day) => day).filter((day) => isRunningOn(one, addDays(start, day)))

const anyPeriod = fc
  .record({ from: fc.nat(40), days: fc.option(fc.integer({ min: -1, max: 15 }), { nil: null }) })
  .map(({ from, days }) => period(from, days === null ? null : from + days))

describe('the days of a claim', () => {
  it('are counted in from both ends, and of a mistake there are none', () => {
    expect(daysOf(period(3, 5))).toEqual([3, 4, 5])
    expect(daysOf(period(3, 3))).toEqual([3])
    expect(daysOf(voided(period(3, null)))).toEqual([])
    expect([isVoid(period(3, 2)), isVoid(period(3, 3)), isVoid(period(3, null))]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('end with a day at the latest, and never were where they began after it', () => {
    expect(daysOf(endedBy(period(3, null), addDays(start, 5)))).toEqual([3, 4, 5])
    expect(daysOf(endedBy(period(3, 4), addDays(start, 5)))).toEqual([3, 4])
    expect(daysOf(endedBy(period(3, null), addDays(start, 2)))).toEqual([])
  })

  it('overlap where a day belongs to both', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (one, other) => {
        const days = new Set(daysOf(one))
        expect(overlaps(one, other)).toBe(daysOf(other).some((day) => days.has(day)))
      }),
    )
  })
})

describe('what is left of a claim beside others', () => {
  it('is some of its own days and none of theirs, and the part that still runs if there is one', () => {
    fc.assert(
      fc.property(anyPeriod, fc.array(anyPeriod, { maxLength: 4 }), (one, others) => {
        const taken = new Set(others.flatMap(daysOf))
        const free = daysOf(one).filter((day) => !taken.has(day))
        const left = daysOf(besides(one, others))
        expect(left.every((day) => free.includes(day))).toBe(true)
        expect(left.length > 0).toBe(free.length > 0)
        if (one.toOn === null && others.every(({ toOn }) => toOn !== null))
          expect(besides(one, others).toOn).toBeNull()
        else expect(left[0]).toBe(free[0])
      }),
      { numRuns: 500 },
    )
  })
})
