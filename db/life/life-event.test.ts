import { describe, expect, it } from 'vitest'
import { asCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { lifeLabels } from '../../domain/labels/life.zh.ts'
import type { LifeEventDraft } from '../../domain/life-event.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { aResidentDraft, fixedClock } from '../../domain/testing/builders.ts'
import type { Ledger } from '../ledger.ts'
import { removeResident, restoreResident } from '../resident/recycle-bin.service.ts'
import { listResidents } from '../resident/resident-list.queries.ts'
import { draftOfResident, getResident } from '../resident/resident.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { saveRegisterLine } from '../office/register.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { presentOn } from '../testing/present-on.ts'
import { testKey } from '../testing/test-key.ts'
import { listVisitTasks } from '../visit/visit-task.queries.ts'
import { createVisitRound } from '../visit/visit-round.service.ts'
import { getLife } from './life-event.queries.ts'
import { recordLifeEvent, withdrawLifeEvent } from './life-event.service.ts'

const context = { key: testKey }
const on = asCalendarDate

async function add(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0] = {}) {
  const draft = aResidentDraft({ idDocumentType: 'none', idNumber: '', ...overrides })
  return (await saveResident(ledger, { id: null, revision: null, draft })).id
}

async function record(ledger: Ledger, id: number, event: Partial<LifeEventDraft>) {
  const { revision } = await getResident(ledger, id)
  return recordLifeEvent(
    ledger,
    {
      residentId: id,
      revision,
      kind: 'movedOut',
      happenedOn: on('2026-11-01'),
      place: '',
      note: '',
      newHeadId: null,
      isSpouseWidowed: false,
      ...event,
    },
    context,
  )
}

const withdraw = (ledger: Ledger, id: number) => withdrawLifeEvent(ledger, { id }, context)

async function listed(ledger: Ledger, presence: 'here' | 'gone' | 'all'): Promise<number[]> {
  const filter = { ...noFilter, presence }
  const { rows, totalCount } = await listResidents(ledger, { filter, offset: 0, limit: 100 })
  expect(totalCount).toBe(rows.length)
  return rows.map(({ id }) => id).sort((one, other) => one - other)
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  if (!(error instanceof FailureError)) return 'none'
  const { code, field, detail } = error.failure
  return [code, field, detail].filter((part) => part !== undefined).join(' ')
}

describe('somebody who moves away', () => {
  it('leaves list and counts with that day, and comes back with another', async () => {
    const ledger = openTestLedger()
    const [stays, goes] = [await add(ledger), await add(ledger, { name: '李强' })]
    expect((await record(ledger, goes, { kind: 'movedOut' })).presence).toBe('movedOut')
    expect([await listed(ledger, 'here'), await listed(ledger, 'gone')]).toEqual([[stays], [goes]])
    expect(await presentOn(ledger, on('2026-10-31'))).toEqual([stays, goes])
    expect(await presentOn(ledger, on('2026-11-01'))).toEqual([stays])
    await record(ledger, goes, { kind: 'movedBack', happenedOn: on('2026-11-20') })
    expect(await listed(ledger, 'here')).toEqual([stays, goes])
    expect(await presentOn(ledger, on('2026-11-19'))).toEqual([stays])
    expect(await presentOn(ledger, on('2026-11-20'))).toEqual([stays, goes])
  })

  it('is refused on an older revision, on a day to come and where it does not follow', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger)
    expect(await failureOf(record(ledger, id, { revision: 9 }))).toBe('staleRecord')
    expect(await failureOf(record(ledger, id, { happenedOn: on('2026-11-26') }))).toBe(
      'invalidInput happenedOn future',
    )
    expect(await failureOf(record(ledger, id, { kind: 'movedBack' }))).toBe('invalidInput happenedOn notNext')
    expect((await getLife(ledger, id)).events).toEqual([])
  })
})

