import { beforeAll, describe, expect, it } from 'vitest'
import type { FigureLine, VisitKind } from '../../domain/visit-figures.ts'
import { aDiaryDraft, anActor, aResidentDraft } from '../../domain/testing/builders.ts'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { offeredRetentionRules } from '../../domain/retention.ts'
import { diaryOperations } from '../diary/diary.operations.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { recordLifeEvent } from '../life/life-event.service.ts'
import { saveResident } from '../resident/resident.service.ts'
import { erasePeople } from '../retention/erase-people.service.ts'
import { retentionOperations } from '../retention/retention.operations.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { visitFigureOperations } from './visit-figure.operations.ts'

const director = anActor({ staffId: 1, name: '赵主任' })
const worker = anActor({ staffId: 2, name: '王社工', role: 'worker' })

async function aPerson(ledger: Ledger, name: string, room: string) {
  const draft = aResidentDraft({ name, phones: [], dwelling: { building: '1号楼', unit: '1', room } })
  return saveResident(ledger, { id: null, revision: null, draft })
}

interface Made {
  readonly residentId: number
  readonly on: string
  /** The round or the rule it came of. */
  readonly roundId?: number
  readonly ruleId?: number
  readonly outcome?: string
  readonly isRemoved?: number
}

function visit(
  ledger: Ledger,
  { residentId, on, roundId, ruleId, outcome = 'done', isRemoved = 0 }: Made,
): void {
  ledger.raw
    .prepare(
      `INSERT INTO visitTask (visitRoundId, residentId, visitRuleId, isAddedByHand, addedReason, isRemoved,
         removedReason, outcome, visitedOn, visitor, note) VALUES (?, ?, ?, 0, '', ?, '', ?, ?, '小李', '')`,
    )
    .run(roundId ?? null, residentId, ruleId ?? null, isRemoved, outcome, on)
}

function round(ledger: Ledger, name: string, festival: string): number {
  return Number(
    ledger.raw
      .prepare(
        `INSERT INTO visitRound (name, festival, year, festivalOn, cutoffOn, createdAt)
         VALUES (?, ?, 2026, '2026-02-17', '2026-02-16', '')`,
      )
      .run(name, festival).lastInsertRowid,
  )
}

function call(ledger: Ledger, residentId: number, on: string, result: string): void {
  ledger.raw
    .prepare(
      `INSERT INTO phoneCall (residentId, calledOn, caller, result, note, followUp, recordedAt, staffName, revision)
       VALUES (?, ?, '小李', ?, '', '', '', '', 1)`,
    )
    .run(residentId, on, result)
}

const ruleOf = (ledger: Ledger, kind: string) =>
  ledger.raw
    .prepare<[string], number>('SELECT id FROM visitRule WHERE triggerKind = ? ORDER BY id')
    .pluck()
    .get(kind)

async function figures(ledger: Ledger, year: number | null) {
  const sheet = await visitFigureOperations['visitFigure.sheet'](ledger, { year })
  return {
    periods: sheet.periods,
    of: (line: FigureLine, period?: string) => {
      const found = sheet.lines.find((one) => one.line === line)
      return period === undefined ? found?.total : found?.figures[sheet.periods.indexOf(period)]
    },
  }
}

const rows = (ledger: Ledger, line: FigureLine, period: string | null = null, year: number | null = 2026) =>
  visitFigureOperations['visitFigure.rows'](ledger, { year, line, period, offset: 0, limit: 200 })

