import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatDwelling, naturalSortKey } from '../../domain/address.ts'
import { ageBandOf, ageOn } from '../../domain/age.ts'
import { completeDate, type CalendarDate } from '../../domain/calendar-date.ts'
import { namePinyin } from '../../domain/name-pinyin.ts'
import { strokeSortKey } from '../../domain/stroke-order.ts'
import {
  ageBandCodes,
  residentSorts,
  type Resident,
  type ResidentFilter,
  ownPhone,
  type ResidentRow,
} from '../../domain/resident.ts'
import type { SearchHitField } from '../../domain/search-hit.ts'
import { aResidentDraft, anActor, fixedClock } from '../../domain/testing/builders.ts'
import { closeLedger, ledgerFor, openLedger, type Ledger } from '../ledger.ts'
import { inTestTransaction, openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'

import { listResidents, warmResidentList } from './resident-list.queries.ts'
import { getResident } from './resident.queries.ts'
import { changeBy } from './record-change.service.ts'
import { insertResidents, removeResidents, saveResident, updateResidents } from './resident.service.ts'

const everybody: ResidentFilter = {
  search: '',
  buildingId: null,
  careTag: null,
  ageBand: null,
  presence: 'here',
  condition: null,
  sort: 'address',
}

async function search(
  ledger: Ledger,
  text: string,
  overrides: Partial<ResidentFilter> = {},
): Promise<string[]> {
  const filter = { ...everybody, search: text, ...overrides }
  const { rows } = await listResidents(ledger, { filter, offset: 0, limit: 200 })
  return rows.map(({ name }) => name)
}

async function add(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0]): Promise<Resident> {
  return saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })
}

it('finds a person by anything the clerk may know', async () => {
  const ledger = openTestLedger()
  await add(ledger, {
    name: '阿依古丽·买买提',
    idNumber: '11010519491231002X',
    birthWhen: '1949-12-31',
    phones: [ownPhone('029-8000 1234')],
    dwelling: { building: '甲3号楼', unit: '2', room: '1502' },
  })
  await add(ledger, { name: '单雄信', dwelling: null, currentAddress: '西安市雁塔区', phones: [] })
  const found = [
    '阿依',
    '古丽买买',
    '古丽·买',
    '丽',
    'ayi',
    'AYIGULI',
    'aygl',
    '002x',
    '00２X',
    '1949',
    '02980001234',
    '029-8000',
    '甲3号楼2',
    '15',
  ]
  for (const text of found) expect([text, await search(ledger, text)]).toEqual([text, ['阿依古丽·买买提']])
  for (const text of ['shan', 'sxx', '雁塔'])
    expect([text, await search(ledger, text)]).toEqual([text, ['单雄信']])
  expect(await search(ledger, '阿依 1502')).toEqual(['阿依古丽·买买提'])
  expect(await search(ledger, '阿依 1503')).toEqual([])
  expect(await search(ledger, '%')).toEqual([])
  expect(await search(ledger, ' ')).toHaveLength(2)
})

it('finds traditional characters by simplified ones and the other way round, and keeps rare ones apart', async () => {
  const ledger = openTestLedger()
  const none = { idDocumentType: 'none', idNumber: '', phones: [], dwelling: null }
  await add(ledger, { ...none, name: '陳志強', currentAddress: '臨街3號' })
  await add(ledger, { ...none, name: '陈志远', currentAddress: '临街4号' })
  await add(ledger, { ...none, name: '𠮷田\ue000', currentAddress: '㐂乐里' })
  for (const text of ['陈志', '陳志', '临街', '臨街'])
    expect([text, (await search(ledger, text)).sort()]).toEqual([text, ['陈志远', '陳志強']])
  for (const text of ['志强', '志強', '3号', '3號', 'czq'])
    expect([text, await search(ledger, text)]).toEqual([text, ['陳志強']])
  for (const text of ['𠮷', '\ue000', '㐂樂']) expect(await search(ledger, text)).toEqual(['𠮷田\ue000'])
  // What is stored stays as it was written.
  expect(await search(ledger, '吉田')).toEqual([])
})

