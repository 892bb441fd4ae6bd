import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { contentOf } from '../../domain/drawn-paper.ts'
import type { LifeEventKind } from '../../domain/life-event.ts'
import { allCalls } from '../../domain/phone-call.ts'
import { offeredRetentionRules } from '../../domain/retention.ts'
import { fixedClock } from '../../domain/testing/builders.ts'
import { mergeResidents } from '../duplicate/merge-residents.service.ts'
import { undoMerge } from '../duplicate/undo-merge.service.ts'
import type { Ledger } from '../ledger.ts'
import { recordLifeEvent, withdrawLifeEvent } from '../life/life-event.service.ts'
import { issuePaper } from '../paper/issue-paper.service.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { removeResident, restoreResident } from '../resident/recycle-bin.service.ts'
import { getResident } from '../resident/resident.queries.ts'
import { retentionOperations } from '../retention/retention.operations.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { claimOperations } from './claim.operations.ts'
import { addClaimant, addElder, addPost, call, claim } from './testing/claim-fixture.ts'

const on = asCalendarDate
const context = { key: testKey }
const page = { offset: 0, limit: 200 }

async function happen(
  ledger: Ledger,
  residentId: number,
  kind: LifeEventKind,
  happenedOn: string,
): Promise<void> {
  const { revision } = await getResident(ledger, residentId)
  const rest = { place: '', note: '', newHeadId: null, isSpouseWidowed: false }
  await recordLifeEvent(ledger, { residentId, revision, kind, happenedOn: on(happenedOn), ...rest }, context)
}

async function claimed(ledger: Ledger, day = '2026-11-25'): Promise<string[]> {
  const all = { on: on(day), view: 'claimed', claimPostId: null, claimantId: null, ...page } as const
  return (await claimOperations['claim.elders'](ledger, all)).rows.map(({ name }) => name).sort()
}

const lines = (ledger: Ledger, residentId: number) =>
  claimOperations['claim.ofResident'](ledger, { residentId })

async function aClaim(ledger: Ledger, name = '甲', fromOn = '2026-10-01') {
  const claimPostId = await addPost(ledger)
  const claimantId = await addClaimant(ledger)
  const elder = await addElder(ledger, { name })
  await claim(ledger, { claimPostId, claimantId, residentIds: [elder], fromOn })
  return { claimPostId, claimantId, elder }
}

describe.each(['deathConfirmed', 'movedOut'] as const)('an elder of whom %s is written down', (kind) => {
  it('leaves the board with that day, and is back where the event is withdrawn', async () => {
    const ledger = openTestLedger()
    const { elder } = await aClaim(ledger)
    await happen(ledger, elder, kind, '2026-11-10')
    expect(await claimed(ledger)).toEqual([])
    expect(await claimed(ledger, '2026-11-10')).toEqual(['甲'])
    expect(await claimed(ledger, '2026-11-11')).toEqual([])
    const endReason = kind === 'movedOut' ? 'elderMovedOut' : 'elderDied'
    expect(await lines(ledger, elder)).toMatchObject([{ toOn: '2026-11-10', endReason }])
    await withdrawLifeEvent(ledger, { id: elder }, context)
    expect(await claimed(ledger)).toEqual(['甲'])
    expect(await lines(ledger, elder)).toMatchObject([{ toOn: null, endReason: null }])
    const { rows } = await residentTimeline(ledger, { id: elder, ...page })
    expect(rows.filter(({ field }) => field === 'claim').map(({ source }) => source)).toEqual([
      'lifeEventWithdrawn',
      'lifeEvent',
      'form',
    ])
  })

  it('has claims that began later never have been', async () => {
    const ledger = openTestLedger()
    const { elder } = await aClaim(ledger, '甲', '2026-11-20')
    await happen(ledger, elder, kind, '2026-11-10')
    expect(await lines(ledger, elder)).toMatchObject([{ isVoid: true }])
    expect(await claimed(ledger, '2026-11-20')).toEqual([])
    await withdrawLifeEvent(ledger, { id: elder }, context)
    expect(await claimed(ledger, '2026-11-20')).toEqual(['甲'])
  })
})

