import { describe, expect, it } from 'vitest'
import { parsePrintedHead, printedHead } from '../../domain/audit.ts'
import type { AuditFilter } from '../../domain/audit-view.ts'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { aResidentDraft, anActor, fixedClock } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { saveResident } from '../resident/resident.service.ts'
import { saveSealedMatters, viewSealedMatters } from '../sealed-matter/sealed-matter.service.ts'
import { testKey } from '../testing/test-key.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { inTransaction } from '../transaction.ts'
import { auditHead, checkAuditTrail, listAuditEntries } from './audit.queries.ts'

const everything: AuditFilter = {
  staffId: null,
  action: null,
  objectType: null,
  fromOn: null,
  toOn: null,
  isTroubleOnly: false,
}

/** Two days of three people's work, told by who did what. */
async function office() {
  const clock = fixedClock('2026-11-24')
  const ledger = openTestLedger({ clock })
  const worker = ledgerFor(ledger, anActor({ staffId: 2, name: '钱社工', role: 'worker' }))
  const draft = aResidentDraft({ name: '王秀英' })
  const { id } = await saveResident(ledger, { id: null, revision: null, draft })
  clock.moveTo('2026-11-25')
  await saveResident(worker, { id, revision: 1, draft: { ...draft, note: '改' } })
  await inTransaction(worker, () =>
    Promise.resolve({
      value: null,
      entries: [{ action: 'denied', objectType: 'channel', detail: { channel: 'staff.add' } }] as const,
    }),
  )
  return { ledger, id }
}

async function told(ledger: Ledger, filter: Partial<AuditFilter>) {
  const page = { filter: { ...everything, ...filter }, offset: 0, limit: 200 }
  const { totalCount, rows } = await listAuditEntries(ledger, page)
  expect(totalCount).toBe(rows.length)
  return rows.map(({ staffName, action, objectName }) => [staffName, action, objectName])
}

describe('the page of records', () => {
  it('tells only the circle whose sealed matters were looked at, and why', async () => {
    const { ledger, id } = await office()
    const circle = ledgerFor(ledger, anActor({ staffId: 3, name: '孙副主任', isInSealedCircle: true }))
    const reason = { purpose: 'other', text: '王秀英的女儿来问' } as const
    await viewSealedMatters(circle, id, reason)
    await saveSealedMatters(circle, { id, before: [], matters: [] }, { key: testKey })
    const filter = { ...everything, staffId: 3 }
    const rowsFor = async (who: Ledger) =>
      (await listAuditEntries(who, { filter, offset: 0, limit: 200 })).rows
    const withheld = { objectId: null, objectName: null, reason: '', detail: { isWithheld: true } }
    expect(await rowsFor(ledger)).toMatchObject([
      { action: 'sealedChanged', ...withheld },
      { action: 'sealedViewed', ...withheld },
    ])
    expect(await rowsFor(circle)).toMatchObject([
      { action: 'sealedChanged', objectName: '王秀英' },
      { action: 'sealedViewed', objectName: '王秀英', reason: reason.text },
    ])
  })

  const denied = ['钱社工', 'denied', null]
  const changed = ['钱社工', 'changed', '王秀英']
  const added = ['赵主任', 'added', '王秀英']

  it('has the newest entry first and names people as they are called today', async () => {
    const { ledger } = await office()
    expect((await told(ledger, {})).slice(0, 3)).toEqual([denied, changed, added])
  })

  it.each<[string, Partial<AuditFilter>, unknown[]]>([
    ['one member of staff', { staffId: 2 }, [denied, changed]],
    ['one kind of work', { action: 'changed' }, [changed]],
    ['one kind of thing', { objectType: 'channel' }, [denied]],
    ['what went wrong', { isTroubleOnly: true }, [denied]],
    ['the days from one on', { fromOn: asCalendarDate('2026-11-25') }, [denied, changed]],
    ['nothing where nothing matches', { toOn: asCalendarDate('2026-11-23') }, []],
  ])('shows of the trail only %s', async (_what, filter, expected) => {
    const { ledger } = await office()
    expect(await told(ledger, filter)).toEqual(expected)
  })

  it('answers one page of many and counts them all', async () => {
    const { ledger } = await office()
    const { totalCount, rows } = await listAuditEntries(ledger, { filter: everything, offset: 1, limit: 1 })
    expect(rows.map(({ action }) => action)).toEqual(['changed'])
    expect(totalCount).toBeGreaterThan(2)
  })
})

describe('checking the records', () => {
  async function paperOf(ledger: Ledger) {
    return parsePrintedHead(printedHead(await auditHead(ledger.db)))
  }

  it('finds a sound trail sound, and the head of a paper in it also after more work', async () => {
    const { ledger, id } = await office()
    const printed = await paperOf(ledger)
    await saveResident(ledger, { id, revision: 2, draft: aResidentDraft() })
    const found = await checkAuditTrail(ledger, printed)
    expect(found).toMatchObject({ brokenSeq: null, printed: 'same', head: await auditHead(ledger.db) })
    expect(found.entryCount).toBe(found.head.seq)
  })

  it.each([
    ['a word that was changed', `UPDATE auditEntry SET reason = 'x' WHERE seq = 2`, 2],
    ['an entry that was taken out', 'DELETE FROM auditEntry WHERE seq = 2', 3],
  ])('finds %s', async (_what, harm, brokenSeq) => {
    const { ledger } = await office()
    ledger.raw.exec('DROP TRIGGER auditEntryKept; DROP TRIGGER auditEntryUnchanged')
    ledger.raw.exec(harm)
    expect(await checkAuditTrail(ledger, null)).toMatchObject({ brokenSeq, printed: null })
  })

  it('finds by the paper alone that the end was cut off, or made anew', async () => {
    const { ledger, id } = await office()
    const printed = await paperOf(ledger)
    ledger.raw.exec('DROP TRIGGER auditEntryKept')
    ledger.raw.exec('DELETE FROM auditEntry WHERE seq = (SELECT max(seq) FROM auditEntry)')
    expect(await checkAuditTrail(ledger, printed)).toMatchObject({ brokenSeq: null, printed: 'missing' })
    await saveResident(ledger, { id, revision: 2, draft: aResidentDraft() })
    expect(await checkAuditTrail(ledger, printed)).toMatchObject({ brokenSeq: null, printed: 'different' })
  })

  it('follows 100,000 entries', async () => {
    const ledger = openTestLedger()
    const entry = { action: 'changed', objectType: 'resident', objectId: 1, fields: ['phones'] } as const
    const many = Array.from({ length: 500 }, () => entry)
    for (let batch = 0; batch < 200; batch += 1)
      await inTransaction(ledger, () =>
        Promise.resolve({ value: null, entries: [entry, ...many.slice(1)] as const }),
      )
    const found = await checkAuditTrail(ledger, null)
    expect(found).toMatchObject({ brokenSeq: null })
    expect(found.entryCount).toBeGreaterThanOrEqual(100_000)
  })
})

describe('a head on a paper', () => {
  it.each([
    ['1234-ab12cd34ef56', { seq: 1234, hashStart: 'ab12cd34ef56' }],
    [' １２３４－AB12 CD34 EF56 ', { seq: 1234, hashStart: 'ab12cd34ef56' }],
    ['1234ab12cd34ef56', null],
    ['1234-ab12cd34ef5', null],
    ['1234-ab12cd34eg56', null],
    ['', null],
  ])('typed as %j', (text, expected) => {
    expect(parsePrintedHead(text)).toEqual(expected)
  })
})
