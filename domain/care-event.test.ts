import { describe, expect, test } from 'vitest'
import { asCalendarDate } from './calendar-date.ts'
import { careEventKinds, isSealedEvent, problemsOfEvent, tidyEvent } from './care-event.ts'
import { aFamilyEvent, aHospitalStay } from './testing/builders.ts'

const then = { todayOn: asCalendarDate('2026-11-25'), birthWhen: '1950-05', diedOn: null }

test('illness and stays in hospital are health data, and nothing else is', () => {
  expect(careEventKinds.filter(isSealedEvent)).toEqual(['seriousIllness', 'hospitalStay'])
})

describe('a stay in hospital', () => {
  test.each([
    [{}, {}],
    [{ admittedOn: '2026-11-20', dischargedOn: '2026-11-20' }, {}],
    [{ hospital: '' }, { hospital: 'missing' }],
    [{ admittedOn: null }, { admittedOn: 'missing' }],
    [{ admittedOn: '2026-11-26' }, { admittedOn: 'future', reportedOn: 'beforeReport' }],
    [{ dischargedOn: '2026-11-17' }, { dischargedOn: 'beforeAdmission' }],
    [{ dischargedOn: '2026-11-26' }, { dischargedOn: 'future' }],
    [{ reportedOn: '2026-11-26' }, { reportedOn: 'future' }],
    [{ reportedOn: '2026-11-17' }, { reportedOn: 'beforeReport' }],
    [{ admittedOn: '1950-04-30' }, { admittedOn: 'beforeBirth' }],
    [{ admittedOn: '1950-05-01' }, {}],
  ])('%j has the problems %j', (overrides, problems) => {
    expect(problemsOfEvent(aHospitalStay(overrides), then)).toEqual(problems)
  })

  test('began before a death, or on its day', () => {
    const dead = { ...then, diedOn: asCalendarDate('2026-11-18') }
    expect(problemsOfEvent(aHospitalStay({ admittedOn: '2026-11-18' }), dead)).toEqual({})
    expect(problemsOfEvent(aHospitalStay({ admittedOn: '2026-11-19' }), dead)).toEqual({
      admittedOn: 'afterDeath',
    })
  })

  test('is one person’s, and has no day of a family event', () => {
    const mixed = aHospitalStay({ isForHousehold: true, happenedOn: '2026-11-01' })
    expect(tidyEvent(mixed)).toEqual(aHospitalStay())
  })
})

describe('a family event', () => {
  test('needs neither a hospital nor its own day', () => {
    expect(problemsOfEvent(aFamilyEvent({ happenedOn: null }), then)).toEqual({})
  })

  test('of a dead person’s family may come after the death', () => {
    const dead = { ...then, diedOn: asCalendarDate('2026-11-01') }
    expect(problemsOfEvent(aFamilyEvent(), dead)).toEqual({})
  })

  test('keeps nothing of a stay, and an illness is nobody’s but the person’s', () => {
    const mixed = aFamilyEvent({ hospital: '市第一医院', ward: '3', admittedOn: '2026-11-18' })
    expect(tidyEvent(mixed)).toEqual(aFamilyEvent())
    expect(tidyEvent(aFamilyEvent({ kind: 'seriousIllness' })).isForHousehold).toBe(false)
  })
})
