import { expect, it, describe } from 'vitest'
import { contentOf } from '../../domain/drawn-paper.ts'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { ownFieldKey } from '../../domain/own-field.ts'
import { paperNumbers, type PaperNumbers } from '../../domain/paper-stamp.ts'
import { plainColumn, readyRosters } from '../../domain/ready-rosters.ts'
import { rosterFields, type RosterField } from '../../domain/roster-column.ts'
import { rosterQuestion, type Roster, type RosterQuestion } from '../../domain/roster.ts'
import type { Actor } from '../../domain/staff.ts'
import { aResidentDraft, anActor } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { ownFieldOperations } from '../own-field/own-field.operations.ts'
import { addOwnField } from '../own-field/testing/own-field-fixture.ts'
import { issuePaper, peopleOnPaper } from '../paper/issue-paper.service.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { rosterIds } from './roster-people.queries.ts'
import { rosterOperations } from './roster.operations.ts'

const ask = rosterOperations['paper.roster']
const idNumber = '11010519491231002X'
const agreed = { personCount: 1000, isAsked: true }
const reason = { purpose: 'service', text: '街道要名单' } as const
const page = { offset: 0, limit: 200 }

async function add(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0]): Promise<number> {
  return (await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })).id
}

function questionOf(fields: readonly RosterField[], change: Partial<RosterQuestion> = {}): RosterQuestion {
  const { people } = readyRosters.residents
  return { people, referenceOn: null, grouping: 'none', fields: [...fields], ...change }
}

async function cellsOf(ledger: Ledger, question: RosterQuestion): Promise<string[][]> {
  return (await ask(ledger, { ...question, ...page })).rows.map(({ cells }) => cells)
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  return error instanceof FailureError ? error.failure.code : 'none'
}

async function aFamily() {
  const ledger = openTestLedger()
  const dwelling = { building: '3号楼', unit: '1', room: '101' }
  const wife = await add(ledger, {
    name: '李桂兰',
    dwelling,
    relationToHead: '10',
    birthWhen: '1951-03-02',
  })
  await add(ledger, {
    name: '王𠮷',
    sex: '1',
    idNumber,
    birthWhen: '1949-12-31',
    dwelling,
    relationToHead: '01',
    spouseId: wife,
    phones: [
      { number: '13812345678', owner: '', isEmergency: false, note: '' },
      { number: '029-88881234', owner: '女儿 13700000000', isEmergency: true, note: '' },
    ],
    disability: { category: '4', grade: '2', reissueCount: 0 },
    careTags: [
      { careTag: 'disabled', fromOn: null, toOn: null },
      { careTag: 'veteran', fromOn: null, toOn: '2020-01-01' },
    ],
    note: '儿子电话 13900000001',
  })
  return ledger
}

it('says of everybody what their household, their record and the day of the roster say', async () => {
  const ledger = await aFamily()
  const fields = [
    'serial',
    'name',
    'age',
    'nominalAge',
    'address',
    'headName',
    'spouseName',
    'careTags',
  ] as const
  expect(await cellsOf(ledger, questionOf(fields))).toEqual([
    ['1', '王𠮷', '76', '78', '3号楼1单元101', '王𠮷', '李桂兰', '残疾'],
    ['2', '李桂兰', '75', '76', '3号楼1单元101', '王𠮷', '王𠮷', ''],
  ])
  const later = questionOf(['age'], { referenceOn: asCalendarDate('2026-12-31') })
  expect((await cellsOf(ledger, later)).flat()).toEqual(['77', '75'])
})

it('says about how old somebody is of whom the year alone is known', async () => {
  const ledger = openTestLedger()
  await add(ledger, { birthWhen: '1940' })
  await add(ledger, { birthWhen: 'XXXX-03-02' })
  expect((await cellsOf(ledger, questionOf(['age']))).flat()).toEqual(['约86', ''])
})

describe('numbers', () => {
  const whole = {
    idNumber,
    card: `${idNumber}42`,
    phone: '13812345678',
    second: '029-88881234',
    day: '1949-12-31',
  }
  const shownAt: Record<PaperNumbers, readonly string[]> = {
    masked: [],
    phones: [whole.phone, whole.second],
    all: Object.values(whole),
  }
  it.each(paperNumbers)('on a %s roster only those that were asked for stand whole', async (numbers) => {
    const ledger = await aFamily()
    const columns = rosterFields.slice(-40).map(plainColumn)
    const roster: Roster = { ...readyRosters.residents, columns }
    const paper = { kind: 'roster', roster, numbers, reason } as const
    const issued = await issuePaper(ledger, paper, 'printed', agreed)
    const text = JSON.stringify(issued.drawn)
    expect(Object.values(whole).filter((value) => text.includes(value))).toEqual(
      Object.values(whole).filter((value) => shownAt[numbers].includes(value)),
    )
    expect(text.includes('13900000001')).toBe(numbers === 'all')
    expect(text.includes('13700000000')).toBe(numbers !== 'masked')
    expect(text).toContain(numbers === 'all' ? '"1949-12-31"' : '"1949-12"')
  })

  it('in the preview none does, whoever looks', async () => {
    const ledger = await aFamily()
    const question = questionOf(rosterFields.slice(-40))
    const text = JSON.stringify(await ask(ledger, { ...question, ...page }))
    expect(Object.values(whole).filter((value) => text.includes(value))).toEqual([])
    expect(text).toContain('110***********002X')
  })
})

