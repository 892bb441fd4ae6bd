import { beforeEach, describe, expect, test } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import { aResidentDraft } from '../../domain/testing/builders.ts'
import type { VisitResultDraft, VisitRound, VisitTask } from '../../domain/visit.ts'
import type { Ledger } from '../ledger.ts'
import { removeResident, restoreResident } from '../resident/recycle-bin.service.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { visitOperations } from './visit.operations.ts'

const d = asCalendarDate
const stale = { failure: { code: 'staleRecord' } }

let ledger: Ledger
let round: VisitRound
let elderId: number
let youngId: number
beforeEach(async () => {
  ledger = openTestLedger()
  elderId = await add({ name: '赵淑珍', birthWhen: '1940-05-20' })
  youngId = await add({ name: '王伟', birthWhen: '1990-05-20' })
  round = await openRound()
})

async function add(overrides: Partial<Record<keyof ResidentDraft, unknown>>): Promise<number> {
  return (await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })).id
}

async function openRound(name = '2027年春节走访'): Promise<VisitRound> {
  const [rule] = await visitOperations['visitRule.list'](ledger)
  return visitOperations['visitRound.create'](ledger, {
    name,
    festival: 'springFestival',
    year: 2027,
    cutoffOn: d('2027-02-05'),
    ruleIds: rule === undefined ? [] : [rule.id],
  })
}

async function list(view: 'all' | 'pending' | 'recorded' | 'removed'): Promise<readonly VisitTask[]> {
  const page = { visitRoundId: round.id, view, offset: 0, limit: 200 }
  return (await visitOperations['visitTask.list'](ledger, page)).rows
}

async function onlyTask(): Promise<VisitTask> {
  const [task, ...others] = await list('all')
  if (task === undefined || others.length > 0) throw new Error('one task expected')
  return task
}

const names = (tasks: readonly VisitTask[]) => tasks.map(({ residentName }) => residentName)
const addByHand = (residentId: number, reason: string) =>
  visitOperations['visitTask.add'](ledger, { visitRoundId: round.id, residentId, reason })
const counts = async () => visitOperations['visitRound.get'](ledger, { id: round.id })

describe('adding by hand', () => {
  test('keeps the reason and counts the person', async () => {
    const task = await addByHand(youngId, '刚做完手术')
    expect(task).toMatchObject({
      residentName: '王伟',
      isAddedByHand: true,
      addedReason: '刚做完手术',
      reasons: [],
      outcome: 'pending',
      age: 36,
    })
    expect(await counts()).toMatchObject({ targetCount: 2 })
  })

  test('is not offered for a record in the recycle bin, whose own visits wait there with it', async () => {
    const removal = { revision: 1, reason: '登记错了' }
    await removeResident(ledger, { id: youngId, ...removal })
    await expect(addByHand(youngId, '刚做完手术')).rejects.toMatchObject({ failure: { code: 'notFound' } })
    await removeResident(ledger, { id: elderId, ...removal })
    expect([await list('all'), (await counts()).targetCount]).toEqual([[], 0])
    await restoreResident(ledger, { id: elderId }, { key: testKey })
    expect([names(await list('all')), (await counts()).targetCount]).toEqual([['赵淑珍'], 1])
  })

  test('needs a reason', async () => {
    await expect(addByHand(youngId, ' ')).rejects.toMatchObject({
      failure: { code: 'reasonRequired', field: 'reason' },
    })
    expect(names(await list('all'))).toEqual(['赵淑珍'])
  })

  test('refuses somebody who is already on the list, and says at which field', async () => {
    await expect(addByHand(elderId, '再去一次')).rejects.toMatchObject({
      failure: { code: 'invalidInput', field: 'residentId' },
    })
  })

  test('brings back somebody who was taken off, without a second task', async () => {
    const { id, revision } = await onlyTask()
    await visitOperations['visitTask.remove'](ledger, { visitTaskId: id, revision, reason: '住院' })
    expect(await addByHand(elderId, '已出院')).toMatchObject({
      id,
      isRemoved: false,
      removedReason: '',
      isAddedByHand: true,
      addedReason: '已出院',
      reasons: ['70周岁及以上'],
      revision: revision + 2,
    })
    expect(await counts()).toMatchObject({ targetCount: 1, removedCount: 0 })
  })

  test('knows neither a round nor a person that does not exist', async () => {
    const notFound = { failure: { code: 'notFound' } }
    await expect(addByHand(999, '邻居')).rejects.toMatchObject(notFound)
    const elsewhere = visitOperations['visitTask.add'](ledger, {
      visitRoundId: 9,
      residentId: youngId,
      reason: '邻居',
    })
    await expect(elsewhere).rejects.toMatchObject(notFound)
  })
})

