import { expect, it } from 'vitest'
import { asCalendarDate as on } from './calendar-date.ts'
import { laterContact, nextDueOn, overdueDays } from './claim-due.ts'

const facts = { lastContactOn: on('2026-12-28'), claimedSinceOn: on('2026-11-01'), callEveryDays: 7 }

it('the next contact is due so many days after the last one, across the year as well', () => {
  expect(nextDueOn(facts)).toBe('2027-01-04')
  expect(nextDueOn({ ...facts, lastContactOn: on('2028-02-25') })).toBe('2028-03-03')
})

it('who was never reached is due so many days after the first claim', () => {
  expect(nextDueOn({ ...facts, lastContactOn: null })).toBe('2026-11-08')
})

it('is overdue from the day after, and counts the days', () => {
  expect(
    ['2027-01-03', '2027-01-04', '2027-01-05', '2027-01-14'].map((day) => overdueDays(facts, on(day))),
  ).toEqual([0, 0, 1, 10])
})

it('a visit and a call both count, the later one', () => {
  expect(laterContact(on('2026-11-02'), on('2026-11-05'))).toEqual({ on: '2026-11-05', kind: 'call' })
  expect(laterContact(on('2026-11-05'), on('2026-11-05'))).toEqual({ on: '2026-11-05', kind: 'visit' })
  expect(laterContact(null, on('2026-11-05'))).toEqual({ on: '2026-11-05', kind: 'call' })
  expect(laterContact(null, null)).toBeNull()
})
