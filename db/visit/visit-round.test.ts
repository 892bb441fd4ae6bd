import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, test } from 'vitest'
import { asCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import { aCitizenNumber, aResidentDraft, aVisitRuleDraft } from '../../domain/testing/builders.ts'
import type { FieldCondition } from '../../domain/resident-condition.ts'
import type { VisitRoundDraft } from '../../domain/visit.ts'
import { isFestivalRule, type VisitRule } from '../../domain/visit-rule.ts'
import type { Ledger } from '../ledger.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { findVisitTargets } from './visit-target.queries.ts'
import { visitOperations } from './visit.operations.ts'

const d = asCalendarDate
/** Source: the domain's worked example 17. */
const tenBirths = [
  '1926-11-25',
  '1936-04-25',
  '1940-02-29',
  '1946-12-31',
  '1947-01-01',
  '1956-12-31',
  '1957-01-15',
  '1961-06-30',
  '1966-12-31',
  '1967-01-01',
]

let ledger: Ledger
beforeEach(() => {
  ledger = openTestLedger()
})

async function add(overrides: Partial<Record<keyof ResidentDraft, unknown>>): Promise<number> {
  return (await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })).id
}

async function addTheTen(): Promise<void> {
  for (const birthWhen of tenBirths) await add({ birthWhen, idNumber: aCitizenNumber(birthWhen, 2) })
}

function aRound(overrides: Partial<VisitRoundDraft>): VisitRoundDraft {
  return {
    name: '2027年春节走访',
    festival: 'springFestival',
    year: 2027,
    cutoffOn: d('2027-02-05'),
    ruleIds: [],
    ...overrides,
  }
}

async function ruleNamed(name: string): Promise<VisitRule> {
  const rule = (await visitOperations['visitRule.list'](ledger)).find((each) => each.name === name)
  if (rule === undefined) throw new Error(`no rule ${name}`)
  return rule
}

describe('festivals offered', () => {
  test('the coming ones of about fourteen months, nearest first, with their usual cut-off date', async () => {
    expect(await visitOperations['visitRound.festivals'](ledger)).toEqual([
      { festival: 'newYearsDay', year: 2027, festivalOn: '2027-01-01', cutoffOn: '2027-01-01' },
      { festival: 'laba', year: 2027, festivalOn: '2027-01-15', cutoffOn: '2027-01-15' },
      { festival: 'layueNian', year: 2027, festivalOn: '2027-02-05', cutoffOn: '2027-02-05' },
      { festival: 'springFestival', year: 2027, festivalOn: '2027-02-06', cutoffOn: '2027-02-05' },
      { festival: 'lanternFestival', year: 2027, festivalOn: '2027-02-20', cutoffOn: '2027-02-20' },
      { festival: 'dragonBoat', year: 2027, festivalOn: '2027-06-09', cutoffOn: '2027-06-09' },
      { festival: 'midAutumn', year: 2027, festivalOn: '2027-09-15', cutoffOn: '2027-09-15' },
      { festival: 'doubleNinth', year: 2027, festivalOn: '2027-10-08', cutoffOn: '2027-10-08' },
      { festival: 'newYearsDay', year: 2028, festivalOn: '2028-01-01', cutoffOn: '2028-01-01' },
      { festival: 'laba', year: 2028, festivalOn: '2028-01-04', cutoffOn: '2028-01-04' },
      { festival: 'layueNian', year: 2028, festivalOn: '2028-01-25', cutoffOn: '2028-01-25' },
      { festival: 'springFestival', year: 2028, festivalOn: '2028-01-26', cutoffOn: '2028-01-25' },
    ])
  })
})