describe('a death', () => {
  const tag = { careTag: 'loneElder', fromOn: '2020-01-01', toOn: null }
  const benefit = { benefit: 'oldAgeAllowance', fromOn: '2020-06-01', toOn: null }

  async function couple(ledger: Ledger) {
    const home = { dwelling: { building: '1号楼', unit: '1', room: '101' }, birthWhen: '1940-01-01' }
    const husband = await add(ledger, { ...home, relationToHead: '01', careTags: [tag], benefits: [benefit] })
    const wife = await add(ledger, {
      ...home,
      name: '李秀兰',
      relationToHead: '12',
      maritalStatus: '20',
      spouseId: husband,
    })
    const round = await createVisitRound(ledger, {
      name: '春节走访',
      festival: 'springFestival',
      year: 2027,
      cutoffOn: on('2027-02-05'),
      ruleIds: [1],
    })
    return { husband, wife, roundId: round.id }
  }

  async function onTheList(ledger: Ledger, visitRoundId: number): Promise<number[]> {
    const { rows } = await listVisitTasks(ledger, { visitRoundId, view: 'all', offset: 0, limit: 50 })
    return rows.map(({ residentId }) => residentId)
  }

  it('that is reported hides greetings at once, counts on, and is taken back with one step', async () => {
    const ledger = openTestLedger()
    const { husband, wife, roundId } = await couple(ledger)
    expect(await onTheList(ledger, roundId)).toEqual([husband, wife])
    const before = await getResident(ledger, husband)
    await record(ledger, husband, { kind: 'deathReported' })
    expect(await onTheList(ledger, roundId)).toEqual([wife])
    expect(await listed(ledger, 'here')).toEqual([wife])
    expect(await presentOn(ledger, on('2026-11-25'))).toEqual([husband, wife])
    await withdraw(ledger, husband)
    expect(await onTheList(ledger, roundId)).toEqual([husband, wife])
    const after = await getResident(ledger, husband)
    expect({ ...after, revision: 0, updatedAt: '' }).toEqual({ ...before, revision: 0, updatedAt: '' })
  })

  it('that is confirmed ends tags, benefits and visits, names a new head and leaves the other widowed', async () => {
    const ledger = openTestLedger()
    const { husband, wife, roundId } = await couple(ledger)
    const confirmed = { kind: 'deathConfirmed', newHeadId: wife, isSpouseWidowed: true } as const
    await record(ledger, husband, confirmed)
    const dead = await getResident(ledger, husband)
    expect(dead).toMatchObject({
      presence: 'deceased',
      relationToHead: null,
      careTags: [{ ...tag, toOn: '2026-11-01' }],
      benefits: [{ ...benefit, toOn: '2026-11-01' }],
    })
    expect(await getResident(ledger, wife)).toMatchObject({ relationToHead: '01', maritalStatus: '30' })
    expect(await onTheList(ledger, roundId)).toEqual([wife])
    const off = await listVisitTasks(ledger, { visitRoundId: roundId, view: 'removed', offset: 0, limit: 9 })
    expect(off.rows.map(({ removedReason }) => removedReason)).toEqual([
      lifeLabels.taskReasons.deathConfirmed,
    ])
    await withdraw(ledger, husband)
    expect(await getResident(ledger, husband)).toMatchObject({
      presence: 'here',
      relationToHead: '01',
      careTags: [tag],
      benefits: [benefit],
    })
    expect(await getResident(ledger, wife)).toMatchObject({ relationToHead: '12', maritalStatus: '20' })
    expect(await onTheList(ledger, roundId)).toEqual([husband, wife])
  })

  it('that is confirmed ends the posts of the dead, and taken back gives those back that nobody touched', async () => {
    const ledger = openTestLedger()
    const { husband } = await couple(ledger)
    const post = { residentId: husband, note: '' }
    const { id: buildingId } = ledger.raw.prepare('SELECT id FROM building').get() as { id: number }
    const since = { fromOn: on('2024-01-01'), toOn: null }
    const heads = [
      { ...post, buildingId, unit: '1', ...since },
      { ...post, buildingId, unit: '', fromOn: on('2020-01-01'), toOn: on('2022-12-31') },
      { ...post, buildingId, unit: '2', fromOn: null, toOn: on('2027-12-31') },
    ]
    for (const draft of heads)
      await saveRegisterLine(ledger, { register: 'buildingHead', id: null, revision: null, draft })
    await saveRegisterLine(ledger, {
      register: 'residentRepresentative',
      id: null,
      revision: null,
      draft: { ...post, residentGroupId: null, ...since },
    })
    const lastDays = () => [
      ledger.raw.prepare('SELECT toOn FROM buildingHead ORDER BY id').pluck().all(),
      ledger.raw.prepare('SELECT toOn FROM residentRepresentative').pluck().all(),
    ]
    const before = lastDays()
    await record(ledger, husband, { kind: 'deathConfirmed' })
    expect(lastDays()).toEqual([['2026-11-01', '2022-12-31', '2026-11-01'], ['2026-11-01']])
    await withdraw(ledger, husband)
    expect(lastDays()).toEqual(before)

    await record(ledger, husband, { kind: 'deathConfirmed' })
    ledger.raw.prepare(`UPDATE buildingHead SET toOn = '2026-10-31' WHERE unit = '1'`).run()
    await withdraw(ledger, husband)
    expect(lastDays()).toEqual([['2026-10-31', '2022-12-31', '2027-12-31'], [null]])
  })

  it('is taken back though husband or wife is in the recycle bin by now, and nobody there is widowed', async () => {
    const ledger = openTestLedger()
    const { husband, wife } = await couple(ledger)
    await record(ledger, husband, { kind: 'deathConfirmed', newHeadId: wife, isSpouseWidowed: true })
    const { revision } = await getResident(ledger, wife)
    await removeResident(ledger, { id: wife, revision, reason: '登记错了' })
    await withdraw(ledger, husband)
    expect(await getResident(ledger, husband)).toMatchObject({ presence: 'here', careTags: [tag] })
    const again = record(ledger, husband, { kind: 'deathConfirmed', isSpouseWidowed: true })
    expect(await failureOf(again)).toBe('invalidInput isSpouseWidowed')
    await record(ledger, husband, { kind: 'deathConfirmed' })
    expect((await restoreResident(ledger, { id: wife }, context)).maritalStatus).toBe('30')
  })

  it('taken back leaves alone what was changed since', async () => {
    const ledger = openTestLedger()
    const { husband, wife } = await couple(ledger)
    await record(ledger, husband, { kind: 'deathConfirmed', isSpouseWidowed: true })
    const widow = await getResident(ledger, wife)
    const { id, revision } = widow
    await saveResident(ledger, { id, revision, draft: { ...draftOfResident(widow), maritalStatus: '22' } })
    await withdraw(ledger, husband)
    expect((await getResident(ledger, wife)).maritalStatus).toBe('22')
  })
})

it('is not disturbed by the day of the reader', async () => {
  const clock = fixedClock('2026-11-25')
  const ledger = openTestLedger({ clock })
  const id = await add(ledger)
  await record(ledger, id, { kind: 'movedOut' })
  const count = async (day: CalendarDate) => (await presentOn(ledger, day)).length
  const before = [await count(on('2026-10-01')), await count(on('2026-11-01'))]
  clock.moveTo('2027-03-01')
  expect([await count(on('2026-10-01')), await count(on('2026-11-01'))]).toEqual(before)
})
