import { expect, it } from 'vitest'
import { addDays, asCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts'
import { allCalls, type ContactCount, type ContactFilter } from '../../domain/phone-call.ts'
import { fixedClock } from '../../domain/testing/builders.ts'
import { claimOperations } from '../claim/claim.operations.ts'
import { addClaimant, addElder, addPost, claim } from '../claim/testing/claim-fixture.ts'
import type { Ledger } from '../ledger.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'

/** A contact as the test itself made it: what the product counts is summed a second time from these. */
interface Made {
  readonly kind: 'call' | 'visit'
  readonly result: string
  readonly elder: number
  readonly on: string
  readonly claimant: string
}

const start = asCalendarDate('2011-01-01')
const members = ['党员甲', '党员乙', '积极分子丙', '积极分子丁']
/** Unit: days of 18 months. */
const days = 546

/**
 * Source: DOMAIN 1.2 row 6: from January 2011 on 100 old persons were claimed; in a year and a half 780 calls reached
 * somebody and 360 visits were made. After the first year all elders of the second member went to the third.
 */
async function eighteenMonths(ledger: Ledger): Promise<Made[]> {
  const elders: number[] = []
  for (let index = 0; index < 100; index += 1)
    elders.push(await addElder(ledger, { name: `老人${String(index)}` }))
  const claimPostId = await addPost(ledger, { quota: 100 })
  const ids: number[] = []
  for (const name of members) ids.push(await addClaimant(ledger, { name }))
  for (const [place, claimantId] of ids.entries())
    await claim(ledger, {
      claimPostId,
      claimantId,
      residentIds: elders.filter((_, index) => index % 4 === place),
      fromOn: start,
    })
  const handedOn = asCalendarDate('2012-01-01')
  await claimOperations['claim.handOver'](ledger, {
    claimantId: ids[1] ?? 0,
    claims: { which: 'all' },
    toClaimantId: ids[2] ?? 0,
    toClaimPostId: null,
    isMentorKept: true,
    mentorId: null,
    fromOn: handedOn,
    reason: 'claimantIll',
    note: '',
  })
  const claimantOf = (index: number, on: string) =>
    members[index % 4 === 1 && on >= handedOn ? 2 : index % 4] ?? ''
  const made: Made[] = []
  const dayOf = (step: number, of: number) => addDays(start, Math.floor((step * days) / of))
  const results = ['noAnswer', 'refused', 'wrongNumber'] as const
  // 780 that reached somebody, and every fifth time one more that did not.
  for (let step = 0; step < 936; step += 1) {
    const index = (step * 37) % 97
    const isReached = step % 6 !== 5
    const result = isReached ? 'reached' : (results[step % 3] ?? 'noAnswer')
    made.push({
      kind: 'call',
      result,
      elder: index,
      on: dayOf(step, 936),
      claimant: claimantOf(index, dayOf(step, 936)),
    })
  }
  for (let step = 0; step < 360; step += 1) {
    const index = (step * 13) % 90
    made.push({
      kind: 'visit',
      result: '',
      elder: index,
      on: dayOf(step, 360),
      claimant: claimantOf(index, dayOf(step, 360)),
    })
  }
  const insertCall = ledger.raw.prepare(
    `INSERT INTO phoneCall (residentId, calledOn, caller, result, note, followUp, recordedAt, staffName, revision)
     VALUES (?, ?, '某人', ?, '', '', '2012-07-01T00:00:00.000Z', '', 1)`,
  )
  const insertRound = ledger.raw.prepare(
    `INSERT INTO visitTask (residentId, isAddedByHand, addedReason, isRemoved, removedReason, outcome, visitedOn, visitor, note)
     VALUES (?, 0, '', ?, '', ?, ?, '某人', '')`,
  )
  for (const { kind, result, elder, on } of made)
    if (kind === 'call') insertCall.run(elders[elder], on, result)
    else insertRound.run(elders[elder], 0, 'done', on)
  // What does not count: taken off the list, not made, made before anybody had claimed the person, a call taken back.
  insertRound.run(elders[0], 1, 'done', '2011-05-01')
  insertRound.run(elders[0], 0, 'absent', '2011-05-02')
  insertRound.run(elders[0], 0, 'done', '2010-12-31')
  insertCall.run(elders[0], '2011-05-01', 'reached')
  ledger.raw.exec(
    `UPDATE phoneCall SET withdrawnAt = 'x', withdrawnBy = 'y' WHERE id = (SELECT max(id) FROM phoneCall)`,
  )
  return made
}

/** The same sums without the product. */
function summed(made: readonly Made[]): Record<string, number> {
  const reached = made.filter(({ result }) => result === 'reached')
  const visits = made.filter(({ kind }) => kind === 'visit')
  const people = (some: readonly Made[]) => new Set(some.map(({ elder }) => elder)).size
  return {
    callCount: made.length - visits.length,
    reachedCount: reached.length,
    reachedPeopleCount: people(reached),
    visitCount: visits.length,
    visitedPeopleCount: people(visits),
    namelessCount: 0,
  }
}

const figuresOf = ({ key: _key, name: _name, ...figures }: ContactCount) => figures

it('780 calls and 360 visits of 18 months are counted right, by member, by month and in any stretch of days', async () => {
  const ledger = openTestLedger({ clock: fixedClock('2012-07-01') })
  const made = await eighteenMonths(ledger)
  expect(summed(made)).toMatchObject({ reachedCount: 780, visitCount: 360 })
  const counts = (
    groupBy: 'claimPost' | 'claimant' | 'month',
    fromOn: CalendarDate | null = null,
    toOn: CalendarDate | null = null,
  ) => claimOperations['contact.counts'](ledger, { fromOn, toOn, groupBy })
  const byPost = await counts('claimPost')
  expect(byPost.rows.map(figuresOf)).toEqual([summed(made)])
  expect(figuresOf(byPost.total)).toEqual(summed(made))
  const byMember = await counts('claimant')
  expect(Object.fromEntries(byMember.rows.map((row) => [row.name, figuresOf(row)]))).toEqual(
    Object.fromEntries(
      members.map((name) => [name, summed(made.filter(({ claimant }) => claimant === name))]),
    ),
  )
  const byMonth = await counts('month')
  const months = [...new Set(made.map(({ on }) => on.slice(0, 7)))].sort()
  expect(months).toHaveLength(18)
  expect(byMonth.rows.map((row) => [row.key, figuresOf(row)])).toEqual(
    months.map((month) => [month, summed(made.filter(({ on }) => on.startsWith(month)))]),
  )
  const [from, to] = [asCalendarDate('2011-11-15'), asCalendarDate('2012-02-29')]
  const within = made.filter(({ on }) => on >= from && on <= to)
  expect(figuresOf((await counts('claimant', from, to)).total)).toEqual(summed(within))
  // Each figure opens as many rows.
  for (const { key, callCount, reachedCount, visitCount } of (await counts('claimant', from, to)).rows) {
    const total = async (change: Partial<ContactFilter>) => {
      const filter = { ...allCalls, fromOn: from, toOn: to, claimantId: Number(key), ...change }
      return (await claimOperations['contact.list'](ledger, { filter, offset: 0, limit: 1 })).totalCount
    }
    expect([await total({}), await total({ result: 'reached' }), await total({ kind: 'visit' })]).toEqual([
      callCount,
      reachedCount,
      visitCount,
    ])
  }
})