describe('targets of a round', () => {
  test('worked example 18: six of the ten are due on New Year, seven on the eve of Spring Festival', async () => {
    await addTheTen()
    const ruleIds = [(await ruleNamed('70周岁及以上')).id]
    const countOn = async (cutoffOn: string) =>
      (await visitOperations['visitRound.countTargets'](ledger, { cutoffOn: d(cutoffOn), ruleIds }))
        .residentCount
    expect(await countOn('2027-01-01')).toBe(6)
    expect(await countOn('2027-02-05')).toBe(7)
  })

  test('worked example 22: the round keeps the day of its festival', async () => {
    const { id: ruleId } = await ruleNamed('70周岁及以上')
    const festivalOn = async (year: number) =>
      (await visitOperations['visitRound.create'](ledger, aRound({ year, ruleIds: [ruleId] }))).festivalOn
    expect([await festivalOn(2027), await festivalOn(2030), await festivalOn(2033)]).toEqual([
      '2027-02-06',
      '2030-02-03',
      '2033-01-31',
    ])
  })

  test('somebody whom several rules pick comes once, with every reason in the order of the rules', async () => {
    const id = await add({
      birthWhen: '1940-05-20',
      livingArrangement: 'alone',
      careTags: [{ careTag: 'disabled', fromOn: null, toOn: null }],
    })
    await add({ birthWhen: '1990-05-20' })
    const all = await visitOperations['visitRule.list'](ledger)
    const rules = all.filter((rule) => isFestivalRule(rule, 'springFestival'))
    const round = await visitOperations['visitRound.create'](
      ledger,
      aRound({ ruleIds: rules.map((rule) => rule.id).reverse() }),
    )
    expect(round).toMatchObject({
      targetCount: 1,
      removedCount: 0,
      doneCount: 0,
      absentCount: 0,
      refusedCount: 0,
    })
    const { rows } = await listAll(round.id)
    expect(rows.map(({ residentId, reasons, age }) => ({ residentId, reasons, age }))).toEqual([
      { residentId: id, reasons: ['70周岁及以上', '残疾人', '独居'], age: 86 },
    ])
  })

  test('people and households are counted before the round is opened', async () => {
    const dwelling = { building: '2号楼', unit: '1', room: '101' }
    await add({ birthWhen: '1940-05-20', dwelling })
    await add({ birthWhen: '1941-05-20', dwelling })
    await add({ birthWhen: '1942-05-20', dwelling: { ...dwelling, room: '102' } })
    const ruleIds = [(await ruleNamed('70周岁及以上')).id]
    expect(
      await visitOperations['visitRound.countTargets'](ledger, { cutoffOn: d('2027-02-05'), ruleIds }),
    ).toEqual({
      residentCount: 3,
      householdCount: 2,
    })
  })

  test('the list stays as it was when people or rules change later', async () => {
    const id = await add({ birthWhen: '1940-05-20' })
    const rule = await ruleNamed('70周岁及以上')
    const round = await visitOperations['visitRound.create'](ledger, aRound({ ruleIds: [rule.id] }))
    ledger.raw
      .prepare(
        `UPDATE visitRule SET name = '没有人', condition = replace(condition, '70', '90') WHERE id = ?`,
      )
      .run(rule.id)
    await add({ birthWhen: '1941-05-20' })
    const { rows } = await listAll(round.id)
    expect(rows.map(({ residentId, reasons }) => [residentId, reasons])).toEqual([[id, ['70周岁及以上']]])
  })

  test('without any rule nobody is due', async () => {
    await addTheTen()
    const rules = await visitOperations['visitRule.list'](ledger)
    ledger.raw.prepare('DELETE FROM visitRule').run()
    expect(await visitOperations['visitRule.list'](ledger)).toEqual([])
    expect(await findVisitTargets(ledger, ledger.db, [], d('2027-02-05'))).toEqual([])
    const draft = aRound({ ruleIds: rules.map(({ id }) => id) })
    await expect(visitOperations['visitRound.create'](ledger, draft)).rejects.toMatchObject({
      failure: { code: 'invalidInput', field: 'ruleIds' },
    })
    expect(await visitOperations['visitRound.list'](ledger)).toEqual([])
  })

  test('a rule that is no festival’s is not taken', async () => {
    const rule = await ruleNamed('90周岁及以上生日')
    const counted = visitOperations['visitRound.countTargets'](ledger, {
      cutoffOn: d('2027-02-05'),
      ruleIds: [rule.id],
    })
    await expect(counted).rejects.toMatchObject({ failure: { code: 'invalidInput', field: 'ruleIds' } })
  })

  test('a rule switched off is not taken', async () => {
    const rule = await ruleNamed('独居')
    ledger.raw.prepare('UPDATE visitRule SET isActive = 0 WHERE id = ?').run(rule.id)
    const offered = await visitOperations['visitRule.list'](ledger)
    expect(offered.find(({ name }) => name === '独居')?.isActive).toBe(false)
    const counted = visitOperations['visitRound.countTargets'](ledger, {
      cutoffOn: d('2027-02-05'),
      ruleIds: [rule.id],
    })
    await expect(counted).rejects.toMatchObject({ failure: { code: 'invalidInput', field: 'ruleIds' } })
  })

  test('any rules on any day pick whom a plain reading of them picks', async () => {
    const people = await addRandomPeople()
    await fc.assert(
      fc.asyncProperty(fc.array(anyRule, { maxLength: 5 }), anyCutoff, async (drafts, cutoffOn) => {
        const rules = drafts.map((rule, index) => ({ ...rule, id: index, name: `rule ${index}` }))
        const expected = people.flatMap(({ id, draft }) => {
          const reasons = rules.filter((rule) => plainReading(rule, draft, cutoffOn)).map(({ name }) => name)
          return reasons.length === 0 ? [] : [{ id, reasons }]
        })
        const found = await findVisitTargets(ledger, ledger.db, rules.map(ruleAsking), cutoffOn)
        expect(found.map(({ residentId, reasons }) => ({ id: residentId, reasons }))).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })
})

describe('walking order', () => {
  test('by building, door, household, the head first, people without a dwelling last', async () => {
    const birthWhen = '1940-05-20'
    const at = (building: string, unit: string, room: string) => ({
      dwelling: { building, unit, room },
      birthWhen,
    })
    await add({ name: '平房三', ...at('平房3', '', '') })
    await add({ name: '甲一', ...at('甲1号', '', '101') })
    await add({ name: '十栋', ...at('10号楼', '1', '101') })
    await add({ name: '外住', dwelling: null, currentAddress: '市老年公寓', birthWhen })
    await add({ name: '二栋', ...at('2号楼', '1', '101') })
    await add({ name: '妻', relationToHead: '12', ...at('1号楼', '2', '101') })
    await add({ name: '户主', relationToHead: '01', ...at('1号楼', '2', '101') })
    await add({ name: '一单元二楼', ...at('1号楼', '1', '1001') })
    await add({ name: '一单元一楼', ...at('1号楼', '1', '201') })
    const ruleIds = [(await ruleNamed('70周岁及以上')).id]
    const round = await visitOperations['visitRound.create'](ledger, aRound({ ruleIds }))
    const { rows } = await listAll(round.id)
    expect(rows.map(({ residentName }) => residentName)).toEqual([
      '一单元一楼',
      '一单元二楼',
      '户主',
      '妻',
      '二栋',
      '十栋',
      '甲一',
      '平房三',
      '外住',
    ])
    const secondPage = await visitOperations['visitTask.list'](ledger, {
      visitRoundId: round.id,
      view: 'pending',
      offset: 2,
      limit: 2,
    })
    expect([secondPage.totalCount, secondPage.rows.map(({ residentName }) => residentName)]).toEqual([
      9,
      ['户主', '妻'],
    ])
  })

  test('buildings whose names sort alike stay apart', async () => {
    for (const building of ['1号楼', '一号楼'])
      for (const room of ['101', '201']) {
        await add({
          name: `${building}${room}`,
          birthWhen: '1940-05-20',
          dwelling: { building, unit: '1', room },
        })
      }
    const ruleIds = [(await ruleNamed('70周岁及以上')).id]
    const round = await visitOperations['visitRound.create'](ledger, aRound({ ruleIds }))
    const { rows } = await listAll(round.id)
    expect(rows.map(({ residentName }) => residentName)).toEqual([
      '1号楼101',
      '1号楼201',
      '一号楼101',
      '一号楼201',
    ])
  })
})

test('a round nobody knows is not found', async () => {
  const failure = { failure: { code: 'notFound' } }
  await expect(visitOperations['visitRound.get'](ledger, { id: 7 })).rejects.toMatchObject(failure)
  await expect(listAll(7)).rejects.toMatchObject(failure)
})

function listAll(visitRoundId: number) {
  return visitOperations['visitTask.list'](ledger, { visitRoundId, view: 'all', offset: 0, limit: 200 })
}

const anyCutoff = fc
  .integer({ min: 0, max: 1200 })
  .map((days) => d(Temporal.PlainDate.from('2025-06-01').add({ days }).toString()))
const careTag = fc.constantFrom('disabled', 'lowIncome', 'loneElder')
const livingArrangement = fc.constantFrom('alone', 'withSpouse', 'loneNoFamily')
const anyRule = fc.oneof(
  fc.record({
    criterion: fc.constant('minimumAge' as const),
    value: fc.integer({ min: 60, max: 90 }).map(String),
  }),
  fc.record({ criterion: fc.constant('careTag' as const), value: careTag }),
  fc.record({ criterion: fc.constant('livingArrangement' as const), value: livingArrangement }),
)
const anyPerson = fc.record({
  birthWhen: fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .date({ min: new Date('1930-01-01'), max: new Date('1970-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    },
    { weight: 1, arbitrary: fc.constantFrom('1940', '1940-02', 'XXXX-02-28', '1944-02-29', '1956-02-29') },
  ),
  livingArrangement: fc.option(livingArrangement),
  careTags: fc.uniqueArray(fc.record({ careTag, fromOn: fc.option(anyCutoff) }), {
    selector: (tag) => tag.careTag,
    maxLength: 2,
  }),
  tagDays: fc.option(fc.integer({ min: 0, max: 300 })),
})

async function addRandomPeople(): Promise<{ readonly id: number; readonly draft: ResidentDraft }[]> {
  const people = []
  for (const { tagDays, ...person } of fc.sample(anyPerson, { numRuns: 60, seed: 20_261_125 })) {
    const careTags = person.careTags.map(({ fromOn, ...tag }) => ({
      ...tag,
      fromOn,
      toOn:
        tagDays === null
          ? null
          : Temporal.PlainDate.from(fromOn ?? '2026-06-01')
              .add({ days: tagDays })
              .toString(),
    }))
    const draft = aResidentDraft({ ...person, careTags })
    people.push({ id: (await saveResident(ledger, { id: null, revision: null, draft })).id, draft })
  }
  return people
}

interface PlainRule {
  readonly criterion: 'minimumAge' | 'careTag' | 'livingArrangement'
  readonly value: string
}

function ruleAsking({
  id,
  name,
  criterion,
  value,
}: PlainRule & { readonly id: number; readonly name: string }) {
  const asked: Record<PlainRule['criterion'], Omit<FieldCondition, 'isNot'>> = {
    minimumAge: { field: 'age', test: { operator: 'atLeast', count: Number(value), on: null } },
    careTag: { field: 'careTags', test: { operator: 'held', codes: [value], on: null } },
    livingArrangement: { field: 'livingArrangement', test: { operator: 'oneOf', codes: [value] } },
  }
  return {
    ...aVisitRuleDraft({
      name,
      condition: { match: 'all', isNot: false, conditions: [{ ...asked[criterion], isNot: false }] },
    }),
    id,
    revision: 1,
    isOutdated: false,
  }
}

/** The rules once more, in the words of the brief instead of the product's functions. */
function plainReading(rule: PlainRule, draft: ResidentDraft, on: CalendarDate): boolean {
  if (rule.criterion === 'livingArrangement') return draft.livingArrangement === rule.value
  if (rule.criterion === 'careTag') {
    return draft.careTags.some(
      ({ careTag: tag, fromOn, toOn }) =>
        tag === rule.value && (fromOn ?? '0000-00-00') <= on && on <= (toOn ?? '9999-99-99'),
    )
  }
  if (draft.birthWhen?.length !== 10 || draft.birthWhen.startsWith('XXXX')) return false
  return (
    Temporal.PlainDate.from(draft.birthWhen)
      .add({ years: Number(rule.value) })
      .toString() <= on
  )
}
