import { beforeEach, describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { readyRosters } from '../../domain/ready-rosters.ts'
import { conditionGroupSchema } from '../../domain/resident-condition.ts'
import { residentDraftSchema, type ResidentDraft } from '../../domain/resident.ts'
import { aResidentDraft } from '../../domain/testing/builders.ts'
import type { Ledger } from '../ledger.ts'
import { saveRegisterLine } from '../office/register.service.ts'
import { changeBy } from '../resident/record-change.service.ts'
import { getResident } from '../resident/resident.queries.ts'
import { insertResidents, removeResidents, saveResident } from '../resident/resident.service.ts'
import { listRosterKinds } from '../roster/roster-kind.queries.ts'
import { saveRosterKind } from '../roster/roster-kind.service.ts'
import { listSavedFilters } from '../saved-filter/saved-filter.queries.ts'
import { saveFilter } from '../saved-filter/saved-filter.service.ts'
import { inTestTransaction, openTestLedger } from '../testing/ledger-fixture.ts'
import { getBuilding, listBuildings, pageOfBuildings, pageOfDwellings } from './building.queries.ts'
import {
  addBuilding,
  mergeBuildings,
  renameBuilding,
  setBuildingAliases,
  setBuildingArea,
  setBuildingDemolished,
} from './building.service.ts'

const page = { offset: 0, limit: 200 }
let ledger: Ledger

beforeEach(() => {
  ledger = openTestLedger()
})

async function add(
  building: string,
  room: string,
  overrides: Partial<Record<keyof ResidentDraft, unknown>> = {},
) {
  const draft = aResidentDraft({
    dwelling: { building, unit: '1', room },
    relationToHead: '01',
    ...overrides,
  })
  return saveResident(ledger, { id: null, revision: null, draft })
}

async function idOf(name: string): Promise<number> {
  const found = (await pageOfBuildings(ledger, page)).rows.find((row) => row.name === name)
  if (found === undefined) throw new Error(`no building ${name}`)
  return found.id
}

async function at(name: string) {
  const { id, revision } = await getBuilding(ledger, { id: await idOf(name) })
  return { id, revision }
}

async function failureOf(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  )
}

/** Every door in the order the ledger walks, as texts. */
async function walk(): Promise<string[]> {
  const rows = await ledger.db
    .selectFrom('dwelling')
    .innerJoin('building', 'building.id', 'dwelling.buildingId')
    .select(['building.name', 'unit', 'room'])
    .orderBy('dwelling.sortKey')
    .execute()
  return rows.map(({ name, unit, room }) => `${name}/${unit}/${room}`)
}

describe('the list of buildings', () => {
  it('shows units, doors, households and people, in walking order', async () => {
    await add('10号楼', '101')
    await add('2号楼', '101')
    await add('2号楼', '101', { relationToHead: '20' })
    await add('2号楼', '102')
    await add('2号楼', '201', { dwelling: { building: '2号楼', unit: '2', room: '201' } })
    const { totalCount, rows } = await pageOfBuildings(ledger, page)
    expect(totalCount).toBe(2)
    expect(
      rows.map(({ name, unitCount, dwellingCount, householdCount, residentCount }) => ({
        name,
        unitCount,
        dwellingCount,
        householdCount,
        residentCount,
      })),
    ).toEqual([
      { name: '2号楼', unitCount: 2, dwellingCount: 3, householdCount: 3, residentCount: 4 },
      { name: '10号楼', unitCount: 1, dwellingCount: 1, householdCount: 1, residentCount: 1 },
    ])
  })

  it('shows each door with the head of every household behind it', async () => {
    const head = await add('2号楼', '101', { name: '王建国' })
    await add('2号楼', '101', { name: '王小明', relationToHead: '20' })
    const { rows } = await pageOfDwellings(ledger, { id: await idOf('2号楼'), ...page })
    expect(rows).toMatchObject([
      {
        unit: '1',
        room: '101',
        householdCount: 1,
        residentCount: 2,
        people: [{ residentId: head.id, name: '王建国' }],
      },
    ])
  })
})

