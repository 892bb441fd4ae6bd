import { beforeEach, describe, expect, it } from 'vitest'
import type { CareEventDraft } from '../../domain/care-event.ts'
import { sealedLabels } from '../../domain/labels/sealed.zh.ts'
import {
  aFamilyEvent,
  aHospitalStay,
  aResidentDraft,
  anActor,
  fixedClock,
} from '../../domain/testing/builders.ts'
import { heldDuties, handOverDuties } from '../duty/duty-kinds.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { lifeOperations } from '../life/life.operations.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { getResident } from '../resident/resident.queries.ts'
import { removeResident } from '../resident/recycle-bin.service.ts'
import { saveResident } from '../resident/resident.service.ts'
import { inTestTransaction, openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { careEventOperations } from './care-event.operations.ts'

const context: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const reason = { purpose: 'service', text: '' } as const
const page = { offset: 0, limit: 200 }
const everything = { kind: null, staffId: null, isToVisitOnly: false }

const director = anActor({ staffId: 1 })
const named = anActor({ staffId: 2, name: '丁社工', role: 'worker' })
const other = anActor({ staffId: 3, name: '李社工', role: 'worker', isInSealedCircle: true })
const viewer = anActor({ staffId: 4, name: '只看', role: 'viewer', isInSealedCircle: true })

let ledger: Ledger
let person: number
beforeEach(async () => {
  ledger = openTestLedger({ clock: fixedClock('2026-11-25') })
  const account = { isInSealedCircle: 0, pinHash: null, createdAt: '', closedAt: null, revision: 1 } as const
  await ledger.writer
    .insertInto('staff')
    .values([
      { ...account, id: 1, name: '赵主任', role: 'director' },
      { ...account, id: 2, name: '丁社工', role: 'worker' },
      { ...account, id: 3, name: '李社工', role: 'worker' },
      { ...account, id: 4, name: '只看', role: 'viewer' },
    ])
    .execute()
  person = await add('王秀英', '301')
})

async function add(name: string, room: string): Promise<number> {
  const draft = aResidentDraft({
    name,
    dwelling: { building: '1号楼', unit: '2', room },
    birthWhen: '1940-05-20',
  })
  return (await saveResident(ledger, { id: null, revision: null, draft })).id
}

function report(draft: CareEventDraft, as: Ledger = ledger, isDeathKnown?: true) {
  const death = isDeathKnown === undefined ? {} : { isDeathKnown }
  return careEventOperations['careEvent.save'](as, { id: null, revision: null, draft, ...death }, context)
}

const listed = async (as: Ledger = ledger) =>
  (await careEventOperations['careEvent.list'](as, { filter: everything, ...page })).rows
const sealedFor = (actor: typeof director, residentId: number | null = null) =>
  careEventOperations['careEvent.listSealed'](ledgerFor(ledger, actor), { residentId, reason })
const events = () => ledger.raw.prepare<[], { id: number; revision: number }>('SELECT * FROM careEvent').all()

describe('a family event', () => {
  it('is known to everybody who visits, with whom it is about and who goes, the latest report first', async () => {
    await report(aFamilyEvent({ residentId: person, staffId: 2, reportedOn: '2026-11-20' }))
    const dispute = aFamilyEvent({ kind: 'dispute', residentId: person, staffId: 3, isForHousehold: false })
    await report({ ...dispute, reportedOn: dispute.reportedOn })
    const rows = await listed(ledgerFor(ledger, other))
    expect(rows).toMatchObject([
      { kind: 'dispute', residentName: '王秀英', worker: { staffId: 3, name: '李社工' } },
      { kind: 'bereavement', address: '1号楼2单元301', worker: { name: '丁社工' }, isForHousehold: true },
    ])
    const only = await careEventOperations['careEvent.list'](ledger, {
      filter: { kind: 'bereavement', staffId: 2, isToVisitOnly: false },
      ...page,
    })
    expect(only.totalCount).toBe(1)
  })

  it('is changed on the newest version alone, and never becomes a sealed one', async () => {
    await report(aFamilyEvent({ residentId: person, staffId: 2 }))
    const [event] = await listed()
    const draft = aFamilyEvent({ residentId: person, staffId: 2, note: '三天后出殡' })
    const change = (revision: number, changed: CareEventDraft) =>
      careEventOperations['careEvent.save'](ledger, { id: event?.id ?? 0, revision, draft: changed }, context)
    await expect(change(0, draft)).rejects.toMatchObject({ failure: { code: 'staleRecord' } })
    await expect(change(1, { ...draft, kind: 'seriousIllness' })).rejects.toMatchObject({
      failure: { code: 'invalidInput', field: 'kind', detail: 'otherSecrecy' },
    })
    await expect(change(1, { ...draft, residentId: await add('别人', '1') })).rejects.toMatchObject({
      failure: { field: 'residentId' },
    })
    await change(1, draft)
    expect(await listed()).toMatchObject([{ note: '三天后出殡', revision: 2 }])
    const { rows } = await residentTimeline(ledger, { id: person, ...page })
    expect(rows.map(({ field, after }) => [field, after])).toEqual([
      ['careEvent:1', '丧事，2026-11-19，2026-11-20 得知（邻居），三天后出殡'],
      ['careEvent:1', '丧事，2026-11-19，2026-11-20 得知（邻居）'],
      ['record', ''],
    ])
    const asViewer = await residentTimeline(ledgerFor(ledger, viewer), { id: person, ...page })
    expect(asViewer.totalCount).toBe(1)
  })

  it('of a household stands with everybody of it, and waits with its person in the recycle bin', async () => {
    const mate = await add('王小明', '301')
    await report(aFamilyEvent({ residentId: person, staffId: 2 }))
    await report(aFamilyEvent({ residentId: person, staffId: 2, isForHousehold: false, kind: 'other' }))
    const of = async (residentId: number) =>
      (await careEventOperations['careEvent.ofResident'](ledger, { residentId })).map(({ kind }) => kind)
    expect([await of(person), await of(mate)]).toEqual([['other', 'bereavement'], ['bereavement']])
    const { revision } = await getResident(ledger, person)
    await removeResident(ledger, { id: person, revision, reason: '登记错了' })
    expect([await listed(), await of(mate)]).toEqual([[], []])
  })

  it('is deleted with a reason where it was a mistake, and its number is not given again', async () => {
    await report(aFamilyEvent({ residentId: person, staffId: 2 }))
    const remove = (revision: number, why: string) =>
      careEventOperations['careEvent.remove'](ledger, { id: 1, revision, reason: why }, context)
    await expect(remove(1, ' ')).rejects.toMatchObject({ failure: { code: 'reasonRequired' } })
    await expect(remove(9, '登记错了')).rejects.toMatchObject({ failure: { code: 'staleRecord' } })
    await remove(1, '登记错了')
    await expect(remove(1, '登记错了')).rejects.toMatchObject({ failure: { code: 'notFound' } })
    await report(aFamilyEvent({ residentId: person, staffId: 2 }))
    expect(events().map(({ id }) => id)).toEqual([2])
  })
})

describe('a stay in hospital', () => {
  it('is reported by anybody who visits, who then hears only with whom it is', async () => {
    const stay = aHospitalStay({ residentId: person, staffId: 2, note: '化疗' })
    expect(await report(stay, ledgerFor(ledger, other))).toEqual({
      isSealed: true,
      workerName: '丁社工',
      visit: null,
    })
    for (const actor of [director, named, other]) expect(await listed(ledgerFor(ledger, actor))).toEqual([])
    expect(await sealedFor(other)).toEqual([])
    expect(await sealedFor(named)).toMatchObject([{ hospital: '市第一医院', note: '化疗' }])
    expect(await sealedFor(director)).toMatchObject([{ hospital: '市第一医院' }])
    await expect(sealedFor(viewer)).rejects.toMatchObject({ failure: { code: 'notAllowed' } })
  })

  it('is changed and deleted by its worker and the director, and is not there for anybody else', async () => {
    await report(aHospitalStay({ residentId: person, staffId: 2 }))
    const notFound = { failure: { code: 'notFound' } }
    const change = (actor: typeof director, revision: number, draft: CareEventDraft) =>
      careEventOperations['careEvent.save'](ledgerFor(ledger, actor), { id: 1, revision, draft }, context)
    const home = aHospitalStay({ residentId: person, staffId: 2, dischargedOn: '2026-11-24' })
    // A wrong version tells no more than a right one.
    for (const revision of [1, 9]) await expect(change(other, revision, home)).rejects.toMatchObject(notFound)
    await expect(careEventOperations['careEvent.get'](ledger, { id: 1 })).rejects.toMatchObject(notFound)
    await change(named, 1, home)
    // Given to somebody else, it is gone for who gave it.
    await change(named, 2, { ...home, staffId: 3 })
    expect(await sealedFor(named)).toEqual([])
    expect(await sealedFor(other)).toMatchObject([{ dischargedOn: '2026-11-24', worker: { name: '李社工' } }])
    const gone = { id: 1, revision: 3, reason: '登记错了' }
    await expect(
      careEventOperations['careEvent.remove'](ledgerFor(ledger, named), gone, context),
    ).rejects.toMatchObject(notFound)
    await careEventOperations['careEvent.remove'](ledger, gone, context)
    expect(await sealedFor(director)).toEqual([])
  })

  it('is looked at with a reason that stands in the trail, of everybody or of one person', async () => {
    const neighbour = await add('李建国', '302')
    await report(aHospitalStay({ residentId: person, staffId: 2 }))
    await report(aFamilyEvent({ kind: 'seriousIllness', residentId: neighbour, staffId: 2 }))
    expect(await sealedFor(named)).toHaveLength(2)
    expect(await sealedFor(named, neighbour)).toMatchObject([{ kind: 'seriousIllness' }])
    const looks = ledger.raw
      .prepare(`SELECT objectId, detail FROM auditEntry WHERE action = 'sealedViewed' ORDER BY seq`)
      .raw()
      .all()
    expect(looks).toEqual([
      [null, '{"purpose":"service","personCount":2}'],
      [neighbour, '{"purpose":"service","personCount":1}'],
    ])
  })

  it('leaves no word of it elsewhere, and its history is there for those alone who answer for it', async () => {
    await report(aHospitalStay({ residentId: person, staffId: 2, hospital: '红十字医院', note: '第二疗程' }))
    const tables = ledger.raw
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all()
      .filter((table) => !['careEvent', 'visitRule'].includes(table))
    const elsewhere = JSON.stringify(
      tables.map((table) => ledger.raw.prepare(`SELECT * FROM ${table}`).all()),
    )
    expect(elsewhere).toContain('王秀英')
    for (const word of ['红十字医院', '第二疗程', 'hospitalStay', '2026-11-18'])
      expect(elsewhere).not.toContain(word)
    const told = async (actor: typeof director) =>
      (await residentTimeline(ledgerFor(ledger, actor), { id: person, ...page })).rows.map(
        ({ field, before, after, isUndoable }) => [field, before, after, isUndoable],
      )
    const record = ['record', '', '', false]
    const line = ['careEvent:1', '', sealedLabels.inHistory, false]
    expect(await told(director)).toEqual([line, record])
    expect(await told(named)).toEqual([line, record])
    expect(await told(other)).toEqual([record])
    expect(await told(viewer)).toEqual([record])
  })

  it('of somebody who died is asked about, and began before the death', async () => {
    const { revision } = await getResident(ledger, person)
    const death = { kind: 'deathConfirmed', happenedOn: '2026-11-19', place: '', note: '' } as const
    await lifeOperations['life.record'](
      ledger,
      { residentId: person, revision, ...death, newHeadId: null, isSpouseWidowed: false } as never,
      context,
    )
    const stay = aHospitalStay({ residentId: person, staffId: 2 })
    await expect(report(stay)).rejects.toMatchObject({
      failure: { code: 'invalidInput', field: 'residentId', detail: 'deceased' },
    })
    const late = aHospitalStay({ residentId: person, staffId: 2, admittedOn: '2026-11-20' })
    await expect(report(late, ledger, true)).rejects.toMatchObject({
      failure: { field: 'admittedOn', detail: 'afterDeath' },
    })
    await report(stay, ledger, true)
    expect(events()).toHaveLength(1)
    // A family mourns: nobody asks about that.
    await report(aFamilyEvent({ residentId: person, staffId: 2 }))
  })

  it('is given to nobody who may not write, and wrong days are named', async () => {
    for (const staffId of [4, 99])
      await expect(report(aHospitalStay({ residentId: person, staffId }))).rejects.toMatchObject({
        failure: { code: 'invalidInput', field: 'staffId' },
      })
    await expect(
      report(aHospitalStay({ residentId: person, staffId: 2, dischargedOn: '2026-11-17' })),
    ).rejects.toMatchObject({ failure: { field: 'dischargedOn', detail: 'beforeAdmission' } })
    await expect(report(aHospitalStay({ residentId: 99, staffId: 2 }))).rejects.toMatchObject({
      failure: { code: 'notFound' },
    })
    expect(events()).toEqual([])
  })
})

it('goes to a successor with an account, but for what is sealed', async () => {
  await report(aFamilyEvent({ residentId: person, staffId: 2 }))
  await report(aHospitalStay({ residentId: person, staffId: 2 }))
  expect(await heldDuties(ledger.db, 2)).toEqual([{ duty: 'careEvent', count: 1 }])
  await inTestTransaction(ledger, (trx) => handOverDuties(trx, 2, 3))
  expect(await listed()).toMatchObject([{ worker: { staffId: 3 } }])
  expect(await sealedFor(other)).toEqual([])
  expect(await sealedFor(director)).toMatchObject([{ worker: { staffId: 2 } }])
})
