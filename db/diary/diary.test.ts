import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { wholeDiary, type DiaryDraft, type DiaryFilter } from '../../domain/diary.ts'
import { FailureError } from '../../domain/failure.ts'
import { aDiaryDraft, anActor, aResidentDraft, fixedClock } from '../../domain/testing/builders.ts'
import { draftOperations } from '../draft/draft.operations.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { removeResident, restoreResident } from '../resident/recycle-bin.service.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { diaryOperations } from './diary.operations.ts'

const director = anActor({ staffId: 1, name: '赵主任' })
const worker = anActor({ staffId: 2, name: '王社工', role: 'worker' })
const other = anActor({ staffId: 3, name: '李社工', role: 'worker', isInSealedCircle: true })
const reason = { purpose: 'service', text: '' } as const

const write = (ledger: Ledger, overrides: Partial<Record<keyof DiaryDraft, unknown>> = {}) =>
  diaryOperations['diary.save'](ledger, { id: null, revision: null, draft: aDiaryDraft(overrides) })
const rewrite = (
  ledger: Ledger,
  { id, revision }: { id: number; revision: number },
  overrides: Partial<Record<keyof DiaryDraft, unknown>> = {},
) => diaryOperations['diary.save'](ledger, { id, revision, draft: aDiaryDraft(overrides) })
const listed = async (ledger: Ledger, filter: Partial<DiaryFilter> = {}) =>
  (
    await diaryOperations['diary.list'](ledger, {
      filter: { ...wholeDiary, ...filter },
      offset: 0,
      limit: 200,
    })
  ).rows
const numbers = async (ledger: Ledger, filter: Partial<DiaryFilter> = {}) =>
  (await listed(ledger, filter)).map(({ number }) => number)

async function anAccount(ledger: Ledger): Promise<void> {
  const account = { role: 'worker', isInSealedCircle: 0, pinHash: null, closedAt: null, revision: 1 }
  await ledger.writer
    .insertInto('staff')
    .values({ ...account, id: 2, name: '王社工', createdAt: '' })
    .execute()
}

async function aPerson(ledger: Ledger, name: string) {
  return saveResident(ledger, { id: null, revision: null, draft: aResidentDraft({ name, phones: [] }) })
}

describe('the number of an entry', () => {
  it('counts within the year of its day and is given once, whatever is deleted', async () => {
    const ledger = openTestLedger({ actor: director })
    const first = await write(ledger)
    const second = await write(ledger)
    expect([first.number, second.number]).toEqual(['2026-001', '2026-002'])
    expect((await write(ledger, { entryOn: '2025-12-31' })).number).toBe('2025-001')
    await diaryOperations['diary.remove'](ledger, { id: second.id, revision: 1, reason: '写重了' })
    const third = await write(ledger)
    expect(third.number).toBe('2026-003')
    expect(third.id).toBeGreaterThan(second.id)
    expect(await numbers(ledger)).toEqual(['2026-003', '2026-001', '2025-001'])
  })

  it('is a new one where the day moves into another year, and the old one stays free for nobody', async () => {
    const ledger = openTestLedger({ actor: director })
    const entry = await write(ledger)
    const moved = await rewrite(ledger, entry, { entryOn: '2025-06-01' })
    expect(moved.number).toBe('2025-001')
    expect((await rewrite(ledger, moved, { entryOn: '2026-02-01' })).number).toBe('2026-002')
  })
})