it('leaves its number to none that comes later, for which kept questions would ask', async () => {
  const person = await add('8号楼', '101')
  const first = await idOf('8号楼')
  await inTestTransaction(ledger, (trx) => removeResidents(trx, [person.id], changeBy(ledger, 'form')))
  expect((await listBuildings(ledger)).map(({ name }) => name)).not.toContain('8号楼')
  await add('9号楼', '101')
  expect(await idOf('9号楼')).toBeGreaterThan(first)
})

describe('another name', () => {
  it('puts every door where the new name belongs on the walk', async () => {
    await add('1号楼', '101')
    await add('5号楼', '101')
    await add('5号楼', '203')
    await add('3号楼', '101')
    await renameBuilding(ledger, { ...(await at('5号楼')), name: '2号楼' })
    expect(await walk()).toEqual(['1号楼/1/101', '2号楼/1/101', '2号楼/1/203', '3号楼/1/101'])
    expect((await listBuildings(ledger)).map(({ name }) => name)).toEqual(['1号楼', '2号楼', '3号楼'])
  })

  it('is understood from now on, and the old one still', async () => {
    const first = await add('5号楼', '101')
    await add('3号楼', '101')
    await renameBuilding(ledger, { ...(await at('5号楼')), name: '2号楼' })
    const relative = await add('5号楼', '101', { relationToHead: '20' })
    const other = await add('5号楼', '909')
    expect(relative.householdId).toBe(first.householdId)
    expect((await getResident(ledger, other.id)).dwelling).toEqual({
      building: '2号楼',
      unit: '1',
      room: '909',
    })
    expect(await walk()).toEqual(['2号楼/1/101', '2号楼/1/909', '3号楼/1/101'])
  })

  it('typed on a person is no move', async () => {
    const head = await add('5号楼', '101')
    await add('5号楼', '101', { relationToHead: '20' })
    await renameBuilding(ledger, { ...(await at('5号楼')), name: '2号楼' })
    const stored = await getResident(ledger, head.id)
    const draft = residentDraftSchema
      .strip()
      .parse({ ...stored, dwelling: { building: '5号楼', unit: '1', room: '101' } })
    const saved = await saveResident(ledger, { id: head.id, revision: stored.revision, draft })
    expect(saved.householdId).toBe(head.householdId)
  })

  it('is found in the search of residents', async () => {
    await add('5号楼', '101')
    while (!ledger.search.readStep());
    await renameBuilding(ledger, { ...(await at('5号楼')), name: '望江苑' })
    while (!ledger.search.readStep());
    const found = (search: string) =>
      ledger.search.matches({ ...noFilter, search }, asCalendarDate('2026-11-25'))
    expect(found('望江苑')).toHaveLength(1)
    expect(found('5号楼')).toHaveLength(0)
  })

  it('may be the one it had before, and may not be another building’s', async () => {
    await add('5号楼', '101')
    await add('6号楼', '101')
    await renameBuilding(ledger, { ...(await at('5号楼')), name: '2号楼' })
    const six = await at('6号楼')
    expect(await failureOf(renameBuilding(ledger, { ...six, name: '2号楼' }))).toMatchObject({
      code: 'buildingNameTaken',
      field: 'name',
    })
    expect(await failureOf(renameBuilding(ledger, { ...six, name: '5号楼' }))).toMatchObject({
      code: 'buildingNameTaken',
    })
    expect(await failureOf(addBuilding(ledger, { name: '5号楼' }))).toMatchObject({
      code: 'buildingNameTaken',
    })
    const back = await renameBuilding(ledger, { ...(await at('2号楼')), name: '5号楼' })
    expect(back).toMatchObject({ name: '5号楼', aliases: ['2号楼'] })
  })

  it('is refused on an older state of the building', async () => {
    await add('5号楼', '101')
    const seen = await at('5号楼')
    await setBuildingAliases(ledger, { ...seen, aliases: ['老五栋'] })
    expect(await failureOf(renameBuilding(ledger, { ...seen, name: '2号楼' }))).toMatchObject({
      code: 'staleRecord',
    })
  })
})