it.each(Object.keys(readyRosters) as (keyof typeof readyRosters)[])(
  '%s has just the people that an independent query finds, in pages of any size',
  async (key) => {
    const ledger = openTestLedger()
    for (let index = 0; index < 45; index += 1)
      await add(ledger, {
        name: `居民${index}`,
        birthWhen: `${1930 + index * 2}-11-25`,
        dwelling: { building: `${(index % 3) + 1}号楼`, unit: '1', room: String(100 + index) },
        careTags:
          index % 4 === 0
            ? [{ careTag: index % 8 === 0 ? 'disabled' : 'lowIncome', fromOn: null, toOn: null }]
            : [],
      })
    const where: Record<keyof typeof readyRosters, string> = {
      residents: '1',
      payout: '1',
      attendance: '1',
      elders: `birthWhen <= '1966-11-25'`,
      disabled: `id IN (SELECT residentId FROM residentCareTag WHERE careTag = 'disabled')`,
      hardship: `id IN (SELECT residentId FROM residentCareTag WHERE careTag = 'lowIncome')`,
    }
    const expected = ledger.raw
      .prepare<[], string>(`SELECT name FROM resident WHERE ${where[key]} ORDER BY name`)
      .pluck()
      .all()
    const question = { ...rosterQuestion(readyRosters[key]), fields: ['name' as const] }
    const names: string[] = []
    for (let offset = 0; ; offset += 7) {
      const { rows, totalCount } = await ask(ledger, { ...question, offset, limit: 7 })
      expect(totalCount).toBe(expected.length)
      if (rows.length === 0) break
      names.push(...rows.flatMap(({ cells }) => cells))
    }
    expect(names.toSorted()).toEqual(expected)
  },
)

it('keeps the people of a building together in walking order, whatever the order within', async () => {
  const ledger = openTestLedger()
  for (const [name, building, unit] of [
    ['张三', '10号楼', '1'],
    ['李四', '2号楼', '2'],
    ['丁一', '2号楼', '1'],
    ['白七', '10号楼', '1'],
  ])
    await add(ledger, { name, dwelling: { building, unit, room: '101' } })
  await add(ledger, { name: '艾八', dwelling: null, currentAddress: '别处' })
  const people = { ...readyRosters.residents.people, filter: { ...noFilter, sort: 'name' as const } }
  const listed = async (grouping: 'building' | 'unit') =>
    (await ask(ledger, { ...questionOf(['name'], { people, grouping }), ...page })).rows.map(
      ({ group, cells }) => `${group} ${cells[0] ?? ''}`,
    )
  expect(await listed('building')).toEqual([
    '2号楼 丁一',
    '2号楼 李四',
    '10号楼 白七',
    '10号楼 张三',
    '未填楼栋 艾八',
  ])
  expect((await listed('unit')).map((line) => line.split(' ')[0])).toEqual([
    '2号楼1单元',
    '2号楼2单元',
    '10号楼1单元',
    '10号楼1单元',
    '未填楼栋和单元',
  ])
})

it('keeps the people of a resident group or a grid together, a unit by its own before its building', async () => {
  const ledger = openTestLedger()
  for (const [name, building, unit] of [
    ['张三', '1号楼', '1'],
    ['李四', '1号楼', '2'],
    ['丁一', '2号楼', '1'],
    ['白七', '3号楼', '1'],
  ])
    await add(ledger, { name, dwelling: { building, unit, room: '101' } })
  await add(ledger, { name: '艾八', dwelling: null, currentAddress: '别处' })
  ledger.raw.exec(`INSERT INTO residentGroup VALUES (1, '第10小组', '', 1), (2, '第2小组', '', 1);
    INSERT INTO grid VALUES (1, 'A-2', NULL, '', 1), (2, 'A-1', NULL, '', 1);
    INSERT INTO buildingArea (buildingId, unit, residentGroupId, gridId)
    SELECT id, '', 1, 1 FROM building WHERE name = '1号楼' UNION ALL
    SELECT id, '2', 2, NULL FROM building WHERE name = '1号楼' UNION ALL
    SELECT id, '', 2, 2 FROM building WHERE name = '2号楼'`)
  const { people } = readyRosters.residents
  const listed = async (grouping: 'residentGroup' | 'grid') =>
    (await ask(ledger, { ...questionOf(['name', grouping], { people, grouping }), ...page })).rows.map(
      ({ group, cells }) => [group, ...cells].join(' '),
    )
  expect(await listed('residentGroup')).toEqual([
    '第2小组 李四 第2小组',
    '第2小组 丁一 第2小组',
    '第10小组 张三 第10小组',
    '未分小组 白七 ',
    '未分小组 艾八 ',
  ])
  expect(await listed('grid')).toEqual([
    'A-1 丁一 A-1',
    'A-2 张三 A-2',
    'A-2 李四 A-2',
    '未分网格 白七 ',
    '未分网格 艾八 ',
  ])
})

