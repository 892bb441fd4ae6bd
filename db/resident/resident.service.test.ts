import { beforeEach, describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { residentDraftSchema, type ResidentDraft, ownPhone } from '../../domain/resident.ts'
import { aCitizenNumber, aResidentDraft } from '../../domain/testing/builders.ts'
import { listBuildings } from '../building/building.queries.ts'
import { getHousehold } from '../household/household.queries.ts'
import type { Ledger } from '../ledger.ts'
import { inTestTransaction, openTestLedger } from '../testing/ledger-fixture.ts'

import { findIdNumberOwner, getResident } from './resident.queries.ts'
import { changeBy } from './record-change.service.ts'
import { insertResidents, removeResidents, saveResident } from './resident.service.ts'

const home = { building: '1号楼', unit: '2', room: '301' }
const otherHome = { building: '甲2号楼', unit: '', room: '101' }

let ledger: Ledger

beforeEach(() => {
  ledger = openTestLedger()
})

async function add(overrides: Partial<Record<keyof ResidentDraft, unknown>> = {}) {
  return saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })
}

async function change(id: number, overrides: Partial<ResidentDraft>, revision?: number) {
  const stored = await getResident(ledger, id)
  const draft = residentDraftSchema.strip().parse(stored)
  return saveResident(ledger, {
    id,
    revision: revision ?? stored.revision,
    draft: { ...draft, ...overrides },
  })
}

async function failureOf(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  )
}