describe('pulling a building down', () => {
  it('is refused while people live there, with how many they are', async () => {
    await add('5号楼', '101')
    await add('5号楼', '102', { residenceStatus: 'registeredOnly' })
    const refused = await failureOf(
      setBuildingDemolished(ledger, { ...(await at('5号楼')), demolishedOn: asCalendarDate('2026-11-01') }),
    )
    expect(refused).toMatchObject({ code: 'buildingInhabited', detail: '1' })
    expect((await getBuilding(ledger, { id: await idOf('5号楼') })).demolishedOn).toBeNull()
  })

  it('keeps those who are only registered there, and can be taken back', async () => {
    await add('5号楼', '102', { residenceStatus: 'registeredOnly' })
    const gone = await setBuildingDemolished(ledger, {
      ...(await at('5号楼')),
      demolishedOn: asCalendarDate('2026-11-01'),
    })
    expect(gone.demolishedOn).toBe('2026-11-01')
    expect((await pageOfDwellings(ledger, { id: gone.id, ...page })).rows[0]?.residentCount).toBe(1)
    const back = await setBuildingDemolished(ledger, { ...(await at('5号楼')), demolishedOn: null })
    expect(back.demolishedOn).toBeNull()
  })

  it('is not dated ahead, and an empty one is offered to nobody', async () => {
    const { id, revision } = await addBuilding(ledger, { name: '8号楼' })
    const late = setBuildingDemolished(ledger, { id, revision, demolishedOn: asCalendarDate('2026-11-26') })
    expect(await failureOf(late)).toMatchObject({ code: 'invalidInput', field: 'demolishedOn' })
    expect((await listBuildings(ledger)).map(({ name }) => name)).toEqual(['8号楼'])
    await setBuildingDemolished(ledger, { id, revision, demolishedOn: asCalendarDate('2026-11-25') })
    expect(await listBuildings(ledger)).toEqual([])
  })
})