const refused: readonly [Actor['role'], Partial<RosterQuestion>, string][] = [
  ['viewer', { fields: ['note'] }, 'notAllowed'],
  ['viewer', { fields: ['disabilityCardNumber'] }, 'notAllowed'],
  ['viewer', { people: { filter: noFilter, minAge: null, careTags: ['disabled'] } }, 'notAllowed'],
  [
    'viewer',
    { people: { filter: { ...noFilter, careTag: 'disabled' }, minAge: null, careTags: [] } },
    'notAllowed',
  ],
  ['worker', { fields: ['note', 'disabilityCardNumber'] }, 'none'],
]
it.each(refused)('to a %s %j is answered with %s', async (role, change, code) => {
  const as = ledgerFor(await aFamily(), anActor({ role }))
  expect(await codeOf(ask(as, { ...questionOf(['name'], change), ...page }))).toBe(code)
})

it('leaves with an entry that names its columns and pages but nobody on it, and remembers the printer', async () => {
  const ledger = await aFamily()
  const roster: Roster = { ...readyRosters.residents, paper: 'A3' }
  const paper = { kind: 'roster', roster, numbers: 'all', reason } as const
  expect((await peopleOnPaper(ledger, paper)).personCount).toBe(2)
  const manner = { printerName: 'hall', copyCount: 3, pages: { fromPage: 7, toPage: 9 } }
  await issuePaper(ledger, paper, 'printed', agreed, manner)
  const [entry] = ledger.raw
    .prepare<[], string>(`SELECT reason || detail FROM auditEntry WHERE objectType = 'paper'`)
    .pluck()
    .all()
  expect(entry).toContain('街道要名单')
  expect(entry).toContain('"columns":"serial name sex birthWhen age idNumber')
  expect(entry).toContain('"copyCount":3')
  expect(entry).toContain('"pages":"7-9"')
  expect(entry).not.toMatch(/王|李|1101|138/)
  expect(await rosterOperations['paper.usualPrinters'](ledger)).toEqual({ A3: 'hall' })
})

it('does not leave without anybody, with more than were agreed to, or whole without a reason', async () => {
  const paper = { kind: 'roster', roster: readyRosters.residents, numbers: 'masked', reason: null } as const
  expect(await codeOf(issuePaper(openTestLedger(), paper, 'printed', agreed))).toBe('paperEmpty')
  const ledger = await aFamily()
  const one = { personCount: 1, isAsked: false }
  expect(await codeOf(issuePaper(ledger, paper, 'printed', one))).toBe('staleRecord')
  expect(await codeOf(issuePaper(ledger, { ...paper, numbers: 'phones' }, 'printed', agreed))).toBe(
    'reasonRequired',
  )
})

it('finds the same people again at once, and others after a change', async () => {
  const ledger = await aFamily()
  const question = rosterQuestion(readyRosters.elders)
  const first = await rosterIds(ledger, question)
  expect(await rosterIds(ledger, question)).toBe(first)
  await add(ledger, { birthWhen: '1940-01-01' })
  expect(await rosterIds(ledger, question)).toHaveLength(3)
})

it('has columns of the office’s own fields, by their present names, and none for those who only look', async () => {
  const ledger = openTestLedger()
  const field = await addOwnField(ledger, { name: '锻炼小组', choices: ['太极', '合唱'] })
  const contact = await addOwnField(ledger, { name: '联系人' })
  await add(ledger, {
    name: '李桂兰',
    ownValues: [
      { ownFieldId: field.id, value: String(field.choices[1]?.id) },
      { ownFieldId: contact.id, value: '女儿13900000001' },
    ],
  })
  await ownFieldOperations['ownField.save'](ledger, {
    id: field.id,
    revision: 1,
    draft: { ...field, name: '活动小组' },
  })
  const question = questionOf(['name', ownFieldKey(field.id), ownFieldKey(contact.id)])
  const list = await ask(ledger, { ...question, ...page })
  expect(list.columnNames).toEqual(['姓名', '活动小组', '联系人'])
  expect(list.rows.map(({ cells }) => cells)).toEqual([['李桂兰', '合唱', '女儿139****0001']])
  const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
  expect(await codeOf(ask(viewer, { ...question, ...page }))).toBe('notAllowed')
  const columns = question.fields.map(plainColumn)
  const roster: Roster = { ...readyRosters.residents, columns, numbers: 'all' }
  const issued = await issuePaper(
    ledger,
    { kind: 'roster', roster, numbers: 'all', reason },
    'printed',
    agreed,
  )
  expect(contentOf(issued.drawn, 'roster')?.list.rows.map(({ cells }) => cells[2])).toEqual([
    '女儿13900000001',
  ])
})