describe('an entry', () => {
  it('holds what was written, about several people in their order', async () => {
    const ledger = openTestLedger({ actor: worker })
    const [one, two] = [await aPerson(ledger, '周阿姨'), await aPerson(ledger, '孙大爷')]
    const entry = await write(ledger, {
      residentIds: [two.id, one.id],
      weather: '小雪',
      result: '已修好',
      needsFollowUp: true,
      followUpOn: '2026-12-01',
    })
    expect(entry).toMatchObject({ staffName: '王社工', isSealed: false, isChangeable: true, revision: 1 })
    const { content } = await diaryOperations['diary.get'](ledger, { id: entry.id })
    expect(content).toMatchObject({
      heard: '暖气不热',
      handling: '报了物业',
      result: '已修好',
      weather: '小雪',
    })
    expect(content?.people.map(({ name }) => name)).toEqual(['孙大爷', '周阿姨'])
    expect(await listed(ledger)).toMatchObject([
      { names: ['孙大爷', '周阿姨'], followUp: 'open', followUpOn: '2026-12-01', matter: 'livelihood' },
    ])
  })

  it('is refused with a day to come, a follow-up before it, somebody who is not there, and twice the same', async () => {
    const ledger = openTestLedger({ actor: worker })
    const person = await aPerson(ledger, '周阿姨')
    const refused = (field: string) => new FailureError('invalidInput', field)
    await expect(write(ledger, { entryOn: '2026-11-26' })).rejects.toEqual(refused('entryOn'))
    await expect(write(ledger, { needsFollowUp: true, followUpOn: '2026-11-19' })).rejects.toEqual(
      refused('followUpOn'),
    )
    for (const residentIds of [[999], [person.id, person.id]])
      await expect(write(ledger, { residentIds })).rejects.toEqual(refused('residentIds'))
    await expect(write(ledger, { visitTaskId: 99 })).rejects.toEqual(refused('visitTaskId'))
    expect(await listed(ledger)).toEqual([])
    // What was refused has taken no number.
    expect((await write(ledger)).number).toBe('2026-001')
  })

  it('is its author’s and the directors’ to change, and refuses what was filled in on an old version', async () => {
    const ledger = openTestLedger({ actor: worker })
    const entry = await write(ledger)
    const as = (actor: typeof worker) => ledgerFor(ledger, actor)
    expect((await diaryOperations['diary.get'](as(other), { id: entry.id })).isChangeable).toBe(false)
    await expect(rewrite(as(other), entry)).rejects.toEqual(new FailureError('notAllowed'))
    const remove = { id: entry.id, revision: entry.revision, reason: '写错' }
    await expect(diaryOperations['diary.remove'](as(other), remove)).rejects.toEqual(
      new FailureError('notAllowed'),
    )
    const changed = await rewrite(as(director), entry, { heard: '水压低' })
    expect(changed).toMatchObject({ staffName: '王社工', revision: 2 })
    await expect(rewrite(ledger, entry)).rejects.toEqual(new FailureError('staleRecord'))
    await expect(rewrite(ledger, { id: 999, revision: 1 })).rejects.toEqual(new FailureError('notFound'))
  })

  it('is entered for another member by a director alone', async () => {
    const ledger = openTestLedger({ actor: director })
    await anAccount(ledger)
    expect(await write(ledger, { staffId: 2 })).toMatchObject({ staffId: 2, staffName: '王社工' })
    await expect(write(ledger, { staffId: 9 })).rejects.toEqual(new FailureError('invalidInput', 'staffId'))
    await expect(write(ledgerFor(ledger, other), { staffId: 2 })).rejects.toEqual(
      new FailureError('notAllowed', 'staffId'),
    )
  })

  it('leaves who is in the recycle bin out, and names them again once they are back', async () => {
    const ledger = openTestLedger({ actor: worker })
    const [one, two] = [await aPerson(ledger, '周阿姨'), await aPerson(ledger, '孙大爷')]
    const entry = await write(ledger, { residentIds: [one.id, two.id] })
    await removeResident(ledger, { id: one.id, revision: one.revision, reason: '登记重复' })
    expect(await listed(ledger)).toMatchObject([{ names: ['孙大爷'] }])
    expect(await numbers(ledger, { search: '周阿姨' })).toEqual([])
    await rewrite(ledger, entry, { residentIds: [two.id], heard: '改过' })
    await restoreResident(ledger, { id: one.id }, { key: testKey })
    expect((await listed(ledger)).flatMap(({ names }) => names).sort()).toEqual(['周阿姨', '孙大爷'].sort())
    const told = ledger.raw
      .prepare("SELECT count(*) FROM recordChange WHERE residentId = ? AND field = 'diaryEntry'")
      .pluck()
      .get(one.id)
    expect(told).toBe(1)
  })

  it('stays followed up, and with what it was written after, whatever a form leaves out', async () => {
    const ledger = openTestLedger({ actor: worker })
    const person = await aPerson(ledger, '周阿姨')
    ledger.raw
      .prepare(
        `INSERT INTO phoneCall
         VALUES (1, ?, '2026-11-20', '王社工', 'reached', '', '', NULL, '2026-11-20T01:00:00.000Z', '王社工', NULL, NULL, 1)`,
      )
      .run(person.id)
    const entry = await write(ledger, { residentIds: [person.id], phoneCallId: 1, needsFollowUp: true })
    const closed = await diaryOperations['diary.closeFollowUp'](ledger, {
      id: entry.id,
      revision: entry.revision,
      doneOn: asCalendarDate('2026-11-25'),
      result: '水管修好了',
    })
    await rewrite(ledger, closed, { residentIds: [person.id], needsFollowUp: false, phoneCallId: null })
    expect(
      ledger.raw.prepare('SELECT followUpDoneOn, followUpResult, phoneCallId FROM diaryEntry').get(),
    ).toEqual({
      followUpDoneOn: '2026-11-25',
      followUpResult: '水管修好了',
      phoneCallId: 1,
    })
  })

  it('ends the draft of its form with the saving', async () => {
    const ledger = openTestLedger({ actor: worker })
    await anAccount(ledger)
    const keep = (form: { form: 'newDiaryEntry' } | { form: 'diaryEntry'; id: number }) =>
      draftOperations['draft.keep'](ledger, { form, content: '{"heard":"半截"}', baseRevision: null })
    await keep({ form: 'newDiaryEntry' })
    const entry = await write(ledger)
    expect(await draftOperations['draft.list'](ledger)).toEqual([])
    await keep({ form: 'diaryEntry', id: entry.id })
    expect(await draftOperations['draft.list'](ledger)).toMatchObject([{ subject: '2026-001' }])
    await diaryOperations['diary.remove'](ledger, { id: entry.id, revision: 1, reason: '写错' })
    expect(ledger.raw.prepare('SELECT count(*) FROM formDraft').pluck().get()).toBe(0)
  })

  it('stands in the trail and in the history of those it is about', async () => {
    const ledger = openTestLedger({ actor: worker })
    const person = await aPerson(ledger, '周阿姨')
    const entry = await write(ledger, { residentIds: [person.id] })
    const changed = await rewrite(ledger, entry, {
      residentIds: [person.id],
      heard: '水压低',
      matter: 'health',
    })
    await diaryOperations['diary.remove'](ledger, {
      id: entry.id,
      revision: changed.revision,
      reason: '写错了人',
    })
    const trail = ledger.raw
      .prepare(
        `SELECT action, fields, reason, detail FROM auditEntry WHERE objectType = 'diaryEntry' ORDER BY seq`,
      )
      .raw()
      .all()
    expect(trail).toEqual([
      ['added', '[]', '', '{}'],
      ['changed', '["matter","heard"]', '', '{}'],
      ['removed', '[]', '写错了人', '{"number":"2026-001"}'],
    ])
    const history = (actor: typeof worker) =>
      residentTimeline(ledgerFor(ledger, actor), { id: person.id, offset: 0, limit: 9 })
    const { rows } = await history(worker)
    const told = rows.filter(({ field }) => field === 'diaryEntry')
    expect(told.map(({ before, after, isUndoable }) => [before, after, isUndoable])).toEqual([
      ['2026-001', '', false],
      ['', '2026-001', false],
    ])
    const viewer = await history(anActor({ staffId: 9, role: 'viewer' }))
    expect(viewer.rows.map(({ field }) => field)).not.toContain('diaryEntry')
    expect(viewer.totalCount).toBe(rows.length - 2)
  })
})