describe('taking off and putting back', () => {
  test('a person taken off is in no view but that of the removed, with the reason', async () => {
    const { id, revision } = await onlyTask()
    await visitOperations['visitTask.remove'](ledger, { visitTaskId: id, revision, reason: '已搬走' })
    expect([await list('all'), await list('pending'), await list('recorded')]).toEqual([[], [], []])
    expect(await list('removed')).toMatchObject([{ residentName: '赵淑珍', removedReason: '已搬走' }])
    expect(await counts()).toMatchObject({ targetCount: 0, removedCount: 1 })

    const back = await visitOperations['visitTask.restore'](ledger, {
      visitTaskId: id,
      revision: revision + 1,
    })
    expect(back).toMatchObject({ isRemoved: false, removedReason: '', revision: revision + 2 })
    expect(names(await list('pending'))).toEqual(['赵淑珍'])
  })

  test('an older revision is refused and nothing changes', async () => {
    const { id, revision } = await onlyTask()
    await visitOperations['visitTask.remove'](ledger, { visitTaskId: id, revision, reason: '已搬走' })
    const remove = visitOperations['visitTask.remove'](ledger, { visitTaskId: id, revision, reason: '重复' })
    await expect(remove).rejects.toMatchObject(stale)
    const restore = visitOperations['visitTask.restore'](ledger, { visitTaskId: id, revision })
    await expect(restore).rejects.toMatchObject(stale)
    expect(await list('removed')).toMatchObject([{ removedReason: '已搬走', revision: revision + 1 }])
  })

  test('only people on the list are taken off, only others are put back', async () => {
    const { id, revision } = await onlyTask()
    const restore = visitOperations['visitTask.restore'](ledger, { visitTaskId: id, revision })
    await expect(restore).rejects.toMatchObject(stale)
    await visitOperations['visitTask.remove'](ledger, { visitTaskId: id, revision, reason: '已搬走' })
    const again = visitOperations['visitTask.remove'](ledger, {
      visitTaskId: id,
      revision: revision + 1,
      reason: '重复',
    })
    await expect(again).rejects.toMatchObject(stale)
  })

  test('needs a reason, and a task that exists', async () => {
    const { id, revision } = await onlyTask()
    const silent = visitOperations['visitTask.remove'](ledger, { visitTaskId: id, revision, reason: '' })
    await expect(silent).rejects.toMatchObject({ failure: { code: 'reasonRequired', field: 'reason' } })
    const missing = visitOperations['visitTask.remove'](ledger, {
      visitTaskId: 99,
      revision,
      reason: '已搬走',
    })
    await expect(missing).rejects.toMatchObject({ failure: { code: 'notFound' } })
  })
})

describe('recording a visit', () => {
  async function record(result: Partial<VisitResultDraft>): Promise<VisitTask> {
    const { id, revision } = await onlyTask()
    return visitOperations['visitTask.record'](ledger, {
      visitTaskId: id,
      revision,
      outcome: 'done',
      visitedOn: d('2026-11-25'),
      visitor: '孙梅',
      note: '',
      ...result,
    })
  }

  test.each([
    ['done', 'doneCount'],
    ['absent', 'absentCount'],
    ['refused', 'refusedCount'],
  ] as const)('%s is kept with date and visitor and counted', async (outcome, count) => {
    expect(await record({ outcome, note: '身体好' })).toMatchObject({
      outcome,
      visitedOn: '2026-11-25',
      visitor: '孙梅',
      note: '身体好',
      revision: 2,
    })
    expect(await counts()).toMatchObject({ targetCount: 1, [count]: 1 })
    expect([names(await list('pending')), names(await list('recorded'))]).toEqual([[], ['赵淑珍']])
  })

  test.each([
    ['visitedOn', { visitedOn: null }],
    ['visitedOn', { visitedOn: d('2026-11-26') }],
    ['visitor', { visitor: '' }],
  ] as const)('a result without a right %s is refused at that field', async (field, result) => {
    await expect(record(result)).rejects.toMatchObject({ failure: { code: 'invalidInput', field } })
    expect(await onlyTask()).toMatchObject({ outcome: 'pending', revision: 1 })
  })

  test('a result can be taken back; then date and visitor go with it', async () => {
    await record({})
    expect(await record({ outcome: 'pending', note: '记错了' })).toMatchObject({
      outcome: 'pending',
      visitedOn: null,
      visitor: '',
      note: '记错了',
    })
    expect(await counts()).toMatchObject({ doneCount: 0 })
  })

  test('an older revision and somebody no longer on the list are refused', async () => {
    const { id, revision } = await onlyTask()
    await expect(record({ revision: revision - 1 })).rejects.toMatchObject(stale)
    await visitOperations['visitTask.remove'](ledger, { visitTaskId: id, revision, reason: '已搬走' })
    const result = visitOperations['visitTask.record'](ledger, {
      visitTaskId: id,
      revision: revision + 1,
      outcome: 'done',
      visitedOn: d('2026-11-25'),
      visitor: '孙梅',
      note: '',
    })
    await expect(result).rejects.toMatchObject(stale)
  })

  test('the person shows the visits of every round, the latest first, without those taken off', async () => {
    await record({ note: '身体好' })
    const first = round
    round = await openRound('2027年元宵节走访')
    expect(await visitOperations['resident.visits'](ledger, { id: elderId })).toMatchObject([
      { roundName: '2027年元宵节走访', outcome: 'pending', visitedOn: null },
      { roundName: first.name, outcome: 'done', visitedOn: '2026-11-25', visitor: '孙梅', note: '身体好' },
    ])
    const { id, revision } = await onlyTask()
    await visitOperations['visitTask.remove'](ledger, { visitTaskId: id, revision, reason: '已走访过' })
    const visits = await visitOperations['resident.visits'](ledger, { id: elderId })
    expect(visits.map(({ roundName }) => roundName)).toEqual([first.name])
    expect(await visitOperations['resident.visits'](ledger, { id: youngId })).toEqual([])
    expect((await visitOperations['visitRound.list'](ledger)).map(({ id: roundId }) => roundId)).toEqual([
      round.id,
      first.id,
    ])
  })
})
