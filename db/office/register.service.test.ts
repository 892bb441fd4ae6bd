import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { fieldsOf } from '../../domain/register-fields.ts'
import { registerDrafts, registerNames, type RegisterDraft } from '../../domain/register.ts'
import { aResidentDraft, anActor } from '../../domain/testing/builders.ts'
import { listBuildings, pageOfBuildings } from '../building/building.queries.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { removeResident } from '../resident/recycle-bin.service.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { getOfficeProfile, saveOfficeProfile } from './office-profile.service.ts'
import { officeSummary } from './office-summary.queries.ts'
import { pageOfRegister, registerChoices, removeRegisterLine, saveRegisterLine } from './register.service.ts'

const all = { buildingId: null, offset: 0, limit: 200 }
const isNew = { id: null, revision: null }
const today = asCalendarDate('2026-11-25')
let ledger: Ledger

beforeEach(() => {
  ledger = openTestLedger()
})

async function failureOf(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  )
}

function worker(overrides: Partial<RegisterDraft<'officeWorker'>> = {}) {
  const draft = {
    name: '王芳',
    post: '主任',
    education: null,
    fromOn: null,
    toOn: null,
    note: '',
    ...overrides,
  }
  return saveRegisterLine(ledger, { register: 'officeWorker', ...isNew, draft })
}

function group(name: string) {
  return saveRegisterLine(ledger, { register: 'residentGroup', ...isNew, draft: { name, note: '' } })
}

async function namesIn(register: (typeof registerNames)[number]) {
  const { rows } = await pageOfRegister(ledger, { register, ...all })
  return rows.map(({ values }) => values['name'] ?? values['code'] ?? values['indicator'])
}

describe('a line of a register', () => {
  it('leaves its number to none that comes later, for which kept questions would ask', async () => {
    const first = await group('第一小组')
    await removeRegisterLine(ledger, { register: 'residentGroup', id: first.id, revision: 1 })
    const second = await group('第二小组')
    expect(second.id).toBeGreaterThan(first.id)
    await removeRegisterLine(ledger, { register: 'residentGroup', id: second.id, revision: 1 })
    expect((await group('第三小组')).id).toBeGreaterThan(second.id)
    const grid = (code: string) =>
      saveRegisterLine(ledger, {
        register: 'grid',
        ...isNew,
        draft: { code, officeWorkerId: null, note: '' },
      })
    const { id } = await grid('01')
    await removeRegisterLine(ledger, { register: 'grid', id, revision: 1 })
    expect((await grid('02')).id).toBeGreaterThan(id)
  })

  it('is given back as it was written, changed, and taken out', async () => {
    const draft = {
      name: '图书阅览室',
      kind: 'library',
      areaTenthsM2: 365,
      openedWhen: '2008-05',
      tenure: 'own',
      note: '二楼',
    } as const
    const parsed = registerDrafts.facility.parse(draft)
    const saved = await saveRegisterLine(ledger, { register: 'facility', ...isNew, draft: parsed })
    expect(saved).toEqual({ id: 1, revision: 1, values: draft, names: {} })
    const changed = await saveRegisterLine(ledger, {
      register: 'facility',
      id: 1,
      revision: 1,
      draft: { ...parsed, areaTenthsM2: null },
    })
    expect(changed).toMatchObject({ revision: 2, values: { areaTenthsM2: null, note: '二楼' } })
    await removeRegisterLine(ledger, { register: 'facility', id: 1, revision: 2 })
    expect(await pageOfRegister(ledger, { register: 'facility', ...all })).toEqual({
      totalCount: 0,
      rows: [],
    })
    const trail = await ledger.db
      .selectFrom('auditEntry')
      .select(['action', 'objectType', 'fields'])
      .execute()
    expect(trail).toEqual([
      { action: 'added', objectType: 'facility', fields: '[]' },
      { action: 'changed', objectType: 'facility', fields: '["areaTenthsM2"]' },
      { action: 'deleted', objectType: 'facility', fields: '[]' },
    ])
  })

  it('is not changed or taken out on an older state', async () => {
    const saved = await worker()
    const draft = registerDrafts.officeWorker.parse(saved.values)
    await saveRegisterLine(ledger, { register: 'officeWorker', id: saved.id, revision: 1, draft })
    const late = saveRegisterLine(ledger, { register: 'officeWorker', id: saved.id, revision: 1, draft })
    expect(await failureOf(late)).toMatchObject({ code: 'staleRecord' })
    const removal = removeRegisterLine(ledger, { register: 'officeWorker', id: saved.id, revision: 1 })
    expect(await failureOf(removal)).toMatchObject({ code: 'staleRecord' })
    expect(
      await failureOf(removeRegisterLine(ledger, { register: 'grid', id: 5, revision: 1 })),
    ).toMatchObject({
      code: 'notFound',
    })
  })

  it('does not end before it begins, and refers to nothing that is not there', async () => {
    const backward = worker({ fromOn: today, toOn: asCalendarDate('2026-11-24') })
    expect(await failureOf(backward)).toMatchObject({ code: 'invalidInput', field: 'toOn' })
    const nobody = saveRegisterLine(ledger, {
      register: 'residentRepresentative',
      ...isNew,
      draft: { residentId: 7, residentGroupId: null, fromOn: null, toOn: null, note: '' },
    })
    expect(await failureOf(nobody)).toMatchObject({ code: 'invalidInput', field: 'residentId' })
  })

  it('has a name of its own among groups and grids', async () => {
    const first = await group('第1居民小组')
    expect(await failureOf(group('第1居民小组'))).toMatchObject({ code: 'registerNameTaken', field: 'name' })
    const same = {
      register: 'residentGroup',
      id: first.id,
      revision: 1,
      draft: { name: '第1居民小组', note: '东' },
    } as const
    expect(await failureOf(saveRegisterLine(ledger, same))).toBeNull()
  })

  it('shows those who look a telephone only in part, and no note', async () => {
    const draft = {
      name: '第一小学',
      kind: 'school',
      contact: '李老师',
      phone: '02981234567',
      note: '欠物业费',
    } as const
    await saveRegisterLine(ledger, { register: 'stationedUnit', ...isNew, draft })
    const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
    const shown = async (as: Ledger) =>
      (await pageOfRegister(as, { register: 'stationedUnit', ...all })).rows[0]?.values
    expect(await shown(viewer)).toMatchObject({ phone: '029****4567', note: '' })
    expect(await shown(ledger)).toMatchObject({ phone: '02981234567', note: '欠物业费' })
  })
})