describe('the list', () => {
  it('finds by text, name, number, month, author, matter and what is open', async () => {
    const ledger = openTestLedger({ actor: director })
    const person = await aPerson(ledger, '周阿姨')
    await write(ledger, { entryOn: '2025-03-02', heard: '楼道堆物 50%_满', matter: 'environment' })
    await write(ledger, { entryOn: '2026-03-05', residentIds: [person.id] })
    await write(ledgerFor(ledger, worker), { entryOn: '2026-11-01', needsFollowUp: true, result: '等回话' })
    expect(await numbers(ledger, { search: '50%_满' })).toEqual(['2025-001'])
    // Signs of a pattern are signs like all others.
    expect(await numbers(ledger, { search: '%' })).toEqual(['2025-001'])
    expect(await numbers(ledger, { search: '周阿' })).toEqual(['2026-001'])
    expect(await numbers(ledger, { search: '2026-0' })).toEqual(['2026-002', '2026-001'])
    expect(await numbers(ledger, { search: '等回话' })).toEqual(['2026-002'])
    expect(await numbers(ledger, { year: 2026 })).toEqual(['2026-002', '2026-001'])
    expect(await numbers(ledger, { month: 3 })).toEqual(['2026-001', '2025-001'])
    expect(await numbers(ledger, { year: 2026, month: 3 })).toEqual(['2026-001'])
    expect(await numbers(ledger, { staffId: 2 })).toEqual(['2026-002'])
    expect(await numbers(ledger, { matter: 'environment' })).toEqual(['2025-001'])
    expect(await numbers(ledger, { isOpenOnly: true })).toEqual(['2026-002'])
    expect(await diaryOperations['diary.overview'](ledger)).toEqual({
      authors: [
        { staffId: 1, name: '赵主任' },
        { staffId: 2, name: '王社工' },
      ],
      months: [
        { year: 2026, month: 11, entryCount: 1 },
        { year: 2026, month: 3, entryCount: 1 },
        { year: 2025, month: 3, entryCount: 1 },
      ],
    })
    expect(await diaryOperations['diary.ofResident'](ledger, { id: person.id })).toMatchObject([
      { number: '2026-001' },
    ])
  })

  it('gives 243 entries of eighteen months page by page, none twice and none left out', async () => {
    const ledger = openTestLedger({ actor: director })
    const months = Array.from({ length: 18 }, (_, index) => {
      const year = index < 12 ? 2025 : 2026
      return `${year}-${String((index % 12) + 1).padStart(2, '0')}`
    })
    const written = new Map<string, number>()
    // The last of eighteen months is June 2026, long before the day of the clock.
    for (let index = 0; index < 243; index += 1) {
      const month = months[index % 18] ?? ''
      written.set(month, (written.get(month) ?? 0) + 1)
      await write(ledger, { entryOn: `${month}-${String((index % 28) + 1).padStart(2, '0')}` })
    }
    const pages = []
    for (const offset of [0, 100, 200])
      pages.push(await diaryOperations['diary.list'](ledger, { filter: wholeDiary, offset, limit: 100 }))
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([243, 243, 243])
    const rows = pages.flatMap((one) => one.rows)
    expect(new Set(rows.map(({ number }) => number)).size).toBe(243)
    expect(rows.map(({ entryOn }) => entryOn)).toEqual(
      rows
        .map(({ entryOn }) => entryOn)
        .toSorted()
        .reverse(),
    )
    const { months: counted } = await diaryOperations['diary.overview'](ledger)
    expect(
      new Map(
        counted.map(({ year, month, entryCount }) => [
          `${year}-${String(month).padStart(2, '0')}`,
          entryCount,
        ]),
      ),
    ).toEqual(written)
  })
})

