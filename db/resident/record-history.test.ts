import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { ownPhone, type ResidentDraft } from '../../domain/resident.ts'
import { aResidentDraft, anActor } from '../../domain/testing/builders.ts'
import { listBuildings } from '../building/building.queries.ts'
import { renameBuilding } from '../building/building.service.ts'
import { moveHousehold } from '../household/household-change.service.ts'
import { getHousehold } from '../household/household.queries.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { getLife } from '../life/life-event.queries.ts'
import { recordLifeEvent } from '../life/life-event.service.ts'
import { residentTimeline } from './record-timeline.queries.ts'
import { listRemovedResidents } from './recycle-bin.queries.ts'
import { removeResident, restoreResident } from './recycle-bin.service.ts'
import { draftOfResident, findIdNumberOwner, getResident } from './resident.queries.ts'
import { getResidentView } from './resident-view.queries.ts'
import { saveResident } from './resident.service.ts'
import { undoRecordChange } from './undo-change.service.ts'

const context = { key: testKey }
const page = { offset: 0, limit: 50 }

async function add(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0] = {}) {
  return (await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })).id
}

async function change(ledger: Ledger, id: number, changes: Partial<ResidentDraft>) {
  const person = await getResident(ledger, id)
  const draft = { ...draftOfResident(person), ...changes }
  return saveResident(ledger, { id, revision: person.revision, draft })
}

async function told(ledger: Ledger, id: number) {
  const { rows } = await residentTimeline(ledger, { id, ...page })
  return rows.map(({ field, before, after, source }) => [field, before, after, source])
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  return error instanceof FailureError ? `${error.failure.code} ${error.failure.field ?? ''}`.trim() : 'none'
}

describe('the timeline of a record', () => {
  it('tells every field that changed, the newest first, with numbers masked', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger, { phones: [ownPhone('13812345678')], education: '71' })
    await change(ledger, id, { education: '31', phones: [ownPhone('13912345678', '家里')] })
    await change(ledger, id, { note: '爱下棋' })
    expect(await told(ledger, id)).toEqual([
      ['note', '', '爱下棋', 'form'],
      ['phones', '138****5678', '139****5678 家里', 'form'],
      ['education', '初中毕业', '大学专科毕业', 'form'],
      ['record', '', '', 'form'],
    ])
  })

  it('tells a viewer no note, no day of birth and no tag of a post', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger, { idDocumentType: 'none', idNumber: '', birthWhen: '1950-05-20' })
    const lowIncome = { careTag: 'lowIncome', fromOn: null, toOn: null } as const
    await change(ledger, id, { note: '爱下棋' })
    await change(
      ledger,
      id,
      aResidentDraft({
        idDocumentType: 'none',
        idNumber: '',
        birthWhen: '1951-06-21',
        careTags: [lowIncome],
      }),
    )
    const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
    expect(await told(viewer, id)).toEqual([
      ['birthWhen', '1950-05', '1951-06', 'form'],
      ['record', '', '', 'form'],
    ])
    expect((await residentTimeline(viewer, { id, ...page })).totalCount).toBe(2)
    expect((await residentTimeline(ledger, { id, ...page })).totalCount).toBe(5)
  })

  it('tells a viewer of an event, and not what a clerk wrote about it', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger)
    const event = {
      kind: 'movedOut',
      happenedOn: asCalendarDate('2026-11-01'),
      place: '',
      note: '欠了债',
    } as const
    const { revision } = await getResident(ledger, id)
    const consequences = { newHeadId: null, isSpouseWidowed: false }
    await recordLifeEvent(ledger, { residentId: id, revision, ...event, ...consequences }, context)
    const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
    const told = async (as: Ledger) =>
      JSON.stringify([await residentTimeline(as, { id, ...page }), await getLife(as, id)])
    expect(await told(ledger)).toContain('欠了债')
    expect(await told(viewer)).not.toContain('欠了债')
    expect(await told(viewer)).toContain('movedOut')
  })

  it('says of a change that the person wanted it put right', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger, { workplace: '一厂' })
    const person = await getResident(ledger, id)
    const draft = { ...draftOfResident(person), workplace: '二厂' }
    await saveResident(ledger, { id, revision: person.revision, draft, isCorrection: true })
    expect((await told(ledger, id))[0]).toEqual(['workplace', '一厂', '二厂', 'correction'])
  })

  it('of a marriage is told on both sides', async () => {
    const ledger = openTestLedger()
    const [one, other, third] = [
      await add(ledger, { name: '王秀英' }),
      await add(ledger, { name: '李强' }),
      await add(ledger, { name: '张三' }),
    ]
    await change(ledger, one, { spouseId: other })
    expect((await getResident(ledger, other)).spouseId).toBe(one)
    await change(ledger, third, { spouseId: other })
    expect((await getResident(ledger, one)).spouseId).toBeNull()
    expect(await told(ledger, other)).toEqual([
      ['spouseId', '王秀英', '张三', 'form'],
      ['spouseId', '', '王秀英', 'form'],
      ['record', '', '', 'form'],
    ])
    expect(await failureOf(change(ledger, one, { spouseId: one }))).toBe('invalidInput spouseId')
    await removeResident(ledger, {
      id: other,
      revision: (await getResident(ledger, other)).revision,
      reason: '重复',
    })
    expect(await failureOf(change(ledger, one, { spouseId: other }))).toBe('notFound spouseId')
    expect((await getResidentView(ledger, third, testKey)).spouseName).toBe('')
    await restoreResident(ledger, { id: other }, { key: testKey })
    expect((await getResidentView(ledger, third, testKey)).spouseName).toBe('李强')
  })
})