async function countOf(
  table: 'building' | 'dwelling' | 'household' | 'resident' | 'residentPhone' | 'residentCareTag',
) {
  const { count } = await ledger.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

describe('saving a person', () => {
  it('gives back everything that was typed', async () => {
    const draft = aResidentDraft({
      name: '阿依古丽·买买提',
      ethnicGroup: '05',
      idNumber: aCitizenNumber('1945-03-02', 2),
      birthWhen: '1945-03-02',
      lunarBirth: { year: null, month: 1, day: 18, isLeap: false },
      phones: [ownPhone('13900000001', '女儿'), ownPhone('029-80000000')],
      relationToHead: '01',
      registeredAddress: '太乙路1号',
      livingArrangement: 'alone',
      careTags: [{ careTag: 'disabled', fromOn: '2020-01-01', toOn: null }],
      note: '听力不好',
    })
    const saved = await saveResident(ledger, { id: null, revision: null, draft })
    expect(await getResident(ledger, saved.id)).toEqual(saved)
    expect(saved).toEqual({
      ...draft,
      id: saved.id,
      householdId: saved.householdId,
      presence: 'here',
      revision: 1,
      createdAt: ledger.clock.nowAt(),
      updatedAt: ledger.clock.nowAt(),
    })
  })

  it('stores the number as the card prints it', async () => {
    const { idNumber } = await add({ idNumber: ' １1010519491231002x', birthWhen: '1949-12-31' })
    expect(idNumber).toBe('11010519491231002X')
  })

  it('refuses a wrong number, at its field', async () => {
    expect(await failureOf(add({ idNumber: '110105194912310021' }))).toEqual({
      code: 'idNumberInvalid',
      field: 'idNumber',
      detail: 'checksum',
    })
    expect(await failureOf(add({ idDocumentType: 'none', idNumber: '1' }))).toMatchObject({
      field: 'idNumber',
    })
    expect(await countOf('resident')).toBe(0)
  })

  it('refuses a birth that cannot be', async () => {
    const failure = { code: 'birthDateImpossible', field: 'birthWhen' }
    const unknown = { idDocumentType: 'none', idNumber: '' }
    expect(await failureOf(add({ ...unknown, birthWhen: '2026-11-26' }))).toEqual(failure)
    expect(await failureOf(add({ ...unknown, birthWhen: '2027' }))).toEqual(failure)
    expect(await failureOf(add({ ...unknown, birthWhen: '1890-01' }))).toEqual(failure)
    expect(await failureOf(add({ ...unknown, birthWhen: '2026-11-25' }))).toBeNull()
    expect(await failureOf(add({ ...unknown, birthWhen: 'XXXX-12-31' }))).toBeNull()
  })

  it('refuses a number that somebody else has, and keeps nothing of the attempt', async () => {
    const first = await add()
    const failure = { code: 'duplicateIdNumber', field: 'idNumber' }
    expect(await failureOf(add({ idNumber: first.idNumber, dwelling: otherHome }))).toEqual(failure)
    expect(await countOf('resident')).toBe(1)
    expect(await countOf('building')).toBe(1)
    const second = await add()
    expect(await failureOf(change(second.id, { idNumber: first.idNumber }))).toEqual(failure)
    expect(await findIdNumberOwner(ledger, first.idNumber.toLowerCase(), second.id)).toEqual({
      id: first.id,
      name: first.name,
    })
    expect(await findIdNumberOwner(ledger, first.idNumber, first.id)).toBeNull()
  })

  it('lets many people have no number', async () => {
    await add({ idDocumentType: 'none', idNumber: '' })
    await add({ idDocumentType: 'none', idNumber: '' })
    expect(await countOf('resident')).toBe(2)
  })

  it('refuses a save made on an older state', async () => {
    const { id } = await add()
    const changed = await change(id, { note: 'a' }, 1)
    expect(changed.revision).toBe(2)
    expect(await failureOf(change(id, { note: 'b' }, 1))).toEqual({ code: 'staleRecord' })
    expect((await getResident(ledger, id)).note).toBe('a')
  })

  it('says when the person is gone', async () => {
    expect(await failureOf(saveResident(ledger, { id: 7, revision: 1, draft: aResidentDraft() }))).toEqual({
      code: 'notFound',
    })
  })

  it('keeps the rest of the phones and tags in step', async () => {
    const { id } = await add({
      phones: [ownPhone('111'), ownPhone('222')],
      careTags: [{ careTag: 'disabled', fromOn: null, toOn: null }],
    })
    const changed = await change(id, { phones: [ownPhone('222', '新')], careTags: [] })
    expect(changed.phones).toEqual([ownPhone('222', '新')])
    expect(changed.careTags).toEqual([])
    expect(await countOf('residentPhone')).toBe(1)
    expect(await countOf('residentCareTag')).toBe(0)
  })
})

describe('homes', () => {
  it('puts a family into one household', async () => {
    const head = await add({ dwelling: home, relationToHead: '01' })
    const wife = await add({ dwelling: home, relationToHead: '12' })
    const guest = await add({ dwelling: home })
    expect([wife.householdId, guest.householdId]).toEqual([head.householdId, head.householdId])
    const household = await getHousehold(ledger, head.householdId)
    expect(household.dwelling).toEqual(home)
    expect(household.members.map(({ id, isHead, age }) => [id, isHead, age])).toEqual([
      [head.id, true, 76],
      [wife.id, false, 76],
      [guest.id, false, 76],
    ])
  })

  it('gives a second head a household of their own, which relatives who follow join', async () => {
    const first = await add({ dwelling: home, relationToHead: '01' })
    const second = await add({ dwelling: home, relationToHead: '01' })
    const relative = await add({ dwelling: home, relationToHead: '12' })
    const stranger = await add({ dwelling: home })
    expect(second.householdId).not.toBe(first.householdId)
    expect(relative.householdId).toBe(second.householdId)
    expect([first.householdId, second.householdId]).not.toContain(stranger.householdId)
  })

  it('has one head: the one named last', async () => {
    const first = await add({ dwelling: home, relationToHead: '01' })
    const second = await add({ dwelling: home, relationToHead: '12' })
    await change(second.id, { relationToHead: '01' })
    const { members } = await getHousehold(ledger, first.householdId)
    expect(members.map(({ id, isHead, relationToHead }) => [id, isHead, relationToHead])).toEqual([
      [second.id, true, '01'],
      [first.id, false, null],
    ])
    expect((await getResident(ledger, first.id)).revision).toBe(2)
  })

  it('moves a person to the household of the new home and cleans up what is left empty', async () => {
    const mover = await add({ dwelling: home, relationToHead: '01' })
    const host = await add({ dwelling: otherHome, relationToHead: '01' })
    const moved = await change(mover.id, { dwelling: otherHome, relationToHead: '73' })
    expect(moved.householdId).toBe(host.householdId)
    expect([await countOf('household'), await countOf('dwelling'), await countOf('building')]).toEqual([
      1, 1, 1,
    ])
    expect(await failureOf(getHousehold(ledger, mover.householdId))).toEqual({ code: 'notFound' })
  })

  it('leaves a household without a head when its head moves out', async () => {
    const head = await add({ dwelling: home, relationToHead: '01' })
    const wife = await add({ dwelling: home, relationToHead: '12' })
    await change(head.id, { dwelling: null, currentAddress: '外地' })
    const { members } = await getHousehold(ledger, wife.householdId)
    expect(members.map(({ id, isHead }) => [id, isHead])).toEqual([[wife.id, false]])
  })

  it('gives everybody without a dwelling a household of their own', async () => {
    const one = await add({ dwelling: null })
    const other = await add({ dwelling: { building: '', unit: '', room: '' } })
    expect(one.householdId).not.toBe(other.householdId)
    expect(await countOf('dwelling')).toBe(0)
  })

  it('counts the people of each building, in walking order', async () => {
    await add({ dwelling: { building: '10号楼', unit: '', room: '1' } })
    await add({ dwelling: { building: '2号楼', unit: '', room: '1' } })
    await add({ dwelling: { building: '2号楼', unit: '', room: '2' } })
    const buildings = await listBuildings(ledger)
    expect(buildings.map(({ name, residentCount }) => [name, residentCount])).toEqual([
      ['2号楼', 2],
      ['10号楼', 1],
    ])
  })
})

describe('many people at once', () => {
  it('places families in the order of the roster', async () => {
    const drafts = ['01', '12', '01', '12', '20'].map((relationToHead) =>
      aResidentDraft({ dwelling: home, relationToHead }),
    )
    const ids = await inTestTransaction(ledger, (trx) =>
      insertResidents(trx, drafts, changeBy(ledger, 'form')),
    )
    const people = await Promise.all(ids.map((id) => getResident(ledger, id)))
    const [first, , second] = people.map(({ householdId }) => householdId)
    expect(people.map(({ householdId }) => householdId)).toEqual([first, first, second, second, second])
    expect(first).not.toBe(second)
  })

  it('are taken out again with their homes', async () => {
    const drafts = [
      aResidentDraft({ dwelling: home, relationToHead: '01' }),
      aResidentDraft({ dwelling: otherHome }),
    ]
    const ids = await inTestTransaction(ledger, (trx) =>
      insertResidents(trx, drafts, changeBy(ledger, 'form')),
    )
    await inTestTransaction(ledger, (trx) => removeResidents(trx, ids, changeBy(ledger, 'form')))
    for (const table of ['building', 'dwelling', 'household', 'resident', 'residentPhone'] as const) {
      expect([table, await countOf(table)]).toEqual([table, 0])
    }
  })
})

it('says that the disk is full and keeps what was saved', async () => {
  await add()
  ledger.raw.pragma(`max_page_count = ${String(ledger.raw.pragma('page_count', { simple: true }))}`)
  let failure: unknown = null
  for (let count = 0; count < 200 && failure === null; count += 1)
    failure = await failureOf(add({ note: '长'.repeat(2000) }))
  expect(failure).toEqual({ code: 'diskFull' })
  ledger.raw.pragma('max_page_count = 100000')
  expect(await failureOf(add())).toBeNull()
})
