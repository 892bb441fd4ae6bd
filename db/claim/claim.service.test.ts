import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import type { ClaimEnd, HandOver } from '../../domain/claim.ts'
import { FailureError } from '../../domain/failure.ts'
import { anActor, fixedClock } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { claimOperations } from './claim.operations.ts'
import { addClaimant, addElder, addPost, call, claim } from './testing/claim-fixture.ts'

const on = asCalendarDate
const page = { offset: 0, limit: 200 }

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  if (!(error instanceof FailureError)) return 'none'
  return [error.failure.code, error.failure.field].filter((part) => part !== undefined).join(' ')
}

/** Who has claimed whom on a day, as the board of that day tells it. */
async function boardOf(ledger: Ledger, day: string): Promise<string[]> {
  const { rows } = await claimOperations['claim.elders'](ledger, {
    on: on(day),
    view: 'claimed',
    claimPostId: null,
    claimantId: null,
    ...page,
  })
  return rows.map((row) => `${row.claim?.claimantName ?? ''}-${row.name}`).sort()
}

async function handOver(
  ledger: Ledger,
  change: Partial<HandOver> & Pick<HandOver, 'claimantId' | 'toClaimantId'>,
) {
  return claimOperations['claim.handOver'](ledger, {
    claims: { which: 'all' },
    toClaimPostId: null,
    isMentorKept: true,
    mentorId: null,
    fromOn: on('2026-11-20'),
    reason: 'claimantIll',
    note: '',
    ...change,
  })
}

const end = (ledger: Ledger, change: Partial<ClaimEnd> & Pick<ClaimEnd, 'claimIds'>) =>
  claimOperations['claim.end'](ledger, {
    lastOn: on('2026-11-20'),
    reason: 'elderDeclined',
    note: '',
    ...change,
  })

const lines = (ledger: Ledger, residentId: number) =>
  claimOperations['claim.ofResident'](ledger, { residentId })

/** Two members of a post with two elders of the first one. */
async function aPost(ledger: Ledger) {
  const claimPostId = await addPost(ledger)
  const [first, second] = [
    await addClaimant(ledger),
    await addClaimant(ledger, { name: '吴积极', kind: 'activist' }),
  ]
  const elders = [await addElder(ledger, { name: '甲' }), await addElder(ledger, { name: '乙' })]
  await claim(ledger, { claimPostId, claimantId: first, residentIds: elders, fromOn: '2026-11-01' })
  return { claimPostId, first, second, elders }
}