it('counts several people of one door on one day as several in persons and as one to the door', async () => {
  const ledger = openTestLedger({ actor: director })
  const [one, two] = [await aPerson(ledger, '王大爷', '101'), await aPerson(ledger, '李阿姨', '101')]
  ledger.raw.prepare('UPDATE resident SET householdId = ? WHERE id = ?').run(one.householdId, two.id)
  const other = await aPerson(ledger, '张奶奶', '102')
  const roundId = round(ledger, '春节走访', 'springFestival')
  visit(ledger, { residentId: one.id, on: '2026-02-10', roundId })
  visit(ledger, { residentId: two.id, on: '2026-02-10', roundId })
  visit(ledger, { residentId: other.id, on: '2026-02-10', roundId })
  // The same door on another day, and for another reason on the same day.
  visit(ledger, { residentId: one.id, on: '2026-02-11' })
  visit(ledger, { residentId: two.id, on: '2026-02-10' })
  // What was not made, or taken off, or is of another year.
  visit(ledger, { residentId: other.id, on: '2026-02-12', outcome: 'absent' })
  visit(ledger, { residentId: other.id, on: '2026-02-13', isRemoved: 1 })
  visit(ledger, { residentId: other.id, on: '2025-12-31' })
  const sheet = await figures(ledger, 2026)
  expect(sheet.of('visits:festival', '2026-02')).toBe(3)
  expect(sheet.of('households:festival', '2026-02')).toBe(2)
  expect(sheet.of('visits:adHoc')).toBe(2)
  expect(sheet.of('households:adHoc')).toBe(2)
  expect(sheet.of('visits:all')).toBe(5)
  // Of the first door one on the tenth, whatever it was for, and one on the eleventh.
  expect(sheet.of('households:all')).toBe(3)
  expect(sheet.of('people')).toBe(3)
  expect(sheet.of('visits:all', '2026-01')).toBe(0)
  const doors = await rows(ledger, 'households:all', '2026-02')
  expect(doors.rows.map(({ on, name, visitCount }) => [on, name.split('、').length, visitCount])).toEqual([
    ['2026-02-11', 1, 1],
    ['2026-02-10', 1, 1],
    ['2026-02-10', 2, 3],
  ])
})

it('counts calls by whether somebody was reached, entries by their day, and people once in a period', async () => {
  const ledger = openTestLedger({ actor: director })
  const [one, two] = [await aPerson(ledger, '王大爷', '101'), await aPerson(ledger, '李阿姨', '102')]
  call(ledger, one.id, '2026-03-01', 'reached')
  call(ledger, one.id, '2026-03-31', 'reached')
  call(ledger, two.id, '2026-03-02', 'noAnswer')
  call(ledger, two.id, '2026-04-01', 'reached')
  ledger.raw
    .prepare(`UPDATE phoneCall SET withdrawnAt = 'x', withdrawnBy = 'x' WHERE calledOn = '2026-03-31'`)
    .run()
  visit(ledger, { residentId: one.id, on: '2026-04-02' })
  for (const [entryOn, isSealed] of [
    ['2026-03-05', false],
    ['2026-03-06', true],
    ['2026-05-01', false],
  ] as const)
    await diaryOperations['diary.save'](ledger, {
      id: null,
      revision: null,
      draft: aDiaryDraft({ entryOn, isSealed, residentIds: [one.id] }),
    })
  const sheet = await figures(ledger, 2026)
  expect([sheet.of('calls', '2026-03'), sheet.of('missedCalls', '2026-03'), sheet.of('calls')]).toEqual([
    1, 1, 2,
  ])
  expect([sheet.of('diary', '2026-03'), sheet.of('diary')]).toEqual([2, 3])
  expect([sheet.of('people', '2026-03'), sheet.of('people', '2026-04'), sheet.of('people')]).toEqual([
    1, 2, 2,
  ])
  const people = await rows(ledger, 'people')
  expect(people.rows.map(({ name, visitCount, callCount }) => [name, visitCount, callCount])).toEqual([
    ['王大爷', 1, 1],
    ['李阿姨', 0, 1],
  ])
  const entries = await rows(ledger, 'diary', '2026-03')
  expect(entries.rows.map(({ title, name }) => [title, name])).toEqual([
    ['2026-002', ''],
    ['2026-001', '王大爷'],
  ])
})

