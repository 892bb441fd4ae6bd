import { describe, expect, it } from 'vitest'
import { asCalendarDate } from './calendar-date.ts'
import {
  isPresentOn,
  lifeEventProblem,
  nextLifeEvents,
  presenceAfter,
  withdrawableEvent,
  type LifeEventKind,
  type LifeStep,
} from './life-event.ts'

const on = asCalendarDate
const todayOn = on('2026-11-25')
const steps = (...list: readonly (readonly [LifeEventKind, string])[]): LifeStep[] =>
  list.map(([kind, happenedOn], index) => ({ id: index + 1, kind, happenedOn, withdrawnAt: null }))

describe('whether somebody counts on a day', () => {
  it('is up to the day before moving out, and again from the day of coming back', () => {
    const events = steps(['movedOut', '2020-05-10'], ['movedBack', '2021-03-01'])
    const days = ['2020-05-09', '2020-05-10', '2021-02-28', '2021-03-01']
    expect(days.map((day) => isPresentOn(events, null, on(day)))).toEqual([true, false, false, true])
  })

  it('begins with the day of moving in where that is known, and with birth in any case', () => {
    const events = steps(['movedIn', '2019-01-01'])
    expect(isPresentOn(events, '1950-01-01', on('2018-12-31'))).toBe(false)
    expect(isPresentOn(events, '1950-01-01', on('2019-01-01'))).toBe(true)
    expect(isPresentOn([], '2020-06', on('2020-05-31'))).toBe(false)
    expect(isPresentOn([], '2020-06', on('2020-06-01'))).toBe(true)
    expect(isPresentOn([], null, on('1900-01-01'))).toBe(true)
  })

  it('is not changed by a report of death, and ends with the day of a death', () => {
    const reported = steps(['deathReported', '2026-11-01'])
    expect(isPresentOn(reported, null, todayOn)).toBe(true)
    const dead = steps(['deathReported', '2026-11-01'], ['deathConfirmed', '2026-11-03'])
    expect([isPresentOn(dead, null, on('2026-11-02')), isPresentOn(dead, null, on('2026-11-03'))]).toEqual([
      true,
      false,
    ])
  })

  it('takes no notice of what was taken back', () => {
    const events = steps(['movedOut', '2020-05-10']).map((step) => ({ ...step, withdrawnAt: 'x' }))
    expect(isPresentOn(events, null, todayOn)).toBe(true)
    expect([presenceAfter(events), withdrawableEvent(events)]).toEqual(['here', null])
  })
})

describe('what may be written down next', () => {
  it('follows from where somebody is', () => {
    expect(nextLifeEvents([])).toEqual(['movedIn', 'movedOut', 'deathReported', 'deathConfirmed'])
    expect(nextLifeEvents(steps(['movedOut', '2020-01-01']))).toEqual([
      'movedBack',
      'deathReported',
      'deathConfirmed',
    ])
    expect(nextLifeEvents(steps(['deathReported', '2020-01-01']))).toEqual(['deathConfirmed'])
    expect(nextLifeEvents(steps(['deathConfirmed', '2020-01-01']))).toEqual([])
  })

  it.each([
    ['movedOut', '2026-11-26', 'future'],
    ['movedOut', '1949-12-30', 'beforeBirth'],
    ['movedBack', '2026-01-01', 'notNext'],
    ['movedOut', '2026-01-01', null],
  ] as const)('%s on %s: %s', (kind, happenedOn, problem) => {
    expect(lifeEventProblem({ kind, happenedOn }, [], { todayOn, birthWhen: '1949-12-31' })).toBe(problem)
  })

  it('never lies before the last', () => {
    const events = steps(['movedOut', '2020-05-10'])
    const back = { kind: 'movedBack', happenedOn: '2020-05-09' } as const
    expect(lifeEventProblem(back, events, { todayOn, birthWhen: null })).toBe('beforeLast')
  })
})