describe('a follow-up', () => {
  it('is open until it is closed with a day and what came of it, late from the day after', async () => {
    const clock = fixedClock('2026-11-25')
    const ledger = openTestLedger({ actor: worker, clock })
    const entry = await write(ledger, { needsFollowUp: true, followUpOn: '2026-11-25' })
    await write(ledger, { needsFollowUp: true })
    await write(ledger)
    const open = () => diaryOperations['diary.openFollowUps'](ledger)
    expect(await open()).toEqual({ openCount: 2, overdueCount: 0 })
    clock.moveTo('2026-11-26')
    expect(await open()).toEqual({ openCount: 2, overdueCount: 1 })
    const close = (doneOn: string) =>
      diaryOperations['diary.closeFollowUp'](ledgerFor(ledger, other), {
        id: entry.id,
        revision: 1,
        doneOn: doneOn as typeof entry.entryOn,
        result: '暖气热了',
      })
    const refused = new FailureError('invalidInput', 'doneOn')
    await expect(close('2026-11-27')).rejects.toEqual(refused)
    await expect(close('2026-11-19')).rejects.toEqual(refused)
    const closed = await close('2026-11-26')
    expect(closed.content).toMatchObject({ followUpDoneOn: '2026-11-26', followUpResult: '暖气热了' })
    expect(await open()).toEqual({ openCount: 1, overdueCount: 0 })
    expect((await listed(ledger, { search: '暖气热了' })).map(({ followUp }) => followUp)).toEqual(['done'])
    await expect(close('2026-11-26')).rejects.toEqual(new FailureError('staleRecord'))
    await diaryOperations['diary.reopenFollowUp'](ledger, { id: entry.id, revision: closed.revision })
    expect(await open()).toEqual({ openCount: 2, overdueCount: 1 })
  })

  it('goes with the answer that none is needed', async () => {
    const ledger = openTestLedger({ actor: worker })
    const entry = await write(ledger, { needsFollowUp: true, followUpOn: '2026-11-25' })
    const changed = await rewrite(ledger, entry, { needsFollowUp: false, followUpOn: '2026-11-25' })
    expect(changed.content).toMatchObject({ needsFollowUp: false, followUpOn: null })
  })
})