it('finds a surname by each reading that families have', async () => {
  const ledger = openTestLedger()
  const none = { idDocumentType: 'none', idNumber: '', phones: [] }
  await add(ledger, { ...none, name: '覃小明' })
  await add(ledger, { ...none, name: '宁静' })
  await add(ledger, { ...none, name: '单于明' })
  for (const text of ['qin', 'tan', 'qinxiao', 'tanxm', 'qxm', 'txm'])
    expect([text, await search(ledger, text)]).toEqual([text, text === 'tanxm' ? [] : ['覃小明']])
  expect(await search(ledger, 'ning')).toEqual(['宁静'])
  for (const text of ['chanyu', 'cym']) expect(await search(ledger, text)).toEqual(['单于明'])
})

async function hits(ledger: Ledger, text: string): Promise<ResidentRow['hit'][]> {
  const filter = { ...everybody, search: text }
  const { rows } = await listResidents(ledger, { filter, offset: 0, limit: 10 })
  return rows.map(({ hit }) => hit)
}

const number = (field: 'phone' | 'idNumber', text: string) => [{ field, text }]
const plain = (field: SearchHitField) => [{ field, text: '' }]

it('says by what somebody was found, and of a number no more than was typed', async () => {
  const ledger = openTestLedger()
  await add(ledger, {
    name: '覃小明',
    formerName: '覃大妮',
    otherName: 'Qin Xiaoming',
    otherDocuments: [{ documentType: 'passport', number: 'E87654321', isFormer: false, note: '' }],
    idNumber: '11010519491231002X',
    birthWhen: '1949-12-31',
    phones: [ownPhone('13912340000'), ownPhone('029-8765 4321')],
    dwelling: { building: '3号楼', unit: '2', room: '1502' },
  })
  const expected = [
    ['覃', plain('name')],
    ['tanxiao', plain('pinyin')],
    ['txm', plain('initials')],
    ['大妮', [{ field: 'formerName', text: '覃大妮' }]],
    ['Qin X', plain('pinyin')],
    ['15', plain('address')],
    ['號樓', plain('address')],
    ['1234', number('phone', '****1234****')],
    ['0000', number('phone', '****0000')],
    ['139', number('phone', '139****')],
    ['02987654321', number('phone', '029****4321')],
    ['029-8765', number('phone', '029-8765****')],
    ['1949', number('idNumber', '****1949****')],
    ['002x', number('idNumber', '****002X')],
    ['e876', number('idNumber', 'E876****')],
    // Of several words the one whose match the line does not show.
    ['覃 1502 0000', number('phone', '****0000')],
    ['1502 覃', plain('address')],
  ] as const
  for (const [text, hit] of expected) expect([text, await hits(ledger, text)]).toEqual([text, hit])
  expect(await hits(ledger, '')).toEqual([null])
})

it('gives who only looks no reason from hidden digits', async () => {
  const ledger = openTestLedger()
  await add(ledger, {
    name: '王秀英',
    idNumber: '11010519491231002X',
    birthWhen: '1949-12-31',
    phones: [ownPhone('13949490000')],
    dwelling: { building: '3号楼', unit: '2', room: '4949' },
  })
  const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
  expect(await hits(viewer, '4949')).toEqual(plain('address'))
  expect(await hits(viewer, '0000')).toEqual(number('phone', '****0000'))
  expect(await hits(viewer, '110')).toEqual(number('idNumber', '110****'))
  expect(await hits(viewer, '1949')).toEqual([])
})

