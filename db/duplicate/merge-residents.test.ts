import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import type { MergeRequest } from '../../domain/duplicate-merge.ts'
import { FailureError } from '../../domain/failure.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { ownPhone, residentDraftSchema, type Resident } from '../../domain/resident.ts'
import { aCitizenNumber, aResidentDraft, aSealedMatter, anActor } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { recordLifeEvent, withdrawLifeEvent } from '../life/life-event.service.ts'
import { listResidents } from '../resident/resident-list.queries.ts'
import { findIdNumberOwner, getResident } from '../resident/resident.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { listSealedPeople, saveSealedMatters } from '../sealed-matter/sealed-matter.service.ts'
import { festivalRules } from '../testing/festival-rules.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { presentOn } from '../testing/present-on.ts'
import { testKey } from '../testing/test-key.ts'
import { visitOperations } from '../visit/visit.operations.ts'
import { duplicateOperations as operations } from './duplicate.operations.ts'

const context: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const [oneNumber, otherNumber] = [aCitizenNumber('1950-05-20', 12), aCitizenNumber('1950-05-20', 398)]

async function add(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0] = {}) {
  return saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })
}

/** What was entered of a record, with something else in it. */
async function change(ledger: Ledger, id: number, overrides: object) {
  const record = await getResident(ledger, id)
  const draft = residentDraftSchema.parse({
    ...z.object(residentDraftSchema.shape).parse(record),
    ...overrides,
  })
  return saveResident(ledger, { id, revision: record.revision, draft })
}

async function merge(
  ledger: Ledger,
  kept: Resident,
  merged: Resident,
  choices: MergeRequest['choices'] = {},
) {
  const [one, other] = [await getResident(ledger, kept.id), await getResident(ledger, merged.id)]
  return operations['duplicate.merge'](ledger, {
    keptId: one.id,
    mergedId: other.id,
    keptRevision: one.revision,
    mergedRevision: other.revision,
    choices,
  })
}

/** One woman twice: at home with her husband, and alone with what a second roster knew. */
async function office(actor = anActor({ isInSealedCircle: true })) {
  const ledger = openTestLedger({ actor })
  const home = { building: '1号楼', unit: '', room: '101' }
  const one = await add(ledger, {
    name: '王秀英',
    idNumber: oneNumber,
    dwelling: home,
    relationToHead: '10',
    phones: [ownPhone('13900001111')],
    careTags: [{ careTag: 'lowIncome', fromOn: '2024-01-01', toOn: '2024-12-31' }],
    note: '爱下棋',
  })
  const husband = await add(ledger, {
    name: '李建国',
    dwelling: home,
    relationToHead: '01',
    spouseId: one.id,
  })
  const two = await add(ledger, {
    name: '王秀瑛',
    idNumber: otherNumber,
    dwelling: { building: '2号楼', unit: '', room: '202' },
    relationToHead: '01',
    phones: [ownPhone('139-0000-1111'), ownPhone('029-80000000', '女儿')],
    careTags: [
      { careTag: 'lowIncome', fromOn: '2023-01-01', toOn: null },
      { careTag: 'veteran', fromOn: null, toOn: null },
    ],
    note: '独居',
    ethnicGroup: '01',
  })
  return { ledger, one, two, husband }
}

async function openRound(ledger: Ledger, residentIds: readonly number[], year = 2027) {
  const rules = await festivalRules(ledger)
  const { id: visitRoundId } = await visitOperations['visitRound.create'](ledger, {
    name: `${year} 年走访`,
    festival: 'springFestival',
    year,
    cutoffOn: asCalendarDate(`${year}-02-05`),
    ruleIds: rules.map(({ id }) => id),
  })
  const tasks = async () =>
    (await visitOperations['visitTask.list'](ledger, { visitRoundId, view: 'all', offset: 0, limit: 50 }))
      .rows
  for (const residentId of residentIds)
    if (!(await tasks()).some((task) => task.residentId === residentId))
      await visitOperations['visitTask.add'](ledger, {
        visitRoundId,
        residentId,
        reason: `请求 ${residentId}`,
      })
  return { visitRoundId, tasks }
}

