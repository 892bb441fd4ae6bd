import { expect, it } from 'vitest'
import { contentOf } from '../../domain/drawn-paper.ts'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { readyNoticeText } from '../../domain/labels/privacy-notice.zh.ts'
import { noFilter } from '../../domain/no-filter.ts'
import type { NoticeSigner } from '../../domain/privacy-notice.ts'
import type { ConditionTest } from '../../domain/resident-condition.ts'
import { aResidentDraft } from '../../domain/testing/builders.ts'
import type { Ledger } from '../ledger.ts'
import { issuePaper, peopleOnPaper } from '../paper/issue-paper.service.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { listResidents } from '../resident/resident-list.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { noticeOperations } from './notice.operations.ts'

const page = { offset: 0, limit: 50 }

async function add(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0] = {}) {
  return (await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })).id
}

function sign(ledger: Ledger, residentId: number, signedOn: string, signedBy: NoticeSigner, signer = '') {
  const draft = { residentId, signedOn: asCalendarDate(signedOn), signedBy, signer }
  return noticeOperations['notice.sign'](ledger, draft)
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  return error instanceof FailureError ? `${error.failure.code} ${error.failure.field ?? ''}`.trim() : 'none'
}

async function namesWith(ledger: Ledger, test: ConditionTest) {
  const condition = {
    match: 'all' as const,
    isNot: false,
    conditions: [{ field: 'noticeSignedOn' as const, isNot: false, test }],
  }
  const { rows } = await listResidents(ledger, { filter: { ...noFilter, condition }, ...page })
  return rows.map(({ name }) => name)
}

it('finds who has signed no notice, and who signed when', async () => {
  const ledger = openTestLedger()
  const signed = await add(ledger, { name: '王签过' })
  await add(ledger, { name: '李没签' })
  await sign(ledger, signed, '2025-06-01', 'self')
  await sign(ledger, signed, '2026-11-01', 'self')
  expect(await namesWith(ledger, { operator: 'empty' })).toEqual(['李没签'])
  expect(await namesWith(ledger, { operator: 'after', day: asCalendarDate('2026-10-31') })).toEqual([
    '王签过',
  ])
  expect(await namesWith(ledger, { operator: 'before', day: asCalendarDate('2026-01-01') })).toEqual([])
})

it('is told in the history, and can be taken back where it was a mistake', async () => {
  const ledger = openTestLedger()
  const id = await add(ledger)
  const [signature] = await sign(ledger, id, '2026-11-01', 'guardian', '女儿李红')
  expect(signature).toMatchObject({ signedBy: 'guardian', signer: '女儿李红', staffName: '赵主任' })
  const withdrawal = { residentId: id, signatureId: signature?.id ?? 0 }
  expect(await noticeOperations['notice.withdraw'](ledger, withdrawal)).toEqual([])
  expect(await failureOf(noticeOperations['notice.withdraw'](ledger, withdrawal))).toBe('notFound')
  const { rows } = await residentTimeline(ledger, { id, ...page })
  expect(rows.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['noticeSigned', '2026-11-01 监护人女儿李红', ''],
    ['noticeSigned', '', '2026-11-01 监护人女儿李红'],
    ['record', '', ''],
  ])
})

it('is signed by a guardian for a child under fourteen, by name and not in the future', async () => {
  const ledger = openTestLedger()
  const child = await add(ledger, { birthWhen: '2012-11-25', idDocumentType: 'none', idNumber: '' })
  expect(await failureOf(sign(ledger, child, '2026-11-24', 'self'))).toBe('invalidInput signedBy')
  expect(await failureOf(sign(ledger, child, '2026-11-24', 'guardian', ' '))).toBe('invalidInput signer')
  expect(await failureOf(sign(ledger, child, '2026-11-26', 'guardian', '母亲'))).toBe('invalidInput signedOn')
  expect(await failureOf(sign(ledger, child, '2026-11-25', 'self'))).toBe('none')
})

it('says what the office wrote, and otherwise what is ready', async () => {
  const ledger = openTestLedger()
  const id = await add(ledger)
  const text = { ...readyNoticeText, purpose: '本社区自己的话。' }
  const printed = async (residentId: number | null) => {
    const paper = { kind: 'notice', residentId } as const
    expect(await peopleOnPaper(ledger, paper)).toEqual({ personCount: 0, unaskedCount: 0 })
    const { drawn } = await issuePaper(ledger, paper, 'printed', { personCount: 0, isAsked: false })
    return contentOf(drawn, 'notice')
  }
  expect(await printed(null)).toMatchObject({
    residentName: null,
    text: readyNoticeText,
    stamp: { serial: '2026-1' },
  })
  await noticeOperations['notice.saveText'](ledger, { before: readyNoticeText, text })
  expect(await printed(id)).toMatchObject({ residentName: '王秀英', text, stamp: { serial: '2026-2' } })
  const late = { before: readyNoticeText, text: readyNoticeText }
  expect(await failureOf(noticeOperations['notice.saveText'](ledger, late))).toBe('staleRecord')
})