describe('a hand-over', () => {
  it('moves all elders of somebody from a day on, keeps what was, and every day can be told again', async () => {
    const ledger = openTestLedger()
    const { first, second, elders } = await aPost(ledger)
    expect(await handOver(ledger, { claimantId: first, toClaimantId: second, note: '住院' })).toEqual({
      claimCount: 2,
    })
    expect(await boardOf(ledger, '2026-10-31')).toEqual([])
    expect(await boardOf(ledger, '2026-11-19')).toEqual(['周党员-乙', '周党员-甲'])
    expect(await boardOf(ledger, '2026-11-20')).toEqual(['吴积极-乙', '吴积极-甲'])
    expect(await lines(ledger, elders[0] ?? 0)).toMatchObject([
      { claimantName: '吴积极', fromOn: '2026-11-20', toOn: null, endReason: null },
      {
        claimantName: '周党员',
        fromOn: '2026-11-01',
        toOn: '2026-11-19',
        endReason: 'claimantIll',
        endNote: '住院',
      },
    ])
  })

  it('moves some of them, to another mentor, or to another post of the same one', async () => {
    const ledger = openTestLedger()
    const { first, second, elders } = await aPost(ledger)
    const idOf = async (index: number) => (await lines(ledger, elders[index] ?? 0))[0]?.id ?? 0
    const some = { which: 'some', claimIds: [await idOf(0)] } satisfies HandOver['claims']
    await handOver(ledger, { claimantId: first, claims: some, toClaimantId: second })
    expect(await boardOf(ledger, '2026-11-25')).toEqual(['吴积极-甲', '周党员-乙'])
    await handOver(ledger, { claimantId: second, toClaimantId: second, isMentorKept: false, mentorId: first })
    expect(
      (await lines(ledger, elders[0] ?? 0)).map(({ mentorName, isVoid }) => [mentorName, isVoid]),
    ).toEqual([
      ['周党员', false],
      [null, true],
      [null, false],
    ])
    const otherPost = await addPost(ledger, { name: '助残岗' })
    await handOver(ledger, {
      claimantId: second,
      toClaimantId: second,
      toClaimPostId: otherPost,
      fromOn: on('2026-11-22'),
    })
    expect((await lines(ledger, elders[0] ?? 0))[0]).toMatchObject({
      postName: '助残岗',
      mentorName: '周党员',
    })
    // The one who takes over cannot lead oneself.
    await handOver(ledger, { claimantId: second, toClaimantId: first, fromOn: on('2026-11-23') })
    expect((await lines(ledger, elders[0] ?? 0))[0]).toMatchObject({
      claimantName: '周党员',
      mentorName: null,
    })
    expect(await failureOf(handOver(ledger, { claimantId: first, claims: some, toClaimantId: second }))).toBe(
      'staleRecord',
    )
  })

  it('may be written down for a day to come, and holds from then on', async () => {
    const clock = fixedClock('2026-11-25')
    const ledger = openTestLedger({ clock })
    const { first, second } = await aPost(ledger)
    await handOver(ledger, { claimantId: first, toClaimantId: second, fromOn: on('2026-12-01') })
    expect(await boardOf(ledger, '2026-11-25')).toEqual(['周党员-乙', '周党员-甲'])
    clock.moveTo('2026-12-01')
    expect(await boardOf(ledger, '2026-12-01')).toEqual(['吴积极-乙', '吴积极-甲'])
  })

  it('is refused to who has left, to a mentor who leads nobody, before the claims began, and where nothing changes', async () => {
    const ledger = openTestLedger()
    const { first, second } = await aPost(ledger)
    const both = { claimantId: first, toClaimantId: second }
    const left = await addClaimant(ledger, { name: '走了的', isClosed: true })
    const follower = await addClaimant(ledger, { name: '新来的', isMentorAble: false })
    const closed = await addPost(ledger, { name: '旧岗', isClosed: true })
    const refusals = [
      { ...both, toClaimantId: left },
      { ...both, isMentorKept: false, mentorId: follower },
      { ...both, isMentorKept: false, mentorId: second },
      { ...both, toClaimPostId: closed },
      { ...both, fromOn: on('2026-10-31') },
      { ...both, fromOn: on('2028-01-01') },
      { ...both, toClaimantId: first },
      { ...both, toClaimantId: 999 },
    ]
    const codes = await Promise.all(refusals.map((change) => failureOf(handOver(ledger, change))))
    expect(codes).toEqual([
      'claimantUnfit claimantId',
      'mentorUnfit mentorId',
      'mentorUnfit mentorId',
      'claimPostClosed claimPostId',
      'claimDayUnfit fromOn',
      'claimDayUnfit fromOn',
      'nothingToChange',
      'notFound',
    ])
    expect(await boardOf(ledger, '2026-11-25')).toEqual(['周党员-乙', '周党员-甲'])
  })
})

describe('a claim', () => {
  it('is one at a time: the same days are given to nobody else, the days before are', async () => {
    const ledger = openTestLedger()
    const { claimPostId, second, elders } = await aPost(ledger)
    const [elder = 0] = elders
    const again = (fromOn: string) =>
      failureOf(claim(ledger, { claimPostId, claimantId: second, residentIds: [elder], fromOn }))
    expect(await again('2026-11-25')).toBe('claimTaken residentIds')
    // Without an end it would run into the later one.
    expect(await again('2026-01-01')).toBe('claimTaken residentIds')
    const [line] = await lines(ledger, elder)
    await end(ledger, { claimIds: [line?.id ?? 0] })
    expect(await again('2026-11-20')).toBe('claimTaken residentIds')
    expect(await again('2026-11-21')).toBe('none')
  })

  it('made by mistake never was, and the elder can be claimed from that day on', async () => {
    const ledger = openTestLedger()
    const { claimPostId, second, elders } = await aPost(ledger)
    const [elder = 0] = elders
    const [line] = await lines(ledger, elder)
    await end(ledger, { claimIds: [line?.id ?? 0], reason: 'mistake', note: '选错了人' })
    expect(await boardOf(ledger, '2026-11-10')).toEqual(['周党员-乙'])
    await claim(ledger, { claimPostId, claimantId: second, residentIds: [elder], fromOn: '2026-11-01' })
    expect(await lines(ledger, elder)).toMatchObject([
      { isVoid: false },
      { isVoid: true, endReason: 'mistake' },
    ])
  })

  it('ends once, not before it began', async () => {
    const ledger = openTestLedger()
    const { elders } = await aPost(ledger)
    const claimIds = [(await lines(ledger, elders[0] ?? 0))[0]?.id ?? 0]
    expect(await failureOf(end(ledger, { claimIds, lastOn: on('2026-10-31') }))).toBe('claimDayUnfit lastOn')
    expect(await failureOf(end(ledger, { claimIds, lastOn: on('2026-11-01') }))).toBe('none')
    expect(await failureOf(end(ledger, { claimIds }))).toBe('staleRecord')
    expect(await failureOf(end(ledger, { claimIds: [999] }))).toBe('staleRecord')
  })

  it('stands in the audit trail and in the history of the person', async () => {
    const ledger = openTestLedger()
    const { first, second, elders } = await aPost(ledger)
    await handOver(ledger, { claimantId: first, toClaimantId: second, note: '住院' })
    const trail = ledger.raw
      .prepare(
        `SELECT action, count(*) FROM auditEntry WHERE objectType = 'claim' GROUP BY action ORDER BY action`,
      )
      .raw()
      .all()
    expect(trail).toEqual([
      ['added', 2],
      ['claimHandedOver', 2],
    ])
    const history = ledger.raw
      .prepare(
        `SELECT before <> '', reason FROM recordChange WHERE field = 'claim' AND residentId = ? ORDER BY id`,
      )
      .raw()
      .all(elders[0])
    expect(history).toEqual([
      [0, ''],
      [1, '住院'],
    ])
  })
})

