import { LunarDay, SolarDay } from 'tyme4ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, asCalendarDate } from '../../domain/calendar-date.ts'
import type { DueView } from '../../domain/due-visit-view.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import { aResidentDraft, anActor, aVisitRuleDraft, fixedClock } from '../../domain/testing/builders.ts'
import type { VisitRuleDraft } from '../../domain/visit-rule.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { festivalRules } from '../testing/festival-rules.ts'
import { visitOperations } from './visit.operations.ts'

const d = asCalendarDate
const none = { visitRuleId: null, buildingId: null, responsible: null } as const
const page = { offset: 0, limit: 200 }
const elders = {
  match: 'all',
  isNot: false,
  conditions: [{ field: 'age', isNot: false, test: { operator: 'atLeast', count: 70, on: null } }],
}

let clock = fixedClock('2025-12-01')
let ledger: Ledger
beforeEach(() => {
  clock = fixedClock('2025-12-01')
  ledger = openTestLedger({ clock })
})

async function add(overrides: Partial<Record<keyof ResidentDraft, unknown>>): Promise<number> {
  const draft = aResidentDraft({ idDocumentType: 'none', idNumber: '', ...overrides })
  return (await saveResident(ledger, { id: null, revision: null, draft })).id
}

/** The one rule there is. */
async function onlyRule(overrides: Partial<Record<keyof VisitRuleDraft, unknown>>): Promise<number> {
  for (const { id, revision } of await visitOperations['visitRule.list'](ledger))
    await visitOperations['visitRule.remove'](ledger, { id, revision })
  const draft = aVisitRuleDraft(overrides)
  return (await visitOperations['visitRule.save'](ledger, { id: null, revision: null, draft })).id
}

async function due(on: string, view: DueView = 'today') {
  clock.moveTo(on)
  const { rows } = await visitOperations['dueVisit.list'](ledger, { filter: { ...none, view }, ...page })
  return rows.map(({ residentId }) => residentId)
}

async function visit(
  residentIds: number[],
  visitedOn: string,
  outcome: 'done' | 'absent' | 'refused' = 'done',
) {
  clock.moveTo(visitedOn)
  return visitOperations['dueVisit.record'](ledger, {
    residentIds,
    outcome,
    visitedOn: d(visitedOn),
    visitor: '孙梅',
    note: '',
  })
}