it('tells visits by what brought them about, and whom those of illness were made to only to directors', async () => {
  const ledger = openTestLedger({ actor: director })
  const person = await aPerson(ledger, '王大爷', '101')
  const expected: [VisitKind, Partial<Made>][] = [
    ['festival', { roundId: round(ledger, '中秋走访', 'midAutumn') }],
    ['round', { roundId: round(ledger, '每月走访', 'monthly') }],
    ['adHoc', {}],
  ]
  for (const kind of ['birthday', 'hospitalStay', 'familyEvent'] as const) {
    const ruleId = ruleOf(ledger, kind)
    if (ruleId !== undefined) expected.push([kind, { ruleId }])
  }
  expected.forEach(([, made], index) =>
    visit(ledger, { residentId: person.id, on: `2026-0${index + 1}-01`, ...made }),
  )
  const sheet = await figures(ledger, 2026)
  for (const [index, [kind]] of expected.entries()) {
    expect([kind, sheet.of(`visits:${kind}`), sheet.of(`visits:${kind}`, `2026-0${index + 1}`)]).toEqual([
      kind,
      1,
      1,
    ])
    expect((await rows(ledger, `visits:${kind}`)).rows).toMatchObject([{ name: '王大爷', kind }])
  }
  const as = ledgerFor(ledger, worker)
  const isThere = expected.some(([kind]) => kind === 'hospitalStay')
  expect(isThere).toBe(true)
  expect(await rows(as, 'visits:hospitalStay')).toEqual({
    totalCount: 0,
    rows: [],
    namelessCount: 0,
    withheldCount: 1,
  })
  const all = await rows(as, 'visits:all')
  expect(all.totalCount).toBe(expected.length)
  expect(all.rows.map(({ kind }) => kind)).not.toContain('hospitalStay')
})

it('keeps its figures when people are deleted for good, and tells of them without names', async () => {
  const ledger = openTestLedger({ actor: director })
  const [one, two] = [await aPerson(ledger, '王大爷', '101'), await aPerson(ledger, '李阿姨', '101')]
  const other = await aPerson(ledger, '张奶奶', '102')
  ledger.raw.prepare('UPDATE resident SET householdId = ? WHERE id = ?').run(one.householdId, two.id)
  const roundId = round(ledger, '春节走访', 'springFestival')
  for (const residentId of [one.id, two.id, other.id])
    visit(ledger, { residentId, on: '2026-02-10', roundId })
  visit(ledger, { residentId: one.id, on: '2026-03-10' })
  visit(ledger, { residentId: two.id, on: '2026-03-10' })
  visit(ledger, { residentId: two.id, on: '2026-03-11' })
  call(ledger, other.id, '2026-04-01', 'reached')
  call(ledger, one.id, '2026-04-02', 'noAnswer')
  const sheets = () =>
    Promise.all([2026, null].map((year) => visitFigureOperations['visitFigure.sheet'](ledger, { year })))
  const before = await sheets()
  const rules = { movedOutYears: 3, deceasedYears: 5 }
  await retentionOperations['retention.saveRules'](ledger, { before: offeredRetentionRules, rules })
  const leave = async (ids: readonly number[]) => {
    for (const id of ids) {
      const revision = ledger.raw
        .prepare<[number], number>('SELECT revision FROM resident WHERE id = ?')
        .pluck()
        .get(id)
      await recordLifeEvent(
        ledger,
        {
          residentId: id,
          revision: revision ?? 0,
          kind: 'movedOut',
          happenedOn: asCalendarDate('2010-01-01'),
          place: '',
          note: '',
          newHeadId: null,
          isSpouseWidowed: false,
        },
        { key: testKey },
      )
    }
    await erasePeople(ledger, { ids, reason: '保存期满' })
  }
  await leave([two.id])
  expect(await sheets()).toEqual(before)
  await leave([one.id, other.id])
  expect(await sheets()).toEqual(before)
  expect(await rows(ledger, 'visits:all')).toEqual({
    totalCount: 0,
    rows: [],
    namelessCount: 6,
    withheldCount: 0,
  })
})