describe('one change', () => {
  it('is taken back alone, and stands in the timeline as such', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger, { education: '71' })
    await change(ledger, id, { education: '31', note: '爱下棋' })
    const { rows } = await residentTimeline(ledger, { id, ...page })
    const changeId = rows.find(({ field }) => field === 'education')?.id ?? 0
    await undoRecordChange(ledger, { changeId }, context)
    expect(await getResident(ledger, id)).toMatchObject({ education: '71', note: '爱下棋' })
    const after = await residentTimeline(ledger, { id, ...page })
    expect(after.rows[0]).toMatchObject({ field: 'education', after: '初中毕业', source: 'undo' })
    expect(after.rows.find((row) => row.id === changeId)).toMatchObject({ isUndoable: false })
    expect(await failureOf(undoRecordChange(ledger, { changeId }, context))).toBe('notFound')
  })

  it('of a door is taken back also after its building got another name, or was typed under one', async () => {
    const ledger = openTestLedger()
    const door = (room: string, building = '1号楼') => ({ building, unit: '', room })
    const id = await add(ledger, { dwelling: door('101') })
    await change(ledger, id, { dwelling: door('102') })
    const newest = async () => (await residentTimeline(ledger, { id, ...page })).rows[0]?.id ?? 0
    const changeId = await newest()
    const [building] = await listBuildings(ledger)
    await renameBuilding(ledger, { id: building?.id ?? 0, revision: 1, name: '幸福楼' })
    await undoRecordChange(ledger, { changeId }, context)
    expect((await getResident(ledger, id)).dwelling).toEqual(door('101', '幸福楼'))

    const { householdId } = await getResident(ledger, id)
    const { members } = await getHousehold(ledger, householdId)
    await moveHousehold(ledger, { householdId, seen: members, dwelling: door('103') })
    expect((await getResident(ledger, id)).dwelling).toEqual(door('103', '幸福楼'))
    await undoRecordChange(ledger, { changeId: await newest() }, context)
    expect((await getResident(ledger, id)).dwelling).toEqual(door('101', '幸福楼'))
  })

  it('is not taken back over a later one', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger, { education: '71' })
    await change(ledger, id, { education: '31' })
    const [first] = (await residentTimeline(ledger, { id, ...page })).rows
    await change(ledger, id, { education: '21' })
    expect(await failureOf(undoRecordChange(ledger, { changeId: first?.id ?? 0 }, context))).toBe(
      'staleRecord education',
    )
    expect((await getResident(ledger, id)).education).toBe('21')
  })

  it('of a tag of another post is taken back by that post alone', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger)
    await change(ledger, id, { careTags: [{ careTag: 'lowIncome', fromOn: null, toOn: null }] })
    const [first] = (await residentTimeline(ledger, { id, ...page })).rows
    const worker = ledgerFor(ledger, anActor({ role: 'worker', workFields: ['disability'] }))
    const undo = (as: Ledger) => failureOf(undoRecordChange(as, { changeId: first?.id ?? 0 }, context))
    expect([await undo(worker), await undo(ledger)]).toEqual(['notAllowed careTags', 'none'])
  })
})

describe('the recycle bin', () => {
  it('takes a record out of everything and gives it back whole', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger, { relationToHead: '01' })
    const before = await getResident(ledger, id)
    const removal = { id, revision: before.revision, reason: '登记错了' }
    expect(await failureOf(removeResident(ledger, { ...removal, revision: 9 }))).toBe('staleRecord')
    await removeResident(ledger, removal)
    expect(await failureOf(getResident(ledger, id))).toBe('notFound')
    expect(await findIdNumberOwner(ledger, before.idNumber, null)).toBeNull()
    expect((await listRemovedResidents(ledger, page)).rows).toMatchObject([
      { id, name: '王秀英', removedBy: '赵主任', reason: '登记错了' },
    ])
    await restoreResident(ledger, { id }, context)
    const after = await getResident(ledger, id)
    expect({ ...after, revision: 0, updatedAt: '' }).toEqual({ ...before, revision: 0, updatedAt: '' })
    expect((await listRemovedResidents(ledger, page)).totalCount).toBe(0)
  })

  it('gives a former head back to a home that has another head by now', async () => {
    const ledger = openTestLedger()
    const dwelling = { building: '1号楼', unit: '', room: '101' }
    const former = await add(ledger, { name: '王建国', dwelling, relationToHead: '01' })
    const next = await add(ledger, { name: '李秀英', dwelling, relationToHead: '10' })
    const { revision } = await getResident(ledger, former)
    await removeResident(ledger, { id: former, revision, reason: '登记错了' })
    await change(ledger, next, { relationToHead: '01' })
    await restoreResident(ledger, { id: former }, context)
    expect((await getResident(ledger, next)).relationToHead).toBe('01')
    expect((await getResident(ledger, former)).relationToHead).toBeNull()
  })

  it('keeps a record whose number somebody else was given meanwhile, and says so', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger, { idNumber: '11010519491231002X', birthWhen: '1949-12-31' })
    const { revision } = await getResident(ledger, id)
    await removeResident(ledger, { id, revision, reason: '登记错了' })
    await add(ledger, { idNumber: '11010519491231002X', birthWhen: '1949-12-31' })
    expect(await failureOf(restoreResident(ledger, { id }, context))).toBe('duplicateIdNumber idNumber')
    expect((await listRemovedResidents(ledger, page)).totalCount).toBe(1)
  })
})