describe('two spellings of one building', () => {
  it('become one, with the households of the same door side by side', async () => {
    const one = await add('3号楼', '101')
    const other = await add('三栋', '101')
    const elsewhere = await add('三栋', '202')
    const [from, into] = [await at('三栋'), await at('3号楼')]
    const merged = await mergeBuildings(ledger, { ...from, intoId: into.id, intoRevision: into.revision })
    expect(merged).toMatchObject({
      name: '3号楼',
      aliases: ['三栋'],
      units: [{ dwellingCount: 2, householdCount: 3 }, { unit: '1' }],
    })
    expect(await walk()).toEqual(['3号楼/1/101', '3号楼/1/202'])
    const homes = await Promise.all(
      [one, other, elsewhere].map(async ({ id }) => (await getResident(ledger, id)).dwelling?.room),
    )
    expect(homes).toEqual(['101', '101', '202'])
    expect((await getResident(ledger, one.id)).householdId).not.toBe(
      (await getResident(ledger, other.id)).householdId,
    )
    const later = await add('三栋', '303')
    expect((await getResident(ledger, later.id)).dwelling?.building).toBe('3号楼')
  })

  it('are asked for as the one building by whatever was kept under a name', async () => {
    await add('3号楼', '101')
    await add('三栋', '101')
    const [from, into] = [await at('三栋'), await at('3号楼')]
    const asking = (...ids: number[]) =>
      conditionGroupSchema.parse({
        match: 'any',
        isNot: false,
        conditions: [
          { field: 'building', isNot: false, test: { operator: 'oneOf', codes: ids.map(String) } },
        ],
      })
    const added = { id: null, revision: null }
    for (const [name, ...ids] of [
      ['一栋', from.id],
      ['两栋', from.id, into.id],
    ] as const)
      await saveFilter(ledger, { ...added, name, condition: asking(...ids) })
    const roster = { ...readyRosters.residents, title: '三栋' }
    const people = {
      ...roster.people,
      filter: { ...noFilter, buildingId: from.id, condition: asking(from.id) },
    }
    await saveRosterKind(ledger, { ...added, kind: { name: '三栋', roster: { ...roster, people } } })

    await mergeBuildings(ledger, { ...from, intoId: into.id, intoRevision: into.revision })
    const filters = await listSavedFilters(ledger)
    expect(filters.map(({ condition }) => condition)).toEqual([asking(into.id), asking(into.id)])
    expect((await listRosterKinds(ledger.db)).map((kind) => kind.roster.people.filter)).toEqual([
      { ...noFilter, buildingId: into.id, condition: asking(into.id) },
    ])

    const stranger = await saveFilter(ledger, { ...added, name: '没有的楼', condition: asking(from.id) })
    const states = (await listSavedFilters(ledger)).map(({ id, state }) => [id === stranger.id, state])
    expect(states.filter(([isStranger]) => isStranger)).toEqual([[true, 'outdated']])
    expect(states.filter(([, state]) => state === 'usable')).toHaveLength(2)
  })

  it('take names, posts, groups and grids with them', async () => {
    const head = await add('三栋', '101')
    await add('3号楼', '101')
    const three = await at('三栋')
    await setBuildingAliases(ledger, { ...three, aliases: ['老三栋'] })
    const group = await saveRegisterLine(ledger, {
      register: 'residentGroup',
      id: null,
      revision: null,
      draft: { name: '第1居民小组', note: '' },
    })
    const area = { unit: '', residentGroupId: group.id, gridId: null }
    await setBuildingArea(ledger, { ...(await at('三栋')), ...area })
    await setBuildingArea(ledger, { ...(await at('3号楼')), unit: '', residentGroupId: null, gridId: null })
    const post = { buildingId: three.id, unit: '', residentId: head.id, fromOn: null, toOn: null, note: '' }
    await saveRegisterLine(ledger, { register: 'buildingHead', id: null, revision: null, draft: post })
    const [from, into] = [await at('三栋'), await at('3号楼')]
    await mergeBuildings(ledger, { ...from, intoId: into.id, intoRevision: into.revision })
    expect((await pageOfBuildings(ledger, page)).rows).toMatchObject([
      { name: '3号楼', aliases: ['三栋', '老三栋'], groupNames: ['第1居民小组'], headNames: ['王秀英'] },
    ])
  })

  it('is refused with itself, and on older states of either', async () => {
    await add('3号楼', '101')
    await add('三栋', '101')
    const [from, into] = [await at('三栋'), await at('3号楼')]
    expect(
      await failureOf(mergeBuildings(ledger, { ...from, intoId: from.id, intoRevision: from.revision })),
    ).toMatchObject({ code: 'invalidInput' })
    expect(
      await failureOf(mergeBuildings(ledger, { ...from, intoId: into.id, intoRevision: 99 })),
    ).toMatchObject({ code: 'staleRecord' })
    expect(
      await failureOf(
        mergeBuildings(ledger, { ...from, revision: 99, intoId: into.id, intoRevision: into.revision }),
      ),
    ).toMatchObject({ code: 'staleRecord' })
    expect((await walk()).length).toBe(2)
  })
})

describe('a building nobody lives in any more', () => {
  it('goes with its last household, unless somebody has worked on it', async () => {
    const ids = await inTestTransaction(ledger, (trx) =>
      insertResidents(
        trx,
        ['7号楼', '9号楼', '11号楼'].map((building) =>
          aResidentDraft({ dwelling: { building, unit: '', room: '1' } }),
        ),
        changeBy(ledger, 'form'),
      ),
    )
    await renameBuilding(ledger, { ...(await at('9号楼')), name: '九号院' })
    const neighbour = await add('1号楼', '101')
    const post = {
      buildingId: await idOf('11号楼'),
      unit: '',
      residentId: neighbour.id,
      fromOn: null,
      toOn: null,
      note: '',
    }
    await saveRegisterLine(ledger, { register: 'buildingHead', id: null, revision: null, draft: post })
    await inTestTransaction(ledger, (trx) => removeResidents(trx, ids, changeBy(ledger, 'form')))
    expect((await listBuildings(ledger)).map(({ name }) => name)).toEqual(['1号楼', '九号院', '11号楼'])
  })
})
