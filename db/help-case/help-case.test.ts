import { beforeEach, describe, expect, it } from 'vitest'
import type { HelpCaseDraft, HelpCaseFilter } from '../../domain/help-case.ts'
import { aHelpCase, aResidentDraft, anActor, fixedClock } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { helpCaseOperations } from './help-case.operations.ts'

const everyCase: HelpCaseFilter = {
  staffId: null,
  state: null,
  periodOf: 'openedOn',
  fromOn: null,
  toOn: null,
  isWithMoneyOnly: false,
}
const page = { offset: 0, limit: 200 }
const save = helpCaseOperations['helpCase.save']
const clock = fixedClock('2026-11-25')

let ledger: Ledger
let person: number
let neighbour: number
beforeEach(async () => {
  ledger = openTestLedger({ clock })
  const account = { isInSealedCircle: 0, pinHash: null, createdAt: '', closedAt: null, revision: 1 } as const
  await ledger.writer
    .insertInto('staff')
    .values([
      { ...account, id: 1, name: '赵主任', role: 'director' },
      { ...account, id: 2, name: '丁社工', role: 'worker' },
      { ...account, id: 3, name: '只看', role: 'viewer' },
    ])
    .execute()
  person = await add('王秀英', '301')
  neighbour = await add('李建国', '302')
})

async function add(name: string, room: string): Promise<number> {
  const dwelling = { building: '1号楼', unit: '2', room }
  const draft = aResidentDraft({ name, dwelling })
  return (await saveResident(ledger, { id: null, revision: null, draft })).id
}

function open(overrides: Partial<Record<keyof HelpCaseDraft, unknown>> = {}) {
  return save(ledger, {
    id: null,
    revision: null,
    draft: aHelpCase({ residentId: person, ...overrides }),
  })
}

const list = async (filter: Partial<HelpCaseFilter> = {}) =>
  helpCaseOperations['helpCase.list'](ledger, { filter: { ...everyCase, ...filter }, ...page })
const requests = async (filter: Partial<HelpCaseFilter> = {}) =>
  (await list(filter)).rows.map(({ request }) => request)

describe('a request for help', () => {
  it('is kept with its steps in the order of their days, its outcome and what came back to the fen', async () => {
    const opened = await open({ request: '墓地定金 13 000 元要不回来', openedOn: '2026-05-01' })
    const steps = [
      { takenOn: '2026-07-10', text: '第二次上门', takenBy: '丁社工' },
      { takenOn: '2026-05-03', text: '给墓园打电话', takenBy: '赵主任' },
    ]
    const closed = await save(ledger, {
      id: opened.id,
      revision: opened.revision,
      draft: aHelpCase({
        residentId: person,
        request: opened.request,
        openedOn: '2026-05-01',
        staffId: 2,
        steps,
        outcome: 'solved',
        closedOn: '2026-10-01',
        result: '定金全额退回',
        amountFen: 1_300_000,
      }),
    })
    expect(closed).toMatchObject({
      residentName: '王秀英',
      address: '1号楼2单元301',
      handler: { staffId: 2, name: '丁社工', isClosed: false },
      daysOpen: 153,
      amountFen: 1_300_000,
      steps: [steps[1], steps[0]],
      revision: 2,
    })
    expect(await helpCaseOperations['helpCase.get'](ledger, { id: opened.id })).toEqual(closed)
  })

  it('is refused on an old version, for a stranger, with a wrong day, and to whom it can’t be given', async () => {
    const { id } = await open()
    const draft = aHelpCase({ residentId: person })
    await expect(save(ledger, { id, revision: 0, draft })).rejects.toMatchObject({
      failure: { code: 'staleRecord' },
    })
    await expect(
      save(ledger, { id, revision: 1, draft: aHelpCase({ residentId: neighbour }) }),
    ).rejects.toMatchObject({ failure: { code: 'invalidInput', field: 'residentId' } })
    await expect(open({ residentId: 999 })).rejects.toMatchObject({ failure: { code: 'notFound' } })
    await expect(open({ openedOn: '2026-11-26' })).rejects.toMatchObject({
      failure: { code: 'invalidInput', field: 'openedOn', detail: 'future' },
    })
    for (const staffId of [3, 99])
      await expect(open({ staffId })).rejects.toMatchObject({
        failure: { code: 'invalidInput', field: 'staffId' },
      })
    expect((await list()).totalCount).toBe(1)
  })

  it('is told in the history of the person to those who may read notes, and in the trail without its words', async () => {
    const { id, revision } = await open({ request: '水管漏水没人修' })
    await helpCaseOperations['helpCase.remove'](ledger, { id, revision, reason: '重复登记' })
    const timeline = async (as: Ledger) =>
      (await residentTimeline(as, { id: person, ...page })).rows.map(({ field, before, after, reason }) => [
        field,
        before,
        after,
        reason,
      ])
    const told = `2026-06-01 受理：水管漏水没人修；办理中`
    expect((await timeline(ledger)).slice(0, 2)).toEqual([
      [`helpCase:${id}`, told, '', '重复登记'],
      [`helpCase:${id}`, '', told, ''],
    ])
    expect(await timeline(ledgerFor(ledger, anActor({ role: 'viewer' })))).toHaveLength(1)
    const trail = JSON.stringify(ledger.raw.prepare('SELECT * FROM auditEntry').all())
    expect(trail).not.toContain('漏水')
    // Its number is never given again: history tells of it.
    expect((await open()).id).toBe(id + 1)
  })

  it('of a whole household stands on the page of everybody who lives there', async () => {
    const mate = await add('王小明', '301')
    await open({ request: '全家的事', isForHousehold: true })
    await open({ request: '本人的事' })
    const of = async (residentId: number) =>
      (await helpCaseOperations['helpCase.ofResident'](ledger, { residentId })).map(({ request }) => request)
    expect(await of(person)).toEqual(['全家的事', '本人的事'])
    expect(await of(mate)).toEqual(['全家的事'])
    expect(await of(neighbour)).toEqual([])
  })
})