describe('before the lunar new year', () => {
  test('people are due from the first day of the window to the festival, then overdue for 30 days', async () => {
    await onlyRule({ trigger: { kind: 'festival', festivals: ['springFestival'] }, condition: elders })
    const id = await add({ birthWhen: '1950-05-20' })
    await add({ birthWhen: '1990-05-20' })
    expect([await due('2026-02-01'), await due('2026-02-01', 'week')]).toEqual([[], []])
    // The window opens on Monday the 2nd; on that Sunday the week is over.
    expect(await due('2026-02-02')).toEqual([id])
    expect(await due('2026-02-17')).toEqual([id])
    expect([await due('2026-02-18'), await due('2026-02-18', 'overdue')]).toEqual([[], [id]])
    expect(await due('2026-03-19', 'overdue')).toEqual([id])
    expect(await due('2026-03-20', 'overdue')).toEqual([])
  })

  test('who turns 70 on the eve belongs to it, and the year’s turn breaks no window', async () => {
    await onlyRule({
      trigger: { kind: 'festival', festivals: ['newYearsDay', 'springFestival'] },
      condition: elders,
    })
    const id = await add({ birthWhen: '1956-02-16' })
    expect(await due('2025-12-20')).toEqual([])
    expect(await due('2026-02-10')).toEqual([id])
    expect(await due('2026-12-20')).toEqual([id])
    await visit([id], '2026-12-20')
    expect([await due('2027-01-01'), await due('2027-01-20')]).toEqual([[], []])
    expect(await due('2027-01-22')).toEqual([id])
  })

  test('a visit before the window does not count, one within or after it does', async () => {
    await onlyRule({ trigger: { kind: 'festival', festivals: ['springFestival'] }, condition: elders })
    const [early, within, late] = [
      await add({ birthWhen: '1950-05-20' }),
      await add({ birthWhen: '1950-05-20' }),
      await add({ birthWhen: '1950-05-20' }),
    ]
    clock.moveTo('2026-02-01')
    await visitOperations['visitTask.recordOther'](ledger, {
      residentIds: [early],
      reason: '路过',
      outcome: 'done',
      visitedOn: d('2026-02-01'),
      visitor: '孙梅',
      note: '',
    })
    await due('2026-02-05')
    await visit([within], '2026-02-05')
    expect(await due('2026-02-06')).toEqual([early, late])
    expect(await due('2026-02-20', 'overdue')).toEqual([early, late])
    await visit([late], '2026-02-20')
    expect(await due('2026-02-20', 'overdue')).toEqual([early])
  })

  test('nobody at home is still due, says so, and is one visit however often it was tried', async () => {
    await onlyRule({ condition: elders })
    const id = await add({ birthWhen: '1950-05-20' })
    await due('2025-12-20')
    await visit([id], '2025-12-20', 'absent')
    const filter = { ...none, view: 'today' } as const
    const { rows } = await visitOperations['dueVisit.list'](ledger, { filter, ...page })
    expect(rows).toMatchObject([{ residentId: id, lastTry: { outcome: 'absent', visitedOn: '2025-12-20' } }])
    await due('2025-12-22')
    await visit([id], '2025-12-22')
    expect(await due('2025-12-22')).toEqual([])
    expect(await visitOperations['resident.visits'](ledger, { id })).toMatchObject([
      { outcome: 'done', visitedOn: '2025-12-22', roundName: null, reasons: ['节前走访'] },
    ])
  })

  test('somebody in a round is written down there, and the round’s figures move', async () => {
    const id = await add({ birthWhen: '1940-05-20', livingArrangement: 'alone' })
    const rules = await festivalRules(ledger, 'newYearsDay')
    const round = await visitOperations['visitRound.create'](ledger, {
      name: '元旦',
      festival: 'newYearsDay',
      year: 2026,
      cutoffOn: d('2026-01-01'),
      ruleIds: rules.map((rule) => rule.id),
    })
    await due('2025-12-25')
    await visit([id], '2025-12-25')
    expect(await visitOperations['visitRound.get'](ledger, { id: round.id })).toMatchObject({ doneCount: 1 })
    expect(ledger.raw.prepare('SELECT count(*) FROM visitTask').pluck().get()).toBe(1)
  })

  test('several reasons are one row and one visit with every reason', async () => {
    const id = await add({ birthWhen: '1940-05-20', livingArrangement: 'alone' })
    clock.moveTo('2025-12-25')
    const filter = { ...none, view: 'today' } as const
    const { rows, totalCount } = await visitOperations['dueVisit.list'](ledger, { filter, ...page })
    expect([totalCount, rows[0]?.reasons.map(({ name }) => name)]).toEqual([1, ['70周岁及以上', '独居']])
    await visit([id], '2025-12-25')
    expect(await due('2025-12-25')).toEqual([])
    expect(await visitOperations['resident.visits'](ledger, { id })).toMatchObject([
      { reasons: ['70周岁及以上', '独居'] },
    ])
  })

  test('who is let pass is not asked for again this time, but at the next festival', async () => {
    await onlyRule({ condition: elders })
    const id = await add({ birthWhen: '1950-05-20' })
    await due('2025-12-25')
    await visitOperations['dueVisit.letPass'](ledger, { residentId: id, reason: '去外地过年' })
    expect([await due('2025-12-26'), await due('2026-02-10')]).toEqual([[], [id]])
  })

  test('a household is written down at once, and a second time is refused', async () => {
    await onlyRule({ condition: elders })
    const couple = [await add({ birthWhen: '1950-05-20' }), await add({ birthWhen: '1951-05-20' })]
    const filter = { ...none, view: 'today' } as const
    clock.moveTo('2025-12-25')
    const list = await visitOperations['dueVisit.list'](ledger, { filter, ...page })
    expect([list.totalCount, list.householdCount]).toEqual([2, 1])
    expect(list.rows[0]?.housemates.map(({ residentId }) => residentId)).toEqual([couple[1]])
    expect(await visit(couple, '2025-12-25')).toEqual({ residentCount: 2 })
    await expect(visit(couple, '2025-12-25')).rejects.toMatchObject({ failure: { code: 'staleRecord' } })
  })
})