describe('merging two records', () => {
  it('gives the one that stays what was chosen, and the lists of both', async () => {
    const { ledger, one, two, husband } = await office()
    await merge(ledger, one, two, { name: 'merged', note: 'both', document: 'kept', home: 'kept' })
    const merged = await getResident(ledger, one.id)
    expect(merged).toMatchObject({
      name: '王秀瑛',
      idNumber: oneNumber,
      note: '爱下棋\n独居',
      // Nothing was known of it here.
      ethnicGroup: '01',
      householdId: one.householdId,
      relationToHead: '10',
      spouseId: husband.id,
      phones: [{ number: '13900001111' }, { number: '029-80000000', note: '女儿' }],
      otherDocuments: [{ documentType: 'citizenId', number: otherNumber, isFormer: true }],
    })
    expect(merged.careTags).toEqual([
      { careTag: 'lowIncome', fromOn: '2023-01-01', toOn: null },
      { careTag: 'veteran', fromOn: null, toOn: null },
    ])
  })

  it('takes the other record out of lists, search, counts and numbers', async () => {
    const { ledger, one, two } = await office()
    await merge(ledger, one, two)
    const list = (search: string) =>
      listResidents(ledger, { filter: { ...noFilter, search }, offset: 0, limit: 10 })
    expect((await list('')).rows.map(({ id }) => id)).toEqual([one.id + 1, one.id])
    expect((await list('王秀瑛')).totalCount).toBe(0)
    expect(await findIdNumberOwner(ledger, otherNumber, null)).toBeNull()
    await expect(getResident(ledger, two.id)).rejects.toEqual(new FailureError('notFound'))
    await operations['duplicate.scan'](ledger, {}, context)
    expect(
      await operations['duplicate.list'](ledger, { certainty: null, offset: 0, limit: 9 }),
    ).toMatchObject({
      totalCount: 0,
    })
    expect((await add(ledger, { name: '王秀瑛', idNumber: otherNumber })).id).toBeGreaterThan(two.id)
  })

  it('moves the home and the marriage that were chosen, and leaves nobody without a head or married to nobody', async () => {
    const { ledger, one, two, husband } = await office()
    await merge(ledger, two, one, { home: 'merged', marriage: 'merged' })
    expect(await getResident(ledger, two.id)).toMatchObject({
      householdId: one.householdId,
      relationToHead: '10',
      spouseId: husband.id,
    })
    expect((await getResident(ledger, husband.id)).spouseId).toBe(two.id)
    const heads = ledger.raw.prepare('SELECT id, headResidentId FROM household ORDER BY id').all()
    expect(heads).toEqual([
      { id: one.householdId, headResidentId: husband.id },
      { id: two.householdId, headResidentId: null },
    ])
  })

  it('makes one visit of two in a round and keeps the result that was recorded', async () => {
    const { ledger, one, two } = await office()
    const { tasks } = await openRound(ledger, [one.id, two.id])
    const task = (await tasks()).find(({ residentId }) => residentId === two.id)
    await visitOperations['visitTask.record'](ledger, {
      visitTaskId: task?.id ?? 0,
      revision: task?.revision ?? 0,
      outcome: 'done',
      visitedOn: asCalendarDate('2026-11-20'),
      visitor: '小李',
      note: '很好',
    })
    const other = await openRound(ledger, [two.id], 2028)
    await merge(ledger, one, two)
    const mine = (await tasks()).filter(({ residentId }) => residentId === one.id)
    expect(mine).toMatchObject([{ outcome: 'done', visitedOn: '2026-11-20', visitor: '小李', note: '很好' }])
    expect((await tasks()).some(({ residentId }) => residentId === two.id)).toBe(false)
    expect((await other.tasks()).filter(({ residentId }) => residentId === one.id)).toHaveLength(1)
  })

  it('joins sealed matters of one kind and tells nobody', async () => {
    const { ledger, one, two } = await office()
    const matter = (note: string) => aSealedMatter({ kind: 'mentalDisorder', note })
    await saveSealedMatters(ledger, { id: one.id, before: [], matters: [matter('按时服药')] }, context)
    await saveSealedMatters(ledger, { id: two.id, before: [], matters: [matter('每月随访')] }, context)
    const outsider = ledgerFor(ledger, anActor())
    const { mergeId } = await merge(outsider, one, two)
    expect(ledger.raw.prepare('SELECT residentId, note FROM sealedMatter ORDER BY residentId').all()).toEqual(
      [
        { residentId: one.id, note: '按时服药\n每月随访' },
        { residentId: two.id, note: '每月随访' },
      ],
    )
    const reason = { purpose: 'service', text: '' } as const
    expect(await listSealedPeople(ledger, { reason })).toMatchObject([{ residentId: one.id }])
    const undone = await operations['duplicate.undoMerge'](outsider, { mergeId })
    expect(JSON.stringify(undone)).not.toContain('ealed')
    expect(ledger.raw.prepare('SELECT note FROM sealedMatter WHERE residentId = ?').pluck().get(one.id)).toBe(
      '按时服药',
    )
  })

  it('leaves to nobody a choice about what is not theirs to write', async () => {
    const disability = { category: '4', grade: '2', reissueCount: 0 } as const
    const ledger = openTestLedger()
    const one = await add(ledger, { disability: { ...disability, grade: '1' } })
    const two = await add(ledger, { disability })
    const three = await add(ledger, { disability: null })
    const worker = ledgerFor(ledger, anActor({ role: 'worker' }))
    await merge(worker, one, two, { disability: 'merged' })
    expect((await getResident(ledger, one.id)).disability).toEqual({ ...disability, grade: '1' })
    await merge(worker, three, one, { disability: 'kept' })
    expect((await getResident(ledger, three.id)).disability).toEqual({ ...disability, grade: '1' })
  })

  it('is refused for records that changed or are gone, and where the lists would not fit', async () => {
    const { ledger, one, two } = await office()
    const ask = (keptRevision: number, mergedId = two.id) =>
      operations['duplicate.merge'](ledger, {
        keptId: one.id,
        mergedId,
        keptRevision,
        mergedRevision: two.revision,
        choices: {},
      })
    await expect(ask(99)).rejects.toEqual(new FailureError('staleRecord'))
    const { revision } = await getResident(ledger, one.id)
    await expect(ask(revision, 99)).rejects.toEqual(new FailureError('notFound'))
    const phones = (from: number) =>
      Array.from({ length: 6 }, (_, index) => ownPhone(`1390000${from + index}`))
    await change(ledger, one.id, { phones: phones(1000) })
    await change(ledger, two.id, { phones: phones(2000) })
    await expect(merge(ledger, one, two)).rejects.toEqual(new FailureError('mergeTooMany'))
    expect((await getResident(ledger, two.id)).phones).toHaveLength(6)
  })

  it('stands in the audit trail and on the timeline, without anything about the person', async () => {
    const { ledger, one, two } = await office()
    await merge(ledger, one, two, { name: 'merged' })
    const entry = ledger.raw.prepare('SELECT * FROM auditEntry ORDER BY seq DESC LIMIT 1').get()
    expect(entry).toMatchObject({ action: 'merged', objectId: one.id, detail: `{"otherId":${two.id}}` })
    expect(JSON.stringify(entry)).not.toMatch(/王秀|13900001111|爱下棋/)
    const changes = ledger.raw
      .prepare<[number], string>(`SELECT field FROM recordChange WHERE source = 'merge' AND residentId = ?`)
      .pluck()
      .all(one.id)
    expect(changes).toEqual(expect.arrayContaining(['name', 'careTags', 'phones', 'otherDocuments']))
  })
})

