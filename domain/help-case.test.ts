import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { asCalendarDate } from './calendar-date.ts'
import { daysOpen, problemsOfCase } from './help-case.ts'
import { aHelpCase } from './testing/builders.ts'

const todayOn = asCalendarDate('2026-11-25')
const step = (takenOn: string) => ({ takenOn, text: '联系墓园', takenBy: '丁社工' })

describe('the days a case is open', () => {
  test.each([
    // DOMAIN 1.2 row 10: five months.
    ['2012-05-01', '2012-10-01', 153],
    ['2026-11-25', null, 0],
    ['2026-11-24', null, 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-02-28', '2025-03-01', 1],
  ])('opened on %s and closed on %s they are %i, without the first', (openedOn, closedOn, days) => {
    const closed = closedOn === null ? null : asCalendarDate(closedOn)
    expect(daysOpen({ openedOn: asCalendarDate(openedOn), closedOn: closed }, todayOn)).toBe(days)
  })

  test('are those of the calendar, whatever the clocks did', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 4000 }), (start, length) => {
        const openedOn = Temporal.PlainDate.from('1990-01-01').add({ days: start })
        const closedOn = openedOn.add({ days: length })
        const dates = {
          openedOn: asCalendarDate(openedOn.toString()),
          closedOn: asCalendarDate(closedOn.toString()),
        }
        expect(daysOpen(dates, todayOn)).toBe(length)
      }),
    )
  })
})

describe('a case', () => {
  test.each([
    [{}, {}],
    [{ openedOn: '2026-11-26' }, { openedOn: 'future' }],
    [{ steps: [step('2026-06-01'), step('2026-05-31')] }, { 'steps.1.takenOn': 'beforeOpening' }],
    [{ steps: [step('2026-11-26')] }, { 'steps.0.takenOn': 'future' }],
    [{ outcome: 'solved', closedOn: '2026-06-01', result: '退了' }, {}],
    [{ outcome: 'solved', closedOn: null, result: '退了' }, { closedOn: 'missing' }],
    [{ outcome: 'partly', closedOn: '2026-06-01', result: ' ' }, { result: 'missing' }],
    [{ outcome: 'notSolved', closedOn: '2026-05-31', result: '没成' }, { closedOn: 'beforeOpening' }],
    [{ outcome: 'withdrawn', closedOn: '2026-11-26', result: '不办了' }, { closedOn: 'future' }],
    [{ closedOn: '2026-06-02' }, { closedOn: 'notClosed' }],
    [
      { outcome: 'solved', closedOn: '2026-06-02', result: '退了', steps: [step('2026-06-03')] },
      { 'steps.0.takenOn': 'afterClosing' },
    ],
  ])('%j has the problems %j', (overrides, problems) => {
    expect(problemsOfCase(aHelpCase(overrides), todayOn)).toEqual(problems)
  })
})