describe('who is on no list', () => {
  test('those reported dead, the moved out and the removed; a corrected birth changes it at once', async () => {
    await onlyRule({ condition: elders })
    const people = ['movedOut', 'deathReported', 'deceased', 'here']
    const ids = []
    for (const presence of people) {
      const id = await add({ birthWhen: '1950-05-20' })
      ledger.raw.prepare('UPDATE resident SET presence = ? WHERE id = ?').run(presence, id)
      ids.push(id)
    }
    expect(await due('2025-12-25')).toEqual([ids[3]])
    ledger.raw.prepare(`UPDATE resident SET birthWhen = '1980-05-20' WHERE id = ?`).run(ids[3])
    expect(await due('2025-12-25')).toEqual([])
  })

  test('without rules, or with rules switched off, nobody', async () => {
    const id = await onlyRule({ condition: elders })
    await add({ birthWhen: '1950-05-20' })
    const [rule] = await visitOperations['visitRule.list'](ledger)
    const draft = aVisitRuleDraft({ condition: elders, isActive: false })
    await visitOperations['visitRule.save'](ledger, { id, revision: rule?.revision ?? 0, draft })
    expect(await due('2025-12-25')).toEqual([])
  })
})

describe('birthdays', () => {
  test('of 90 by either calendar, with both counts of age, by a second lunar library', async () => {
    await onlyRule({
      trigger: { kind: 'birthday', calendar: 'own', minimumAge: 90 },
      daysBefore: 7,
      daysAfter: 7,
    })
    const gregorian = await add({ birthWhen: '1936-02-29' })
    // Worked example 20: the 90th lunar birthday is 2026-04-21.
    const lunar = await add({
      birthWhen: '1936-04-25',
      lunarBirth: { year: null, month: 3, day: 5, isLeap: true },
    })
    const young = await add({ birthWhen: '1940-03-01' })
    const found = new Map<number, Set<string>>()
    for (let on = d('2025-12-01'); on < '2028-03-01'; on = addDays(on, 5)) {
      clock.moveTo(on)
      const filter = { ...none, view: 'today' } as const
      const { rows } = await visitOperations['dueVisit.list'](ledger, { filter, ...page })
      for (const { residentId, reasons } of rows)
        for (const { occasionOn, turning, xusui } of reasons) {
          const days = found.get(residentId) ?? new Set<string>()
          found.set(residentId, days.add(`${occasionOn} ${String(turning)} ${String(xusui)}`))
        }
    }
    expect([...(found.get(gregorian) ?? [])]).toEqual([
      '2026-02-28 90 91',
      '2027-02-28 91 92',
      '2028-02-29 92 93',
    ])
    const lunarDays = [2026, 2027].map((year) => {
      const solar = LunarDay.fromYmd(year, 3, 5).getSolarDay()
      const birthYear = SolarDay.fromYmd(1936, 4, 25).getLunarDay().getYear()
      const age = year - birthYear
      return `${solar.toString().replace(/(\d+)年(\d+)月(\d+)日/, (_, y: string, m: string, day: string) => `${y}-${m.padStart(2, '0')}-${day.padStart(2, '0')}`)} ${age} ${age + 1}`
    })
    expect([...(found.get(lunar) ?? [])]).toEqual(lunarDays)
    expect(found.has(young)).toBe(false)
  }, 120_000)

  test('are told nobody who may not see the day of birth', async () => {
    await onlyRule({ trigger: { kind: 'birthday', calendar: 'own', minimumAge: 0 } })
    await add({ birthWhen: '1950-12-05' })
    expect(await due('2025-12-03')).toHaveLength(1)
    const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
    const filter = { ...none, view: 'today' } as const
    const { totalCount } = await visitOperations['dueVisit.list'](viewer, { filter, ...page })
    expect(totalCount).toBe(0)
  })
})

