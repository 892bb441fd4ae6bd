import { expect, test } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { contract } from '../../domain/contract.ts'
import { type ResidentDraft, ownPhone } from '../../domain/resident.ts'
import { aResidentDraft } from '../../domain/testing/builders.ts'
import { saveResident } from '../resident/resident.service.ts'
import { festivalRules } from '../testing/festival-rules.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { visitOperations } from '../visit/visit.operations.ts'
import { paperOperations } from './paper.operations.ts'

async function aRound() {
  const ledger = openTestLedger()
  const add = async (overrides: Partial<Record<keyof ResidentDraft, unknown>>) =>
    (await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })).id
  await add({
    name: '平房老人',
    birthWhen: '1940-05-20',
    dwelling: { building: '平房', unit: '', room: '3' },
  })
  await add({
    name: '阿依古丽·买买提',
    sex: '2',
    idNumber: '11010519491231002X',
    birthWhen: '1949-12-31',
    dwelling: { building: '1号楼', unit: '2', room: '301' },
    phones: [ownPhone('13812345678')],
    livingArrangement: 'alone',
  })
  await add({ name: '已搬走', birthWhen: '1940-05-20' })
  const youngId = await add({
    name: '无证青年',
    sex: '1',
    idDocumentType: 'none',
    idNumber: '',
    birthWhen: '1990-05-20',
    dwelling: null,
    currentAddress: '市老年公寓',
    phones: [],
  })
  const rules = await festivalRules(ledger)
  const round = await visitOperations['visitRound.create'](ledger, {
    name: '2027年春节走访',
    festival: 'springFestival',
    year: 2027,
    cutoffOn: asCalendarDate('2027-02-05'),
    ruleIds: rules.map(({ id }) => id),
  })
  await visitOperations['visitTask.add'](ledger, {
    visitRoundId: round.id,
    residentId: youngId,
    reason: '刚做完手术',
  })
  const { rows } = await visitOperations['visitTask.list'](ledger, {
    visitRoundId: round.id,
    view: 'all',
    offset: 0,
    limit: 50,
  })
  const moved = rows.find(({ residentName }) => residentName === '已搬走')
  await visitOperations['visitTask.remove'](ledger, {
    visitTaskId: moved?.id ?? 0,
    revision: moved?.revision ?? 0,
    reason: '搬到外地',
  })
  return { ledger, visitRoundId: round.id }
}

test('the visit list has who is still on it, in walking order, by building, with reasons and masked numbers', async () => {
  const { ledger, visitRoundId } = await aRound()
  const list = await paperOperations['paper.visitList'](ledger, { visitRoundId, offset: 0, limit: 200 })
  expect(contract['paper.visitList'].output.parse(list)).toMatchObject({
    committeeName: '幸福里社区居民委员会',
    roundName: '2027年春节走访',
    cutoffOn: '2027-02-05',
    printedOn: '2026-11-25',
  })
  expect(list.rows[0]).toEqual({
    order: 1,
    building: '1号楼',
    name: '阿依古丽·买买提',
    sex: '女',
    age: 77,
    address: '1号楼2单元301',
    phone: '138****5678',
    idNumber: '110***********002X',
    reasons: ['70周岁及以上', '独居'],
  })
  expect(list.rows.slice(1)).toMatchObject([
    { order: 2, building: '平房', name: '平房老人', address: '平房3', reasons: ['70周岁及以上'] },
    { order: 3, building: '', name: '无证青年', sex: '男', address: '市老年公寓', phone: '', idNumber: '' },
  ])
  expect(list.rows[2]?.reasons).toEqual(['刚做完手术'])
})

test('a page of a long list goes on counting where the one before ended', async () => {
  const { ledger, visitRoundId } = await aRound()
  const list = await paperOperations['paper.visitList'](ledger, { visitRoundId, offset: 1, limit: 1 })
  expect(list).toMatchObject({ totalCount: 3, rows: [{ order: 2, name: '平房老人' }] })
})

test('a round nobody knows has no paper', async () => {
  const unknown = paperOperations['paper.visitList'](openTestLedger(), {
    visitRoundId: 5,
    offset: 0,
    limit: 200,
  })
  await expect(unknown).rejects.toMatchObject({ failure: { code: 'notFound' } })
})