it('finds for who only looks by whole numbers and by what masked ones show, never by hidden digits', async () => {
  const ledger = openTestLedger()
  await add(ledger, {
    name: '王秀英',
    idNumber: '11010519491231002X',
    birthWhen: '1949-12-31',
    phones: [ownPhone('029-88881234'), ownPhone('8765432')],
    dwelling: { building: '3号楼', unit: '2', room: '4949' },
  })
  const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
  const shown = [
    '11010519491231002x',
    '02988881234',
    '029-88881234',
    '8765432',
    '002X',
    '1234',
    '110',
    '029',
    'wxy',
    '4949',
  ]
  for (const text of shown) expect([text, await search(viewer, text)]).toEqual([text, ['王秀英']])
  for (const text of ['1101', '49', '0519491231', '88881234', '19491231', '11010519491231002', '876', '5432'])
    expect([text, await search(viewer, text)]).toEqual([text, text === '49' ? ['王秀英'] : []])
  expect(await search(ledger, '0519491231')).toEqual(['王秀英'])
})

it('masks numbers and shows what the list shows', async () => {
  const ledger = openTestLedger()
  const { id } = await add(ledger, {
    idNumber: '11010519491231002X',
    birthWhen: '1949-12-31',
    careTags: [
      { careTag: 'disabled', fromOn: '2020-01-01', toOn: null },
      { careTag: 'lowIncome', fromOn: null, toOn: '2026-11-24' },
    ],
  })
  expect(await listResidents(ledger, { filter: everybody, offset: 0, limit: 10 })).toEqual({
    totalCount: 1,
    rows: [
      {
        id,
        name: '王秀英',
        sex: '2',
        age: 76,
        idNumberMasked: '110***********002X',
        address: formatDwelling({ building: '1号楼', unit: '2', room: '301' }),
        phoneMasked: '139****0000',
        careTags: ['disabled'],
        presence: 'here',
        ownTexts: {},
        hit: null,
      },
    ],
  })
})

it('judges ages and care tags by the day at the desk', async () => {
  const clock = fixedClock('2026-02-27')
  const ledger = openTestLedger({ clock })
  const none = { idDocumentType: 'none', idNumber: '' }
  await add(ledger, { ...none, name: '闰日', birthWhen: '1956-02-29' })
  await add(ledger, { ...none, name: '只知年', birthWhen: '1956' })
  await add(ledger, {
    ...none,
    name: '有期限',
    birthWhen: null,
    careTags: [{ careTag: 'disabled', fromOn: '2026-02-28', toOn: '2026-03-01' }],
  })
  const seen = async (ageBand: ResidentFilter['ageBand'], careTag: ResidentFilter['careTag']) =>
    search(ledger, '', { ageBand, careTag })
  expect([await seen('70-79', null), await seen('65-69', null), await seen(null, 'disabled')]).toEqual([
    [],
    ['闰日'],
    [],
  ])
  clock.moveTo('2026-02-28')
  expect([await seen('70-79', null), await seen('65-69', null), await seen(null, 'disabled')]).toEqual([
    ['闰日'],
    [],
    ['有期限'],
  ])
  clock.moveTo('2026-03-02')
  expect(await seen(null, 'disabled')).toEqual([])
})

it('opens with the same first page as the search gives later', async () => {
  const ledger = openTestLedger()
  const drafts = Array.from({ length: 300 }, (_, number) =>
    aResidentDraft({
      dwelling: { building: `${number % 11}号楼`, unit: String(number % 3), room: String(number % 7) },
      relationToHead: ['01', '12', '20', null][number % 4],
    }),
  )
  await inTestTransaction(ledger, (trx) => insertResidents(trx, drafts, changeBy(ledger, 'form')))
  closeLedger(ledger)
  const reopened = ledgerFor(
    openLedger({ filePath: ledger.filePath, key: testKey, clock: ledger.clock }),
    anActor(),
  )
  const request = { filter: everybody, offset: 20, limit: 100 }
  const early = await listResidents(reopened, request)
  await warmResidentList(reopened)
  expect(reopened.search.isLoaded()).toBe(true)
  expect(await listResidents(reopened, request)).toEqual(early)
  closeLedger(reopened)
})

// --- Against a model that knows nothing but the people themselves.