it('an elder who is reported dead is off the board while the report stands, and the claim waits', async () => {
  const ledger = openTestLedger()
  const { elder } = await aClaim(ledger)
  await happen(ledger, elder, 'deathReported', '2026-11-20')
  expect([await claimed(ledger), (await lines(ledger, elder))[0]?.toOn]).toEqual([[], null])
  await withdrawLifeEvent(ledger, { id: elder }, context)
  expect(await claimed(ledger)).toEqual(['甲'])
})

it('a claim that was made meanwhile is not touched by a withdrawal', async () => {
  const ledger = openTestLedger()
  const { claimPostId, elder } = await aClaim(ledger)
  await happen(ledger, elder, 'movedOut', '2026-11-10')
  await happen(ledger, elder, 'movedBack', '2026-11-15')
  const other = await addClaimant(ledger, { name: '吴积极' })
  await claim(ledger, { claimPostId, claimantId: other, residentIds: [elder], fromOn: '2026-11-16' })
  await withdrawLifeEvent(ledger, { id: elder }, context)
  await withdrawLifeEvent(ledger, { id: elder }, context)
  expect((await lines(ledger, elder)).map(({ claimantName, toOn }) => [claimantName, toOn])).toEqual([
    ['吴积极', null],
    ['周党员', '2026-11-10'],
  ])
})

it('an elder in the recycle bin shows nowhere, and is back with the record', async () => {
  const ledger = openTestLedger()
  const { elder } = await aClaim(ledger)
  await call(ledger, elder, '2026-11-20')
  const { revision } = await getResident(ledger, elder)
  await removeResident(ledger, { id: elder, revision, reason: '登记错了' })
  const calls = async () =>
    (await claimOperations['contact.list'](ledger, { filter: allCalls, ...page })).totalCount
  expect([await claimed(ledger), await calls()]).toEqual([[], 0])
  await restoreResident(ledger, { id: elder }, context)
  expect([await claimed(ledger), await calls()]).toEqual([['甲'], 1])
})

it('two records that become one are claimed once, with the calls of both, and apart again as before', async () => {
  const ledger = openTestLedger()
  const { claimPostId, elder: kept } = await aClaim(ledger)
  const merged = await addElder(ledger, { name: '甲' })
  const other = await addClaimant(ledger, { name: '吴积极' })
  await claim(ledger, { claimPostId, claimantId: other, residentIds: [merged], fromOn: '2026-09-01' })
  for (const id of [kept, merged]) await call(ledger, id, '2026-11-20')
  const revision = async (id: number) => (await getResident(ledger, id)).revision
  const request = { keptId: kept, mergedId: merged, choices: {} }
  const { mergeId } = await mergeResidents(ledger, {
    ...request,
    keptRevision: await revision(kept),
    mergedRevision: await revision(merged),
  })
  expect(await lines(ledger, kept)).toMatchObject([
    { claimantName: '周党员', fromOn: '2026-10-01', toOn: null },
    { claimantName: '吴积极', fromOn: '2026-09-01', toOn: '2026-09-30', endReason: 'merged' },
  ])
  const { total } = await claimOperations['contact.counts'](ledger, {
    fromOn: null,
    toOn: null,
    groupBy: 'claimPost',
  })
  expect(total).toMatchObject({ reachedCount: 2, reachedPeopleCount: 1 })
  expect(await undoMerge(ledger, mergeId)).toMatchObject({ changedParts: [], addedParts: [] })
  expect(await lines(ledger, merged)).toMatchObject([{ claimantName: '吴积极', toOn: null, endReason: null }])
  expect(await claimed(ledger)).toEqual(['甲', '甲'])
})

