import { beforeEach, describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import type { CareEventDraft, CareVisit } from '../../domain/care-event.ts'
import { allCalls } from '../../domain/phone-call.ts'
import type { LifeEventKind } from '../../domain/life-event.ts'
import type { VisitRuleDraft } from '../../domain/visit-rule.ts'
import {
  aFamilyEvent,
  aHospitalStay,
  aResidentDraft,
  anActor,
  aVisitRuleDraft,
  fixedClock,
} from '../../domain/testing/builders.ts'
import { claimOperations } from '../claim/claim.operations.ts'
import { addClaimant, addPost, claim } from '../claim/testing/claim-fixture.ts'
import { diaryOperations } from '../diary/diary.operations.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { lifeOperations } from '../life/life.operations.ts'
import { getResident } from '../resident/resident.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { visitOperations } from '../visit/visit.operations.ts'
import { careEventOperations } from './care-event.operations.ts'

const context: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const page = { offset: 0, limit: 200 }
const reason = { purpose: 'service', text: '' } as const
const clock = fixedClock('2026-11-25')
const named = anActor({ staffId: 2, name: '丁社工', role: 'worker' })
const other = anActor({ staffId: 3, name: '李社工', role: 'worker' })

let ledger: Ledger
let person: number
let mate: number
beforeEach(async () => {
  clock.moveTo('2026-11-25')
  ledger = openTestLedger({ clock })
  const account = { isInSealedCircle: 0, pinHash: null, createdAt: '', closedAt: null, revision: 1 } as const
  await ledger.writer
    .insertInto('staff')
    .values([
      { ...account, id: 1, name: '赵主任', role: 'director' },
      { ...account, id: 2, name: '丁社工', role: 'worker' },
      { ...account, id: 3, name: '李社工', role: 'worker' },
    ])
    .execute()
  person = await add('王秀英')
  mate = await add('王小明')
})

async function add(name: string): Promise<number> {
  const dwelling = { building: '1号楼', unit: '2', room: '301' }
  const draft = aResidentDraft({ name, dwelling, birthWhen: '1980-05-20' })
  return (await saveResident(ledger, { id: null, revision: null, draft })).id
}

async function report(draft: CareEventDraft): Promise<CareVisit | null> {
  return (await save(null, null, draft)).visit
}

function save(id: number | null, revision: number | null, draft: CareEventDraft) {
  return careEventOperations['careEvent.save'](ledger, { id, revision, draft }, context)
}

/** As the list and the sealed list tell it. */
async function visitOf(id = 1): Promise<CareVisit | undefined> {
  const filter = { kind: null, staffId: null, isToVisitOnly: false }
  const { rows } = await careEventOperations['careEvent.list'](ledger, { filter, ...page })
  const sealed = await careEventOperations['careEvent.listSealed'](ledger, { residentId: null, reason })
  return [...rows, ...sealed].find((event) => event.id === id)?.visit
}

async function dueIds(on: string, view: 'today' | 'overdue' = 'today'): Promise<number[]> {
  clock.moveTo(on)
  const filter = { view, visitRuleId: null, buildingId: null, responsible: null }
  return (await visitOperations['dueVisit.list'](ledger, { filter, ...page })).rows.map(
    ({ residentId }) => residentId,
  )
}

async function visit(residentId: number, on: string, note = '', outcome: 'done' | 'absent' = 'done') {
  clock.moveTo(on)
  const result = { outcome, visitedOn: asCalendarDate(on), visitor: '丁社工', note }
  await visitOperations['dueVisit.record'](ledger, { residentIds: [residentId], ...result })
}

async function happen(residentId: number, kind: LifeEventKind, happenedOn: string): Promise<void> {
  const { revision } = await getResident(ledger, residentId)
  const rest = { place: '', note: '', newHeadId: null, isSpouseWidowed: false }
  const event = { residentId, revision, kind, happenedOn: asCalendarDate(happenedOn), ...rest }
  await lifeOperations['life.record'](ledger, event, context)
}

async function changeRule(name: string, change: Partial<VisitRuleDraft>): Promise<void> {
  const rule = (await visitOperations['visitRule.list'](ledger)).find((one) => one.name === name)
  if (rule === undefined) throw new Error('no such rule')
  const { id, revision, state, ...draft } = rule
  await visitOperations['visitRule.save'](ledger, { id, revision, draft: { ...draft, ...change } })
}

const family = (overrides: object = {}) => aFamilyEvent({ residentId: person, staffId: 2, ...overrides })
const stay = (overrides: object = {}) => aHospitalStay({ residentId: person, staffId: 2, ...overrides })

describe('an event that is reported', () => {
  it('brings a visit by the days of its rule, due, overdue and made', async () => {
    expect(await report(family({ reportedOn: '2026-11-20' }))).toEqual({ state: 'due', dueOn: '2026-11-27' })
    expect(await dueIds('2026-11-27')).toEqual([person])
    expect(await dueIds('2026-11-28', 'overdue')).toEqual([person])
    expect(await visitOf()).toEqual({ state: 'overdue', dueOn: '2026-11-27' })
    await visit(person, '2026-11-28', '已慰问')
    expect(await visitOf()).toEqual({ state: 'done', visitedOn: '2026-11-28' })
    expect([await dueIds('2026-11-28'), await dueIds('2026-12-30', 'overdue')]).toEqual([[], []])
  })

  it('moves with the day of its report and its worker, and a try keeps it due', async () => {
    await report(family())
    await visit(person, '2026-11-25', '没人在', 'absent')
    await save(1, 1, family({ reportedOn: '2026-11-23', staffId: 3 }))
    expect(await visitOf()).toEqual({ state: 'due', dueOn: '2026-11-30' })
    expect(ledger.raw.prepare('SELECT staffId, outcome FROM visitTask').raw().all()).toEqual([[3, 'absent']])
    expect(await dueIds('2026-11-30')).toEqual([person])
  })

  it('brings none while no rule asks for one, and does once a rule does', async () => {
    await changeRule('家中大事', { isActive: false })
    expect(await report(family())).toEqual({ state: 'noRule' })
    expect(await dueIds('2026-11-25')).toEqual([])
    await changeRule('家中大事', { isActive: true, daysAfter: 3 })
    expect(await visitOf()).toEqual({ state: 'overdue', dueOn: '2026-11-23' })
  })

  it('is not due while its rule is switched off or gone', async () => {
    await report(family())
    await changeRule('家中大事', { isActive: false })
    expect([await visitOf(), await dueIds('2026-11-25')]).toEqual([{ state: 'noRule' }, []])
    await changeRule('家中大事', { isActive: true })
    expect(await dueIds('2026-11-25')).toEqual([person])
    const rule = (await visitOperations['visitRule.list'](ledger)).find(({ name }) => name === '家中大事')
    await visitOperations['visitRule.remove'](ledger, { id: rule?.id ?? 0, revision: rule?.revision ?? 0 })
    expect([await visitOf(), await dueIds('2026-11-25')]).toEqual([{ state: 'noRule' }, []])
  })

  it('goes by the first rule that means the person', async () => {
    const elders = {
      match: 'all' as const,
      isNot: false,
      conditions: [
        { field: 'age' as const, isNot: false, test: { operator: 'atLeast' as const, count: 80, on: null } },
      ],
    }
    await changeRule('家中大事', { condition: elders })
    expect(await report(family())).toEqual({ state: 'noRule' })
    const trigger = { kind: 'familyEvent' as const }
    const draft = aVisitRuleDraft({ name: '别的大事', trigger, condition: null, daysAfter: 10 })
    await visitOperations['visitRule.save'](ledger, { id: null, revision: null, draft })
    expect(await visitOf()).toEqual({ state: 'due', dueOn: '2026-11-30' })
  })

  it('is taken back with its plan, and keeps the visit that was made', async () => {
    await report(family())
    await report(family({ kind: 'dispute' }))
    const remove = (id: number) =>
      careEventOperations['careEvent.remove'](ledger, { id, revision: 1, reason: '登记错了' }, context)
    await remove(1)
    expect(ledger.raw.prepare('SELECT careEventId FROM visitTask').pluck().all()).toEqual([2])
    await visit(person, '2026-11-25', '劝和')
    await remove(2)
    expect(await visitOperations['resident.visits'](ledger, { id: person })).toMatchObject([
      { outcome: 'done', note: '劝和' },
    ])
  })
})

describe('a stay in hospital', () => {
  it('brings a visit again and again while it lasts, where the rule repeats', async () => {
    expect(await report(stay())).toEqual({ state: 'due', dueOn: '2026-11-27' })
    await visit(person, '2026-11-26')
    expect(await visitOf()).toEqual({ state: 'due', dueOn: '2026-12-03' })
    expect(await dueIds('2026-12-04', 'overdue')).toEqual([person])
    await save(1, 1, stay({ dischargedOn: '2026-12-04' }))
    expect([await visitOf(), await dueIds('2026-12-04', 'overdue')]).toEqual([
      { state: 'done', visitedOn: '2026-11-26' },
      [],
    ])
    await save(1, 2, stay())
    expect(await dueIds('2026-12-04', 'overdue')).toEqual([person])
  })

  it('brings one visit where the rule does not repeat, and none once it is over', async () => {
    await changeRule('大病住院', { isRepeating: false })
    await report(stay())
    await visit(person, '2026-11-26')
    expect([await visitOf(), await dueIds('2026-12-10', 'overdue')]).toEqual([
      { state: 'done', visitedOn: '2026-11-26' },
      [],
    ])
    await report(stay({ admittedOn: '2026-11-01', dischargedOn: '2026-11-10' }))
    expect(await visitOf(2)).toEqual({ state: 'discharged' })
    expect(await dueIds('2026-12-10', 'overdue')).toEqual([])
  })

  it('has the next visit taken back with the result of the last one', async () => {
    await report(stay())
    await visit(person, '2026-11-26')
    const [made] = await visitOperations['resident.visits'](ledger, { id: person }).then((visits) =>
      visits.filter(({ outcome }) => outcome === 'done'),
    )
    const task = await visitOperations['visitTask.get'](ledger, { id: made?.visitTaskId ?? 0 })
    const nothing = { outcome: 'pending', visitedOn: null, visitor: '', note: '' } as const
    await visitOperations['visitTask.record'](ledger, {
      visitTaskId: task.id,
      revision: task.revision,
      ...nothing,
    })
    expect(await visitOf()).toEqual({ state: 'due', dueOn: '2026-11-27' })
    expect(ledger.raw.prepare('SELECT count(*) FROM visitTask').pluck().get()).toBe(1)
  })

  it('is told on no list as what it is, and what was noted at the bed is for its worker and the director', async () => {
    await report(stay())
    const as = ledgerFor(ledger, other)
    const filter = { view: 'today', visitRuleId: null, buildingId: null, responsible: null } as const
    const { rows } = await visitOperations['dueVisit.list'](as, { filter, ...page })
    expect(rows).toMatchObject([
      { residentId: person, reasons: [{ name: '', visitRuleId: null }], responsible: ['丁社工'] },
    ])
    await visit(person, '2026-11-26', '精神尚可，要做化疗')
    const noteFor = async (actor: typeof other) =>
      (await visitOperations['resident.visits'](ledgerFor(ledger, actor), { id: person }))
        .filter(({ outcome }) => outcome === 'done')
        .map(({ visitTaskId, note }) => ({ visitTaskId, note }))
    expect((await noteFor(named)).map(({ note }) => note)).toEqual(['精神尚可，要做化疗'])
    const [hidden] = await noteFor(other)
    expect(hidden?.note).toBe('')
    const task = await visitOperations['visitTask.get'](as, { id: hidden?.visitTaskId ?? 0 })
    expect(task).toMatchObject({ note: '', visitRuleId: null, reasons: [] })

    await report(stay())
    const monthly = { name: '每月走访', trigger: { kind: 'interval', days: 30 }, startsOn: '2026-11-01' }
    const draft = aVisitRuleDraft(monthly)
    await visitOperations['visitRule.save'](ledger, { id: null, revision: null, draft })
    clock.moveTo('2026-11-27')
    await visitOperations['dueVisit.record'](ledger, {
      residentIds: [person, mate],
      outcome: 'done',
      visitedOn: asCalendarDate('2026-11-27'),
      visitor: '丁社工',
      note: '夜里发烧',
    })
    const ofMate = ledger.raw.prepare('SELECT outcome, note FROM visitTask WHERE residentId = ?').all(mate)
    expect(ofMate).toEqual([{ outcome: 'done', note: '' }])

    const claimPostId = await addPost(ledger)
    const claimantId = await addClaimant(ledger)
    await claim(ledger, { claimPostId, claimantId, residentIds: [person], fromOn: '2026-11-01' })
    const contactNotes = async (actor: typeof other) => {
      const question = { filter: { ...allCalls, kind: 'visit' as const }, ...page }
      const found = await claimOperations['contact.list'](ledgerFor(ledger, actor), question)
      return found.rows.map(({ note }) => note)
    }
    expect(await contactNotes(named)).toEqual(expect.arrayContaining(['夜里发烧', '精神尚可，要做化疗']))
    expect(new Set(await contactNotes(other))).toEqual(new Set(['']))
    const begun = await diaryOperations['diary.begin'](as, {
      residentId: null,
      visitTaskId: hidden?.visitTaskId ?? 0,
      phoneCallId: null,
    })
    expect(begun.heard).toBe('')
  })
})

describe('rules that come back', () => {
  it('take over the visits of those that are gone, with their own days', async () => {
    expect(await report(family({ reportedOn: '2026-11-24' }))).toMatchObject({ state: 'due' })
    const rules = await visitOperations['visitRule.list'](ledger)
    for (const { id, revision, trigger } of rules)
      if (trigger.kind === 'familyEvent') await visitOperations['visitRule.remove'](ledger, { id, revision })
    expect(await dueIds('2026-11-25')).toEqual([])
    await visitOperations['visitRule.addReady'](ledger)
    expect(await dueIds('2026-11-25')).toEqual([person])
  })
})

describe('who is to be visited', () => {
  it('is somebody else of the household once the person has died, and the person again where that was a mistake', async () => {
    await report(family())
    await happen(person, 'deathReported', '2026-11-24')
    expect(await dueIds('2026-11-25')).toEqual([mate])
    await lifeOperations['life.withdraw'](ledger, { id: person }, context)
    expect(await dueIds('2026-11-25')).toEqual([person])
    await happen(person, 'deathConfirmed', '2026-11-24')
    await happen(mate, 'movedOut', '2026-11-24')
    expect([await dueIds('2026-11-25'), await visitOf()]).toEqual([[], { state: 'closed', reason: '已迁出' }])
  })

  it('is nobody else for what is one person’s own', async () => {
    await report(family({ isForHousehold: false }))
    await report(stay())
    await happen(person, 'movedOut', '2026-11-24')
    expect(await dueIds('2026-11-25')).toEqual([])
    expect(await visitOf(1)).toEqual({ state: 'closed', reason: '已迁出' })
    // The events themselves stay.
    expect(ledger.raw.prepare('SELECT count(*) FROM careEvent').pluck().get()).toBe(2)
  })

  it('is somebody who is here where the person had died before', async () => {
    await happen(person, 'deathConfirmed', '2026-11-19')
    expect(await report(family())).toEqual({ state: 'due', dueOn: '2026-11-27' })
    expect(await dueIds('2026-11-25')).toEqual([mate])
  })
})