describe('posts and claimants', () => {
  it('are named once, changed on what was seen, and closed only when nobody is left with them', async () => {
    const ledger = openTestLedger()
    const { claimPostId, first, second, elders } = await aPost(ledger)
    const [elder = 0] = elders
    expect(await failureOf(addPost(ledger))).toBe('registerNameTaken name')
    expect(await failureOf(addClaimant(ledger))).toBe('claimantTaken name')
    const post = { name: '孝亲岗', quota: 3, callEveryDays: 10, note: '', isClosed: true }
    const savePost = (revision: number, isClosed: boolean) =>
      claimOperations['claimPost.save'](ledger, { id: claimPostId, revision, draft: { ...post, isClosed } })
    expect(await failureOf(savePost(1, true))).toBe('claimPostInUse isClosed')
    expect(await savePost(1, false)).toMatchObject({ quota: 3, callEveryDays: 10, revision: 2 })
    expect(await failureOf(savePost(1, false))).toBe('staleRecord')
    const resident = await addElder(ledger, { name: '郑志愿', phones: [] })
    const draft = {
      name: '',
      residentId: resident,
      staffId: null,
      kind: 'volunteer',
      phone: '',
      isMentorAble: false,
      note: '',
      isClosed: true,
    } as const
    const saveFirst = claimOperations['claimant.save'](ledger, { id: first, revision: 1, draft })
    expect(await failureOf(saveFirst)).toBe('claimantInUse isClosed')
    await handOver(ledger, { claimantId: first, toClaimantId: second })
    expect(await claimOperations['claimant.save'](ledger, { id: first, revision: 1, draft })).toMatchObject({
      name: '郑志愿',
      state: 'closed',
    })
    // A mentor is needed as long as anybody is led.
    const mentor = await addClaimant(ledger, { name: '老书记' })
    await handOver(ledger, {
      claimantId: second,
      toClaimantId: second,
      isMentorKept: false,
      mentorId: mentor,
      fromOn: on('2026-11-21'),
    })
    const mentorDraft = { ...draft, name: '老书记', residentId: null, isMentorAble: true }
    const close = claimOperations['claimant.save'](ledger, { id: mentor, revision: 1, draft: mentorDraft })
    expect(await failureOf(close)).toBe('claimantInUse isClosed')
    expect(elder).toBeGreaterThan(0)
  })

  it('show numbers of members from outside to those who may see numbers', async () => {
    const ledger = openTestLedger()
    const phones = [{ number: '13711112222', owner: '', isEmergency: false, note: '' }]
    const residentId = await addElder(ledger, { name: '郑志愿', phones })
    await addClaimant(ledger, { name: '', residentId })
    await addClaimant(ledger, { name: '外来人', phone: '13611112222' })
    const phonesFor = async (role: 'worker' | 'viewer') =>
      (await claimOperations['claimant.list'](ledgerFor(ledger, anActor({ role }))))
        .map(({ phone }) => phone)
        .sort()
    expect(await phonesFor('worker')).toEqual(['13611112222', '137****2222'])
    expect(await phonesFor('viewer')).toEqual(['136****2222', '137****2222'])
  })

  it('who is gone takes nobody, and the board says so of those there are', async () => {
    const ledger = openTestLedger()
    const { claimPostId } = await aPost(ledger)
    const residentId = await addElder(ledger, { name: '郑志愿' })
    const claimantId = await addClaimant(ledger, { name: '', residentId })
    const elder = await addElder(ledger, { name: '丙' })
    await claim(ledger, { claimPostId, claimantId, residentIds: [elder], fromOn: '2026-11-01' })
    ledger.raw.prepare(`UPDATE resident SET presence = 'movedOut' WHERE id = ?`).run(residentId)
    const board = await claimOperations['claim.board'](ledger, { on: on('2026-11-25') })
    expect(board.posts[0]?.claimants.find((one) => one.claimantId === claimantId)).toMatchObject({
      name: '郑志愿',
      state: 'movedOut',
      elderCount: 1,
    })
    const other = await addElder(ledger, { name: '丁' })
    const start = claim(ledger, { claimPostId, claimantId, residentIds: [other], fromOn: '2026-11-25' })
    expect(await failureOf(start)).toBe('claimantUnfit claimantId')
  })
})