it('what is held on a person has the claims and the calls, those taken back as well', async () => {
  const ledger = openTestLedger()
  const { elder } = await aClaim(ledger)
  await call(ledger, elder, '2026-11-18', { note: '说头晕', followUp: '送血压计' })
  const wrong = await call(ledger, elder, '2026-11-19', { result: 'noAnswer' })
  await claimOperations['phoneCall.withdraw'](ledger, { id: wrong.id, revision: wrong.revision })
  const request = {
    kind: 'personData',
    residentId: elder,
    asker: 'self',
    note: '',
    isSealedAsked: false,
  } as const
  const { drawn } = await issuePaper(ledger, request, 'printed', { personCount: 1, isAsked: false })
  const personData = contentOf(drawn, 'personData')
  const rowsOf = (name: string) => personData?.sections.find(({ section }) => section === name)?.rows
  expect(rowsOf('claims')).toEqual([['孝亲岗', '周党员', '2026-10-01', '未定', '']])
  expect(rowsOf('calls')).toEqual([
    ['2026-11-19', '周党员', '没人接、已由赵主任撤回', '', ''],
    ['2026-11-18', '周党员', '通话', '说头晕', '送血压计'],
  ])
})

it('deleting people for good leaves figures without names, of elders and of who called them', async () => {
  const clock = fixedClock('2019-06-01')
  const ledger = openTestLedger({ clock })
  const claimPostId = await addPost(ledger)
  const member = await addElder(ledger, { name: '郑志愿' })
  const claimantId = await addClaimant(ledger, { name: '', residentId: member, note: '郑志愿很热心' })
  const elders = [await addElder(ledger, { name: '甲' }), await addElder(ledger, { name: '乙' })]
  const [gone = 0] = elders
  await claim(ledger, { claimPostId, claimantId, residentIds: elders, fromOn: '2019-01-01' })
  for (const id of elders) for (const day of ['2019-01-08', '2019-02-08']) await call(ledger, id, day)
  await call(ledger, gone, '2019-02-09', { result: 'refused', note: '说头晕' })
  const counted = async (groupBy: 'claimPost' | 'claimant' | 'month') =>
    claimOperations['contact.counts'](ledger, { fromOn: null, toOn: null, groupBy })
  const before = [await counted('claimPost'), await counted('month')]
  for (const id of [gone, member]) await happen(ledger, id, 'deathConfirmed', '2019-05-01')
  clock.moveTo('2026-11-25')
  const rules = { movedOutYears: 3, deceasedYears: 5 }
  await retentionOperations['retention.saveRules'](ledger, { before: offeredRetentionRules, rules })
  await retentionOperations['retention.erase'](ledger, { ids: [gone, member], reason: '保存期满' })
  const withNameless = (count: number) => expect.objectContaining({ namelessCount: count }) as unknown
  const after = [await counted('claimPost'), await counted('month')]
  expect(after.map(({ total }) => ({ ...total, namelessCount: 0 }))).toEqual(before.map(({ total }) => total))
  expect(after.map(({ total }) => total)).toEqual([withNameless(3), withNameless(3)])
  expect(after[1]?.rows.map(({ key, callCount, reachedCount }) => [key, callCount, reachedCount])).toEqual(
    before[1]?.rows.map(({ key, callCount, reachedCount }) => [key, callCount, reachedCount]),
  )
  expect(await claimOperations['claimant.list'](ledger)).toMatchObject([
    { name: '', state: 'removed', note: '' },
  ])
  expect((await lines(ledger, elders[1] ?? 0))[0]).toMatchObject({ claimantName: '' })
  const tables = ['claim', 'phoneCall', 'claimant', 'namelessContact', 'recordChange']
  const left = JSON.stringify(tables.map((table) => ledger.raw.prepare(`SELECT * FROM ${table}`).all()))
  expect(['郑志愿', '头晕'].filter((word) => left.includes(word))).toEqual([])
})