describe('taking a merge back', () => {
  it('leaves and names what people changed or added since, and brings the other record back whole', async () => {
    const { ledger, one, two } = await office()
    const round = await openRound(ledger, [one.id, two.id])
    const before = await getResident(ledger, two.id)
    const { mergeId } = await merge(ledger, one, two, { name: 'merged', ethnicGroup: 'merged' })
    const phones = [...(await getResident(ledger, one.id)).phones, ownPhone('13700000000')]
    await change(ledger, one.id, { name: '王秀莹', phones })
    await openRound(ledger, [one.id], 2028)
    const [task] = (await round.tasks()).filter(({ residentId }) => residentId === one.id)
    await visitOperations['visitTask.record'](ledger, {
      visitTaskId: task?.id ?? 0,
      revision: task?.revision ?? 0,
      outcome: 'absent',
      visitedOn: asCalendarDate('2026-11-20'),
      visitor: '小李',
      note: '',
    })
    const undone = await operations['duplicate.undoMerge'](ledger, { mergeId })
    expect(undone).toEqual({
      keptId: one.id,
      mergedId: two.id,
      changedParts: ['name'],
      addedParts: ['phones', 'visits'],
    })
    expect(await getResident(ledger, one.id)).toMatchObject({
      name: '王秀莹',
      ethnicGroup: null,
      otherDocuments: [],
      phones: [{ number: '13900001111' }, { number: '13700000000' }],
      careTags: [{ careTag: 'lowIncome', toOn: '2024-12-31' }],
    })
    const whole = z.object(residentDraftSchema.shape).parse(before)
    expect(await getResident(ledger, two.id)).toMatchObject(whole)
    const visited = (await round.tasks()).map(({ residentId, outcome }) => [residentId, outcome])
    expect(visited).toEqual(
      expect.arrayContaining([
        [one.id, 'absent'],
        [two.id, 'pending'],
      ]),
    )
  })

  it('does not turn out whoever is head of the household by now', async () => {
    const { ledger, one, two, husband } = await office()
    const { mergeId } = await merge(ledger, one, two, { home: 'merged' })
    await change(ledger, husband.id, {
      dwelling: { building: '2号楼', unit: '', room: '202' },
      relationToHead: '01',
    })
    await change(ledger, one.id, { relationToHead: '10' })
    const { changedParts } = await operations['duplicate.undoMerge'](ledger, { mergeId })
    expect(changedParts).toContain('home')
    const twoHeads = ledger.raw
      .prepare(
        `SELECT householdId FROM resident WHERE relationToHead = '01' AND removedAt IS NULL
         GROUP BY householdId HAVING count(*) > 1`,
      )
      .all()
    expect(twoHeads).toEqual([])
  })

  it('opens a home anew at its door where it ended since, and is at home with nobody else', async () => {
    const { ledger, one, two } = await office()
    const { mergeId } = await merge(ledger, one, two, { home: 'merged' })
    await change(ledger, one.id, { dwelling: { building: '3号楼', unit: '', room: '303' } })
    const stranger = await add(ledger, {
      name: '赵六',
      dwelling: { building: '4号楼', unit: '', room: '404' },
      relationToHead: '01',
    })
    await operations['duplicate.undoMerge'](ledger, { mergeId })
    const back = await getResident(ledger, two.id)
    expect(back).toMatchObject({ dwelling: two.dwelling, relationToHead: '01' })
    expect([two.householdId, back.householdId]).not.toContain(stranger.householdId)
    expect((await getResident(ledger, one.id)).dwelling?.room).toBe('303')
    const heads = ledger.raw.prepare('SELECT id FROM household WHERE headResidentId = ?').pluck()
    expect([heads.all(two.id), heads.all(stranger.id)]).toEqual([[back.householdId], [stranger.householdId]])
    expect(ledger.raw.pragma('foreign_key_check')).toEqual([])
  })

  it('is done once, and the last merge first', async () => {
    const { ledger, one, two, husband } = await office()
    const first = await merge(ledger, one, two)
    const second = await merge(ledger, husband, one)
    const undo = (mergeId: number) => operations['duplicate.undoMerge'](ledger, { mergeId })
    await expect(undo(first.mergeId)).rejects.toEqual(new FailureError('mergeNotLast'))
    await undo(second.mergeId)
    await undo(first.mergeId)
    await expect(undo(first.mergeId)).rejects.toEqual(new FailureError('mergeUndone'))
    await expect(undo(99)).rejects.toEqual(new FailureError('notFound'))
    const { totalCount, rows } = await operations['duplicate.listMerges'](ledger, { offset: 0, limit: 1 })
    expect({ totalCount, names: rows.map(({ keptName, mergedName }) => [keptName, mergedName]) }).toEqual({
      totalCount: 2,
      names: [['李建国', '王秀英']],
    })
    expect(rows[0]?.undoneAt).not.toBeNull()
  })

  it('is refused while somebody else has the number', async () => {
    const { ledger, one, two } = await office()
    const { mergeId } = await merge(ledger, one, two)
    await add(ledger, { name: '王秀瑛', idNumber: otherNumber })
    await expect(operations['duplicate.undoMerge'](ledger, { mergeId })).rejects.toMatchObject({
      failure: { code: 'duplicateIdNumber', field: 'idNumber' },
    })
    await expect(getResident(ledger, two.id)).rejects.toEqual(new FailureError('notFound'))
  })

  it('gives a visit whose number is taken by now another one', async () => {
    const { ledger, one, two } = await office()
    const round = await openRound(ledger, [one.id, two.id])
    const last = (await round.tasks()).find(({ residentId }) => residentId === two.id)
    const { mergeId } = await merge(ledger, one, two)
    const newer = await openRound(ledger, [one.id], 2028)
    expect((await newer.tasks()).map(({ id }) => id)).toContain(last?.id)
    await operations['duplicate.undoMerge'](ledger, { mergeId })
    const back = (await round.tasks()).find(({ residentId }) => residentId === two.id)
    expect(back).toMatchObject({ reasons: last?.reasons ?? [], addedReason: last?.addedReason ?? '' })
    expect(ledger.raw.pragma('foreign_key_check')).toEqual([])
  })
})