describe('a register', () => {
  it('stands in the order people read: groups by number, who is in office first, the newest figure first', async () => {
    for (const name of ['第10居民小组', '第2居民小组']) await group(name)
    expect(await namesIn('residentGroup')).toEqual(['第2居民小组', '第10居民小组'])
    await worker({ name: '离岗', toOn: asCalendarDate('2020-01-01') })
    await worker({ name: '在岗' })
    expect(await namesIn('officeWorker')).toEqual(['在岗', '离岗'])
    for (const asOfOn of ['2024-12-31', '2025-12-31'])
      await saveRegisterLine(ledger, {
        register: 'yearlyFigure',
        ...isNew,
        draft: registerDrafts.yearlyFigure.parse({
          indicator: asOfOn,
          value: '1',
          unit: '人',
          span: 'pointInTime',
          asOfOn,
          note: '',
        }),
      })
    expect(await namesIn('yearlyFigure')).toEqual(['2025-12-31', '2024-12-31'])
  })

  it('lets go of what is taken out elsewhere', async () => {
    const first = await group('第1居民小组')
    const person = await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft() })
    await saveRegisterLine(ledger, {
      register: 'residentRepresentative',
      ...isNew,
      draft: { residentId: person.id, residentGroupId: first.id, fromOn: null, toOn: null, note: '' },
    })
    const named = await pageOfRegister(ledger, { register: 'residentRepresentative', ...all })
    expect(named.rows[0]?.names).toEqual({ residentId: '王秀英', residentGroupId: '第1居民小组' })
    await removeRegisterLine(ledger, { register: 'residentGroup', id: first.id, revision: 1 })
    const { rows } = await pageOfRegister(ledger, { register: 'residentRepresentative', ...all })
    expect(rows[0]?.values['residentGroupId']).toBeNull()
  })

  it('shows the posts of one building alone, and what fields may refer to', async () => {
    const one = await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft() })
    await saveResident(ledger, {
      id: null,
      revision: null,
      draft: aResidentDraft({ dwelling: { building: '2号楼', unit: '', room: '1' } }),
    })
    const buildings = await registerChoices(ledger, { of: 'building' })
    expect(buildings.map(({ name }) => name)).toEqual(['1号楼', '2号楼'])
    for (const { id } of buildings)
      await saveRegisterLine(ledger, {
        register: 'buildingHead',
        ...isNew,
        draft: { buildingId: id, unit: '', residentId: one.id, fromOn: null, toOn: null, note: '' },
      })
    const { rows } = await pageOfRegister(ledger, {
      register: 'buildingHead',
      ...all,
      buildingId: buildings[1]?.id ?? 0,
    })
    expect(rows).toMatchObject([{ names: { buildingId: '2号楼', residentId: '王秀英' } }])
  })

  it('has a field of the screen for every field of its draft', () => {
    for (const register of registerNames)
      expect(fieldsOf(register).map(([name]) => name)).toEqual(Object.keys(registerDrafts[register].shape))
  })
})