describe('the list of requests', () => {
  const closing = (closedOn: string, overrides: object = {}) => ({
    outcome: 'solved',
    closedOn,
    result: '办好了',
    ...overrides,
  })

  it('has open ones first, the oldest at the top, then the closed ones, the latest first', async () => {
    await open({ request: '新开', openedOn: '2026-11-20' })
    await open({ request: '早结', openedOn: '2026-01-01', ...closing('2026-02-01') })
    await open({ request: '老开', openedOn: '2024-01-01' })
    await open({ request: '晚结', openedOn: '2025-01-01', ...closing('2026-10-01') })
    expect(await requests()).toEqual(['老开', '新开', '晚结', '早结'])
  })

  it('is asked by handler, state, period and money, and sums what it lists', async () => {
    await open({ request: '甲', openedOn: '2025-12-31', ...closing('2026-01-01', { amountFen: 1 }) })
    await open({
      request: '乙',
      openedOn: '2026-01-01',
      staffId: 2,
      ...closing('2026-12-31'.replace('12-31', '11-25'), { amountFen: 1_300_000 }),
    })
    await open({ request: '丙', openedOn: '2026-06-01', ...closing('2026-06-02', { outcome: 'withdrawn' }) })
    await open({ request: '丁', openedOn: '2026-06-01', amountFen: 29 })
    expect(await list()).toMatchObject({ totalCount: 4, openCount: 1, amountFen: 1_300_030 })
    expect(await requests({ staffId: 2 })).toEqual(['乙'])
    expect(await requests({ state: 'open' })).toEqual(['丁'])
    expect(await requests({ state: 'closed' })).toEqual(['乙', '丙', '甲'])
    expect(await requests({ state: 'withdrawn' })).toEqual(['丙'])
    const of2026 = { fromOn: '2026-01-01', toOn: '2026-12-31' } as never
    expect(await requests(of2026)).toEqual(['丁', '乙', '丙'])
    expect(await requests({ ...(of2026 as object), periodOf: 'closedOn' })).toEqual(['乙', '丙', '甲'])
    expect(await requests({ isWithMoneyOnly: true })).toEqual(['丁', '乙', '甲'])
    expect(
      await helpCaseOperations['helpCase.list'](ledger, { filter: everyCase, offset: 1, limit: 2 }),
    ).toMatchObject({
      totalCount: 4,
      rows: [{ request: '乙' }, { request: '丙' }],
    })
  })

  it('is counted by year as an independent sum counts it, each figure with its rows', async () => {
    const outcomes = ['open', 'solved', 'partly', 'notSolved', 'withdrawn'] as const
    const model: { opened: number; closed: number; outcome: string; fen: number }[] = []
    for (let index = 0; index < 60; index += 1) {
      const outcome = outcomes[index % 5] ?? 'open'
      const opened = 2022 + (index % 4)
      const closed = outcome === 'open' ? 0 : opened + (index % 2)
      const fen = index % 3 === 0 ? index * 101 + 1 : 0
      model.push({ opened, closed, outcome, fen: closed === 0 ? 0 : fen })
      await open({
        openedOn: `${opened}-03-0${1 + (index % 9)}`,
        outcome,
        closedOn: closed === 0 ? null : `${closed}-11-1${index % 10}`,
        result: closed === 0 ? '' : '有了结果',
        amountFen: fen === 0 ? null : fen,
        residentId: index % 2 === 0 ? person : neighbour,
      })
    }
    const years = await helpCaseOperations['helpCase.years'](ledger)
    expect(years.map(({ year }) => year)).toEqual([2026, 2025, 2024, 2023, 2022])
    for (const { year, openedCount, closedCount, solvedCount, amountFen } of years) {
      const closed = model.filter((one) => one.closed === year)
      expect([year, openedCount, closedCount, solvedCount, amountFen]).toEqual([
        year,
        model.filter((one) => one.opened === year).length,
        closed.length,
        closed.filter(({ outcome }) => outcome === 'solved').length,
        closed.reduce((sum, { fen }) => sum + fen, 0),
      ])
      const period = { fromOn: `${year}-01-01`, toOn: `${year}-12-31` } as never
      expect((await list(period)).totalCount).toBe(openedCount)
      const rows = await list({ ...(period as object), periodOf: 'closedOn', state: 'closed' })
      expect([rows.totalCount, rows.amountFen]).toEqual([closedCount, amountFen])
    }
  })
})