describe('so many days after the last contact', () => {
  test('from the last completed visit, at once for whoever had none, and without end while nobody goes', async () => {
    await onlyRule({
      trigger: { kind: 'interval', days: 30 },
      daysBefore: 0,
      daysAfter: 3,
      startsOn: '2025-12-01',
    })
    const id = await add({ birthWhen: '1950-05-20' })
    expect(await due('2025-12-01')).toEqual([id])
    expect(await due('2026-06-01', 'overdue')).toEqual([id])
    await visit([id], '2026-06-01')
    expect([await due('2026-06-30'), await due('2026-07-01'), await due('2026-07-04')]).toEqual([
      [],
      [id],
      [id],
    ])
    expect(await due('2026-07-05', 'overdue')).toEqual([id])
  })

  test('let pass, however late, it comes again after as many days, and a visit all the same counts', async () => {
    await onlyRule({
      trigger: { kind: 'interval', days: 30 },
      daysBefore: 0,
      daysAfter: 3,
      startsOn: '2025-12-01',
    })
    const id = await add({ birthWhen: '1950-05-20' })
    expect(await due('2026-10-01', 'overdue')).toEqual([id])
    await visitOperations['dueVisit.letPass'](ledger, { residentId: id, reason: '住到儿子家' })
    expect([await due('2026-10-01', 'overdue'), await due('2026-10-30'), await due('2026-10-31')]).toEqual([
      [],
      [],
      [id],
    ])
    await visit([id], '2026-10-31')
    expect(await due('2026-11-05', 'overdue')).toEqual([])
    expect(
      ledger.raw
        .prepare("SELECT count(*) FROM visitTask WHERE outcome = 'done' AND isRemoved = 0")
        .pluck()
        .get(),
    ).toBe(1)
  })
})

test('a tag that begins makes a visit due for so many days', async () => {
  await onlyRule({ trigger: { kind: 'careTag', careTags: ['lowIncome'] }, daysBefore: 0, daysAfter: 10 })
  const id = await add({ careTags: [{ careTag: 'lowIncome', fromOn: '2026-03-05', toOn: null }] })
  await add({ careTags: [{ careTag: 'veteran', fromOn: '2026-03-05', toOn: null }] })
  expect([await due('2026-03-04'), await due('2026-03-05'), await due('2026-03-15')]).toEqual([
    [],
    [id],
    [id],
  ])
  expect(await due('2026-03-16', 'overdue')).toEqual([id])
})

test('an event’s visit is due until its day, and its rule is named to nobody', async () => {
  const id = await add({ birthWhen: '1980-05-20' })
  const rule = (await visitOperations['visitRule.list'](ledger)).find(({ name }) => name === '大病住院')
  ledger.raw
    .prepare(
      `INSERT INTO visitTask (residentId, visitRuleId, occasionOn, careEventId, isAddedByHand, addedReason,
         isRemoved, removedReason, outcome, visitor, note) VALUES (?, ?, '2025-12-10', 1, 0, '', 0, '', 'pending', '', '')`,
    )
    .run(id, rule?.id)
  expect(await due('2025-12-05')).toEqual([id])
  expect(await visitOperations['dueVisit.ofResident'](ledger, { id })).toMatchObject([
    { name: '', visitRuleId: null },
  ])
  await visit([id], '2025-12-06')
  expect([await due('2025-12-06'), await due('2025-12-12', 'overdue')]).toEqual([[], []])
})
