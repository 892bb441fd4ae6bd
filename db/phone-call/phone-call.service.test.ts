import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { allCalls, type PhoneCall } from '../../domain/phone-call.ts'
import { anActor } from '../../domain/testing/builders.ts'
import { claimOperations } from '../claim/claim.operations.ts'
import { addClaimant, addElder, addPost, call, claim } from '../claim/testing/claim-fixture.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'

const on = asCalendarDate
const page = { offset: 0, limit: 200 }

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  if (!(error instanceof FailureError)) return 'none'
  return [error.failure.code, error.failure.field].filter((part) => part !== undefined).join(' ')
}

const list = (ledger: Ledger, change: Partial<typeof allCalls> = {}) =>
  claimOperations['contact.list'](ledger, { filter: { ...allCalls, ...change }, ...page })

const correct = (ledger: Ledger, { id, revision, ...stored }: PhoneCall, change: Partial<PhoneCall>) => {
  const { residentId, calledOn, caller, result, note, followUp } = { ...stored, ...change }
  const draft = { residentId, calledOn, caller, result, note, followUp }
  return claimOperations['phoneCall.save'](ledger, { id, revision, draft })
}

describe('a call', () => {
  it('is written down with who had claimed the person on that day', async () => {
    const ledger = openTestLedger()
    const claimPostId = await addPost(ledger)
    const claimantId = await addClaimant(ledger)
    const elder = await addElder(ledger, { name: '甲' })
    await call(ledger, elder, '2026-10-31')
    await claim(ledger, { claimPostId, claimantId, residentIds: [elder], fromOn: '2026-11-01' })
    await call(ledger, elder, '2026-11-01', { result: 'noAnswer' })
    const { rows } = await list(ledger)
    expect(
      rows.map(({ on: day, postName, claimantName, result }) => [day, postName, claimantName, result]),
    ).toEqual([
      ['2026-11-01', '孝亲岗', '周党员', 'noAnswer'],
      ['2026-10-31', null, null, 'reached'],
    ])
    const counts = async (change: Partial<typeof allCalls>) => (await list(ledger, change)).totalCount
    expect([
      await counts({ claimPostId }),
      await counts({ claimantId }),
      await counts({ isUnclaimed: true }),
      await counts({ result: 'reached' }),
      await counts({ fromOn: on('2026-11-01') }),
      await counts({ toOn: on('2026-10-31') }),
      await counts({ residentId: elder }),
      await counts({ residentId: elder + 1 }),
    ]).toEqual([1, 1, 1, 1, 1, 1, 2, 0])
  })

  it('is put right on what was seen, for the same person, and taken back without a trace in the counts', async () => {
    const ledger = openTestLedger()
    const elder = await addElder(ledger, { name: '甲' })
    const other = await addElder(ledger, { name: '乙' })
    const first = await call(ledger, elder, '2026-11-20')
    const second = await correct(ledger, first, { result: 'refused', note: '改口说不用' })
    expect(second).toMatchObject({ result: 'refused', note: '改口说不用', revision: 2 })
    expect(await failureOf(correct(ledger, first, { result: 'noAnswer' }))).toBe('staleRecord')
    expect(await failureOf(correct(ledger, second, {}))).toBe('nothingToChange')
    expect(await failureOf(correct(ledger, second, { residentId: other }))).toBe('invalidInput residentId')
    expect(await failureOf(correct(ledger, second, { calledOn: on('2026-11-26') }))).toBe(
      'callDayUnfit calledOn',
    )
    const { id } = second
    expect(await failureOf(claimOperations['phoneCall.withdraw'](ledger, { id, revision: 1 }))).toBe(
      'staleRecord',
    )
    await claimOperations['phoneCall.withdraw'](ledger, { id, revision: 2 })
    expect((await list(ledger)).totalCount).toBe(0)
    expect(await failureOf(claimOperations['phoneCall.withdraw'](ledger, { id, revision: 3 }))).toBe(
      'notFound',
    )
    const { rows } = await residentTimeline(ledger, { id: elder, ...page })
    expect(
      rows.filter(({ field }) => field === 'phoneCall').map(({ before, after }) => [before, after]),
    ).toEqual([
      ['2026-11-20 周党员：不愿接听', ''],
      ['2026-11-20 周党员：通话', '2026-11-20 周党员：不愿接听'],
      ['', '2026-11-20 周党员：通话'],
    ])
  })

  it('leaves something to do until that is done', async () => {
    const ledger = openTestLedger()
    const elder = await addElder(ledger)
    const made = await call(ledger, elder, '2026-11-20', { followUp: '送血压计' })
    await call(ledger, elder, '2026-11-20')
    const open = async () => (await list(ledger, { isFollowUpOpen: true })).totalCount
    expect(await open()).toBe(1)
    const done = (doneOn: string | null, { id, revision }: PhoneCall) =>
      claimOperations['phoneCall.setFollowUp'](ledger, {
        id,
        revision,
        doneOn: doneOn === null ? null : on(doneOn),
      })
    expect(await failureOf(done('2026-11-19', made))).toBe('callDayUnfit doneOn')
    expect(await failureOf(done('2026-11-26', made))).toBe('callDayUnfit doneOn')
    const closed = await done('2026-11-25', made)
    expect([closed.followUpDoneOn, await open()]).toEqual(['2026-11-25', 0])
    // Something else to do is open again, the same with another note is not.
    const noted = await correct(ledger, closed, { note: '已送到' })
    expect(noted.followUpDoneOn).toBe('2026-11-25')
    const changed = await correct(ledger, noted, { followUp: '换电池' })
    expect([changed.followUpDoneOn, await open()]).toEqual([null, 1])
  })

  it('shows what was talked about to those who may read notes', async () => {
    const ledger = openTestLedger()
    await call(ledger, await addElder(ledger), '2026-11-20', { note: '说头晕', followUp: '陪看病' })
    const textsFor = async (role: 'worker' | 'viewer') =>
      (await list(ledgerFor(ledger, anActor({ role })))).rows.map(({ note, followUp }) => [note, followUp])
    expect(await textsFor('worker')).toEqual([['说头晕', '陪看病']])
    expect(await textsFor('viewer')).toEqual([['', '']])
  })
})