describe('a sealed entry', () => {
  it('says no more than that it is there, and is read by its author and the directors who say why', async () => {
    const ledger = openTestLedger({ actor: worker })
    const person = await aPerson(ledger, '周阿姨')
    const entry = await write(ledger, {
      residentIds: [person.id],
      matter: 'health',
      heard: '查出了病',
      isSealed: true,
      needsFollowUp: true,
    })
    expect(entry.content?.heard).toBe('查出了病')
    for (const actor of [worker, other, director]) {
      const as = ledgerFor(ledger, actor)
      expect(await listed(as)).toMatchObject([{ number: '2026-001', matter: null, names: [], excerpt: '' }])
      expect((await diaryOperations['diary.get'](as, { id: entry.id })).content).toBeNull()
      expect(await numbers(as, { search: '查出' })).toEqual([])
      expect(await numbers(as, { search: '周阿姨' })).toEqual([])
      expect(await numbers(as, { matter: 'health' })).toEqual([])
      expect(await diaryOperations['diary.ofResident'](as, { id: person.id })).toEqual([])
    }
    const reveal = (actor: typeof worker) =>
      diaryOperations['diary.reveal'](ledgerFor(ledger, actor), { id: entry.id, reason })
    expect((await reveal(worker)).content?.people).toMatchObject([{ name: '周阿姨' }])
    expect((await reveal(director)).content?.heard).toBe('查出了病')
    await expect(reveal(other)).rejects.toEqual(new FailureError('notAllowed'))
    const openOf = async (actor: typeof worker) =>
      (await diaryOperations['diary.openFollowUps'](ledgerFor(ledger, actor))).openCount
    expect(await Promise.all([worker, director, other].map(openOf))).toEqual([1, 1, 0])
    expect((await listed(ledgerFor(ledger, other))).map(({ followUp }) => followUp)).toEqual(['none'])
    const close = { id: entry.id, revision: 1, doneOn: entry.entryOn, result: '好些了' }
    await expect(diaryOperations['diary.closeFollowUp'](ledgerFor(ledger, other), close)).rejects.toEqual(
      new FailureError('notAllowed'),
    )
    expect((await diaryOperations['diary.closeFollowUp'](ledger, close)).content).toBeNull()
    const actions = ledger.raw
      .prepare(`SELECT action FROM auditEntry WHERE objectType = 'diaryEntry' ORDER BY seq`)
      .pluck()
      .all()
    expect(actions).toEqual(['sealedChanged', 'sealedViewed', 'sealedViewed', 'sealedChanged'])
  })

  it('is in nobody’s history once it is sealed, and there again when it is not any more', async () => {
    const ledger = openTestLedger({ actor: worker })
    const person = await aPerson(ledger, '周阿姨')
    const told = async () => {
      const { rows } = await residentTimeline(ledger, { id: person.id, offset: 0, limit: 9 })
      return rows.filter(({ field }) => field === 'diaryEntry').map(({ before, after }) => [before, after])
    }
    const entry = await write(ledger, { residentIds: [person.id] })
    expect(await told()).toEqual([['', '2026-001']])
    const sealed = await rewrite(ledger, entry, { residentIds: [person.id], isSealed: true })
    expect(await told()).toEqual([])
    await rewrite(ledger, sealed, { residentIds: [person.id] })
    expect(await told()).toEqual([['', '2026-001']])
  })
})