const names = ['王伟', '王秀英', '欧阳修', '买买提·阿依', '𠮷田', 'Anna Lee']
const homes = [
  null,
  { building: '1号楼', unit: '1', room: '101' },
  { building: '10号楼', unit: '', room: '2' },
  { building: '2号楼', unit: '1', room: '101' },
]
const aPerson = fc.record({
  name: fc.constantFrom(...names),
  dwelling: fc.constantFrom(...homes),
  currentAddress: fc.constantFrom('', '外地 3 号'),
  relationToHead: fc.constantFrom(null, '01', '12'),
  birthWhen: fc.constantFrom(
    null,
    '1930-01-01',
    '1956-11-25',
    '1956-11-26',
    '1966',
    '1966-05',
    'XXXX-05-01',
    '2000-02-29',
  ),
  phones: fc.subarray([ownPhone('139-1'), ownPhone('02981')]),
  careTags: fc.subarray([
    { careTag: 'disabled', fromOn: null, toOn: null },
    { careTag: 'loneElder', fromOn: '2026-12-01', toOn: null },
  ]),
  idDocumentType: fc.constant('none'),
  idNumber: fc.constant(''),
})
const aFilter = fc.record({
  search: fc.constantFrom(
    '',
    '王',
    'w',
    'wx',
    '1',
    '13',
    '139-1',
    '1391',
    '号',
    '二号',
    '777',
    '1号楼',
    '阿依',
    '王 1',
    'anna',
    '𠮷',
    '外地',
    'zz',
    'ouyang',
  ),
  // Mostly nothing, or else hardly anybody would be left to compare.
  careTag: fc.option(fc.constantFrom('disabled' as const, 'loneElder' as const), { freq: 1 }),
  ageBand: fc.option(fc.constantFrom(...ageBandCodes), { freq: 1 }),
  buildingIndex: fc.nat({ max: 20 }),
  presence: fc.constantFrom('here' as const, 'all' as const),
  sort: fc.constantFrom(...residentSorts),
})
const aChange = fc.oneof(
  fc.record({ kind: fc.constant('add'), person: aPerson }),
  fc.record({ kind: fc.constant('import'), people: fc.array(aPerson, { minLength: 1, maxLength: 150 }) }),
  fc.record({ kind: fc.constantFrom('edit', 'abandonedEdit'), at: fc.nat(), person: aPerson }),
  fc.record({ kind: fc.constantFrom('remove', 'otherPhone'), at: fc.nat() }),
  fc.record({ kind: fc.constant('renameBuilding'), name: fc.constant('二号楼') }),
)
const aStep = fc.record({ change: aChange, questions: fc.array(aFilter, { minLength: 2, maxLength: 4 }) })
type Change = typeof aChange extends fc.Arbitrary<infer S> ? S : never

const fold = (text: string) => text.replaceAll(/[·\s]/g, '').toLowerCase()

function isFound(person: Resident, text: string): boolean {
  const { full, initials } = namePinyin(person.name)
  const address = person.dwelling === null ? person.currentAddress : formatDwelling(person.dwelling)
  const numbers = person.phones.flatMap(({ number }) => [number, number.replaceAll('-', '')])
  const values = [fold(person.name), full, initials, person.idNumber.toLowerCase(), ...numbers, fold(address)]
  return text.split(' ').every((word) => values.some((value) => value.includes(fold(word))))
}

function placeOf(person: Resident, sort: ResidentFilter['sort']): (string | number)[] {
  // The highest character stands for what comes last.
  if (sort === 'name') return [namePinyin(person.name).sortKey, person.id]
  if (sort === 'strokes') return [strokeSortKey(person.name), namePinyin(person.name).sortKey, person.id]
  if (sort === 'birth') return [person.birthWhen ?? '\uffff', person.id]
  if (sort === 'birthReversed') {
    const { birthWhen } = person
    if (birthWhen === null || birthWhen.startsWith('X')) return [1, birthWhen ?? '\uffff', person.id]
    const upsideDown = [...birthWhen].map((character) => String.fromCharCode(0xfff - character.charCodeAt(0)))
    return [0, `${upsideDown.join('')}\uffff`, person.id]
  }
  const { dwelling } = person
  const parts =
    dwelling === null ? ['\uffff'] : [dwelling.building, dwelling.unit, dwelling.room].map(naturalSortKey)
  return [...parts, person.householdId, person.relationToHead ?? '\uffff', person.id]
}