const period = registerDrafts.officeWorker.pick({ education: true, fromOn: true, toOn: true })

describe('the sums', () => {
  it('are those of a second count over the lines', async () => {
    const education = fc.constantFrom('21', '31', '40', '61', null)
    const day = fc.constantFrom('2020-01-01', '2026-11-25', '2027-01-01', null)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ education, fromOn: day, toOn: day }), { maxLength: 8 }),
        fc.array(
          fc.record({
            level: fc.constantFrom('committee', 'branch', 'group'),
            memberCount: fc.option(fc.nat(90)),
          }),
          { maxLength: 6 },
        ),
        async (workers, organisations) => {
          ledger = openTestLedger()
          const staff = workers.filter(
            ({ fromOn, toOn }) => fromOn === null || toOn === null || fromOn <= toOn,
          )
          for (const one of staff) await worker(period.parse(one))
          for (const one of organisations)
            await saveRegisterLine(ledger, {
              register: 'partyOrganisation',
              ...isNew,
              draft: registerDrafts.partyOrganisation.parse({
                ...one,
                name: '支部',
                secretary: '',
                note: '',
              }),
            })
          const here = staff.filter(({ fromOn, toOn }) => (fromOn ?? '') <= today && (toOn ?? '9') >= today)
          const summary = await officeSummary(ledger, { asOfOn: today })
          expect(summary).toMatchObject({
            workerCount: here.length,
            educatedWorkerCount: here.filter((one) => one.education !== null).length,
            collegeWorkerCount: here.filter((one) => one.education === '21' || one.education === '31').length,
            partyMemberCount: organisations.reduce((total, one) => total + (one.memberCount ?? 0), 0),
          })
          expect(summary.partyOrganisations.reduce((total, { count }) => total + count, 0)).toBe(
            organisations.length,
          )
        },
      ),
      { numRuns: 15 },
    )
  })

  it('count nobody whose record was removed, and name no such head', async () => {
    const draft = aResidentDraft({ dwelling: { building: '1号楼', unit: '', room: '101' } })
    const { id: residentId, revision } = await saveResident(ledger, { id: null, revision: null, draft })
    const [building] = await listBuildings(ledger)
    const post = { residentId, fromOn: null, toOn: null, note: '' }
    const buildingHead = { ...post, buildingId: building?.id ?? 0, unit: '' }
    const representative = { ...post, residentGroupId: null }
    await saveRegisterLine(ledger, { register: 'buildingHead', ...isNew, draft: buildingHead })
    await saveRegisterLine(ledger, { register: 'residentRepresentative', ...isNew, draft: representative })
    const posts = async () => {
      const { buildingHeadCount, representativeCount } = await officeSummary(ledger, { asOfOn: today })
      const { rows } = await pageOfBuildings(ledger, { offset: 0, limit: 10 })
      return [buildingHeadCount, representativeCount, rows.map(({ headNames }) => headNames)]
    }
    expect(await posts()).toEqual([1, 1, [[draft.name]]])
    await removeResident(ledger, { id: residentId, revision, reason: '登记错了' })
    expect(await posts()).toEqual([0, 0, [[]]])
  })

  it('count places and people as they are', async () => {
    for (const [building, unit, room] of [
      ['1号楼', '1', '101'],
      ['1号楼', '2', '101'],
      ['平房', '', '3'],
    ])
      await saveResident(ledger, {
        id: null,
        revision: null,
        draft: aResidentDraft({ dwelling: { building, unit, room } }),
      })
    expect(await officeSummary(ledger, { asOfOn: today })).toMatchObject({
      buildingCount: 2,
      unitCount: 2,
      dwellingCount: 3,
      householdCount: 3,
      residentCount: 3,
    })
  })
})

describe('the office’s own profile', () => {
  it('keeps what is written, once per state', async () => {
    const { revision, ...draft } = await getOfficeProfile(ledger)
    const filled = {
      ...draft,
      divisionCode: '610103005001',
      officeTenure: 'rented',
      yearlyFundsFen: 15_000_00,
    } as const
    expect(await saveOfficeProfile(ledger, { revision, draft: filled })).toEqual({ ...filled, revision: 2 })
    expect(await failureOf(saveOfficeProfile(ledger, { revision, draft }))).toMatchObject({
      code: 'staleRecord',
    })
    expect(await getOfficeProfile(ledger)).toMatchObject({ divisionCode: '610103005001' })
  })
})