it('leaves the one person where the events of both records say, whatever was chosen', async () => {
  const ledger = openTestLedger()
  const [one, other] = [await add(ledger), await add(ledger)]
  await recordLifeEvent(
    ledger,
    {
      residentId: other.id,
      revision: other.revision,
      kind: 'movedOut',
      happenedOn: asCalendarDate('2026-11-01'),
      place: '',
      note: '',
      newHeadId: null,
      isSpouseWidowed: false,
    },
    { key: testKey },
  )
  const { mergeId } = await merge(ledger, one, other)
  expect((await getResident(ledger, one.id)).presence).toBe('movedOut')
  expect(await presentOn(ledger, asCalendarDate('2026-10-31'))).toEqual([one.id])
  expect(await presentOn(ledger, asCalendarDate('2026-11-01'))).toEqual([])
  await operations['duplicate.undoMerge'](ledger, { mergeId })
  expect((await getResident(ledger, one.id)).presence).toBe('here')
  expect((await getResident(ledger, other.id)).presence).toBe('movedOut')

  const again = await merge(ledger, await getResident(ledger, one.id), await getResident(ledger, other.id))
  await withdrawLifeEvent(ledger, { id: one.id }, { key: testKey })
  await operations['duplicate.undoMerge'](ledger, { mergeId: again.mergeId })
  expect((await getResident(ledger, other.id)).presence).toBe('here')
})