function comparePlaces(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const index = one.findIndex((value, at) => value !== other[at])
  const [a = 0, b = 0] = [one[index], other[index]]
  return a < b ? -1 : 1
}

async function everyPerson(ledger: Ledger): Promise<Resident[]> {
  const ids = await ledger.db.selectFrom('resident').select('id').execute()
  return Promise.all(ids.map(({ id }) => getResident(ledger, id)))
}

function expectedIds(
  people: readonly Resident[],
  filter: ResidentFilter,
  building: string | null,
  todayOn: CalendarDate,
) {
  return people
    .filter((person) => isFound(person, filter.search))
    .filter((person) => building === null || person.dwelling?.building === building)
    .filter(
      ({ careTags }) =>
        filter.careTag === null ||
        careTags.some((tag) => tag.careTag === filter.careTag && (tag.fromOn ?? '') <= todayOn),
    )
    .filter(({ birthWhen }) => {
      const birthOn = completeDate(birthWhen)
      return (
        filter.ageBand === null ||
        (birthOn !== undefined && ageBandOf(ageOn(birthOn, todayOn)) === filter.ageBand)
      )
    })
    .sort((one, other) => comparePlaces(placeOf(one, filter.sort), placeOf(other, filter.sort)))
    .map(({ id }) => id)
}

async function takeStep(ledger: Ledger, step: Change): Promise<void> {
  const ids = (await ledger.db.selectFrom('resident').select('id').execute()).map(({ id }) => id)
  if (step.kind === 'add' && 'person' in step) await add(ledger, step.person)
  if ('people' in step)
    await inTestTransaction(ledger, (trx) =>
      insertResidents(
        trx,
        step.people.map((one) => aResidentDraft(one)),
        changeBy(ledger, 'form'),
      ),
    )
  // The same place in walking order, so that the name alone changes.
  if ('name' in step)
    await ledger.writer
      .updateTable('building')
      .set({ name: step.name })
      .where('name', '=', '2号楼')
      .execute()
      .catch(() => undefined)
  if ('at' in step && ids.length > 0) {
    const id = ids[step.at % ids.length] ?? 0
    if (step.kind === 'otherPhone') {
      await ledger.writer
        .updateTable('residentPhone')
        .set({ number: '777' })
        .where('residentId', '=', id)
        .execute()
      return
    }
    if (!('person' in step))
      return inTestTransaction(ledger, (trx) => removeResidents(trx, [id], changeBy(ledger, 'form')))
    const edit = inTestTransaction(ledger, async (trx) => {
      await updateResidents(trx, [{ id, draft: aResidentDraft(step.person) }], changeBy(ledger, 'form'))
      if (step.kind === 'abandonedEdit') throw new Error('abandoned')
    })
    await edit.catch((error: unknown) => expect(error).toEqual(new Error('abandoned')))
  }
}

it('answers as somebody would who looks at every person, after every change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 14, size: 'max' }), async (steps) => {
      const ledger = openTestLedger()
      for (const { change, questions } of steps) {
        await takeStep(ledger, change)
        const people = await everyPerson(ledger)
        const buildings = await ledger.db.selectFrom('building').select(['id', 'name']).execute()
        for (const { buildingIndex, ...question } of questions) {
          const building = buildings[buildingIndex]
          const filter: ResidentFilter = { ...question, condition: null, buildingId: building?.id ?? null }
          const expected = expectedIds(people, filter, building?.name ?? null, ledger.clock.todayOn())
          const { totalCount, rows } = await listResidents(ledger, { filter, offset: 0, limit: 100 })
          expect(totalCount).toBe(expected.length)
          expect(rows.map(({ id }) => id)).toEqual(expected.slice(0, 100))
          // Everybody found has a reason, and nobody has one where nothing was typed.
          for (const { hit } of rows) expect(hit === null).toBe(filter.search === '')
        }
      }
      closeLedger(ledger)
    }),
    { numRuns: 50, seed: 20261125 },
  )
})