describe('the board', () => {
  it('counts who waits too long, by the last visit or call that reached somebody', async () => {
    const ledger = openTestLedger()
    const { claimPostId, first, elders } = await aPost(ledger)
    const [reached = 0, tried = 0] = elders
    await call(ledger, reached, '2026-11-18')
    await call(ledger, tried, '2026-11-24', { result: 'noAnswer' })
    const board = await claimOperations['claim.board'](ledger, { on: on('2026-11-25') })
    expect(board).toMatchObject({ elderCount: 2, overdueCount: 1 })
    expect(board.posts).toMatchObject([
      {
        id: claimPostId,
        elderCount: 2,
        overdueCount: 1,
        claimants: [{ claimantId: first, overdueCount: 1 }],
      },
    ])
    const { rows } = await claimOperations['claim.elders'](ledger, {
      on: on('2026-11-25'),
      view: 'claimed',
      claimPostId,
      claimantId: first,
      ...page,
    })
    expect(
      rows.map(({ name, lastContact, claim: one }) => [
        name,
        lastContact?.on,
        one?.nextDueOn,
        one?.overdueDays,
      ]),
    ).toEqual([
      ['乙', undefined, '2026-11-08', 17],
      ['甲', '2026-11-18', '2026-11-25', 0],
    ])
    const tomorrow = await claimOperations['claim.board'](ledger, { on: on('2026-11-26') })
    expect(tomorrow.overdueCount).toBe(2)
  })

  it('finds those nobody has claimed by the usual question, or by a saved one', async () => {
    const ledger = openTestLedger()
    const { claimPostId, first } = await aPost(ledger)
    const alone = await addElder(ledger, {
      name: '独居',
      birthWhen: '1950-01-01',
      livingArrangement: 'alone',
    })
    await addElder(ledger, { name: '年轻独居', birthWhen: '1990-01-01', livingArrangement: 'alone' })
    await addElder(ledger, {
      name: '空巢',
      birthWhen: '1970-01-01',
      careTags: [{ careTag: 'emptyNest', fromOn: null, toOn: null }],
    })
    await addElder(ledger, { name: '党员', careTags: [{ careTag: 'partyMember', fromOn: null, toOn: null }] })
    const names = async (as = ledger) =>
      (
        await claimOperations['claim.elders'](as, {
          on: on('2026-11-25'),
          view: 'unclaimed',
          claimPostId: null,
          claimantId: null,
          ...page,
        })
      ).rows.map(({ name }) => name)
    expect(await names()).toEqual(['独居', '空巢'])
    await claim(ledger, { claimPostId, claimantId: first, residentIds: [alone], fromOn: '2026-12-01' })
    expect(await names()).toEqual(['空巢'])
    const at = ledger.clock.nowAt()
    ledger.raw
      .prepare(
        `INSERT INTO savedFilter (id, name, content, staffId, staffName, createdAt, updatedAt, revision)
         VALUES (7, '年轻', ?, 1, '赵主任', ?, ?, 1), (8, '卧床', ?, 1, '赵主任', ?, ?, 1)`,
      )
      .run(
        '{"match":"all","isNot":false,"conditions":[{"field":"age","isNot":false,"test":{"operator":"atMost","count":40,"on":null}}]}',
        at,
        at,
        '{"match":"all","isNot":false,"conditions":[{"field":"health","isNot":true,"test":{"operator":"empty"}}]}',
        at,
        at,
      )
    await claimOperations['claim.setFilter'](ledger, { savedFilterId: 7 })
    expect(await names()).toEqual(['年轻独居'])
    await claimOperations['claim.setFilter'](ledger, { savedFilterId: 8 })
    const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
    const unclaimed = async (as: Ledger, day: string) =>
      (await claimOperations['claim.board'](as, { on: on(day) })).unclaimed
    expect(await unclaimed(viewer, '2026-11-25')).toMatchObject({ count: null, problem: 'notReadable' })
    expect(await unclaimed(ledger, '2026-11-25')).toMatchObject({
      count: 0,
      problem: null,
      filterName: '卧床',
    })
    expect(await unclaimed(ledger, '2026-11-24')).toMatchObject({ count: null, problem: 'notToday' })
    ledger.raw.exec('DELETE FROM savedFilter')
    expect(await names()).toEqual(['空巢'])
    expect(await failureOf(claimOperations['claim.setFilter'](ledger, { savedFilterId: 7 }))).toBe('notFound')
  })
})