describe('ten years of visits', () => {
  const visitCount = 4754
  const kinds = ['festival', 'birthday', 'adHoc'] as const
  const made: { on: string; household: number; person: number; kind: (typeof kinds)[number] }[] = []
  let ledger: Ledger

  beforeAll(async () => {
    ledger = openTestLedger({ actor: director })
    const people: { readonly id: number; readonly householdId: number }[] = []
    for (let index = 0; index < 40; index += 1)
      people.push(await aPerson(ledger, `老人${index}`, String(100 + index)))
    // Two to a door.
    for (let index = 0; index < 40; index += 2)
      ledger.raw
        .prepare('UPDATE resident SET householdId = ? WHERE id = ?')
        .run(people[index]?.householdId, people[index + 1]?.id)
    const roundIds = Array.from({ length: 400 }, (_, index) =>
      round(ledger, `第${index}轮`, 'springFestival'),
    )
    const ruleId = ruleOf(ledger, 'birthday')
    ledger.raw.transaction(() => {
      for (let index = 0; index < visitCount; index += 1) {
        const person = (index * 7) % 40
        const kind = kinds[index % 3] ?? 'adHoc'
        const year = 2003 + (index % 10)
        // Days of few months, so that people of one door often share one.
        const on = `${year}-${String(((index * 5) % 12) + 1).padStart(2, '0')}-${String((index % 20) + 1).padStart(2, '0')}`
        made.push({ on, household: Math.floor(person / 2), person, kind })
        visit(ledger, {
          residentId: people[person]?.id ?? 0,
          on,
          ...(kind === 'festival' ? { roundId: roundIds[Math.floor(index / 40)] ?? 0 } : {}),
          ...(kind === 'birthday' ? { ruleId: ruleId ?? 0 } : {}),
        })
      }
    })()
  })

  /** The figures once more, by nothing but the list above. */
  function expectedOf(isWanted: (one: (typeof made)[number]) => boolean) {
    const wanted = made.filter(isWanted)
    return {
      visits: wanted.length,
      households: new Set(wanted.map(({ household, on }) => `${household} ${on}`)).size,
      people: new Set(wanted.map(({ person }) => person)).size,
    }
  }

  it('are 4,754 in persons, each in its year and kind', async () => {
    const sheet = await figures(ledger, null)
    expect(sheet.of('visits:all')).toBe(4754)
    expect(sheet.periods).toEqual(Array.from({ length: 10 }, (_, index) => String(2003 + index)))
    expect(await visitFigureOperations['visitFigure.years'](ledger)).toEqual(
      sheet.periods.map(Number).reverse(),
    )
    expect(sheet.of('households:all')).toBe(expectedOf(() => true).households)
    for (const period of sheet.periods)
      for (const kind of kinds) {
        const expected = expectedOf((one) => one.on.startsWith(period) && one.kind === kind)
        expect([sheet.of(`visits:${kind}`, period), sheet.of(`households:${kind}`, period)]).toEqual([
          expected.visits,
          expected.households,
        ])
      }
  })

  it('are in the months of each year what an independent sum says, and each figure opens so many rows', async () => {
    const sheet = await figures(ledger, 2007)
    for (const period of sheet.periods) {
      const expected = expectedOf(({ on }) => on.startsWith(period))
      const told = [
        sheet.of('visits:all', period),
        sheet.of('households:all', period),
        sheet.of('people', period),
      ]
      expect(told).toEqual([expected.visits, expected.households, expected.people])
    }
    for (const line of [
      'visits:all',
      'visits:birthday',
      'households:festival',
      'households:all',
      'people',
    ] as const) {
      const opened = await rows(ledger, line, null, 2007)
      expect([line, opened.totalCount, opened.namelessCount]).toEqual([line, sheet.of(line), 0])
    }
    expect(sheet.of('people')).toBe(expectedOf(({ on }) => on.startsWith('2007')).people)
  })
})
