import { expect, it } from 'vitest'
import { contentOf } from '../../domain/drawn-paper.ts'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { paperSchema, type Paper } from '../../domain/paper.ts'
import { paperNumbers, type PaperNumbers } from '../../domain/paper-stamp.ts'
import type { Actor } from '../../domain/staff.ts'
import { aResidentDraft, anActor } from '../../domain/testing/builders.ts'
import { residentListSchema } from '../../domain/resident-list.ts'
import { ownPhone } from '../../domain/resident.ts'
import { auditHead } from '../audit/audit.queries.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { submitSheet } from '../count/submitted-sheet.service.ts'
import { issueList } from '../resident-list/issue-list.service.ts'
import { removeResident } from '../resident/recycle-bin.service.ts'
import { saveResident } from '../resident/resident.service.ts'
import { festivalRules } from '../testing/festival-rules.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { visitOperations } from '../visit/visit.operations.ts'
import { issuePaper, peopleOnPaper, recordFailedPaper } from './issue-paper.service.ts'

const idNumber = '11010519491231002X'
const phone = '13812345678'
const agreed = { personCount: 50, isAsked: false }
const reason = { purpose: 'contact', text: '春节走访' } as const

async function aRound(people = [{ idNumber, birthWhen: '1949-12-31', phones: [ownPhone(phone)] }]) {
  const ledger = openTestLedger()
  for (const person of people)
    await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(person) })
  const rules = await festivalRules(ledger)
  const { id } = await visitOperations['visitRound.create'](ledger, {
    name: '2027年春节走访',
    festival: 'springFestival',
    year: 2027,
    cutoffOn: asCalendarDate('2027-02-05'),
    ruleIds: rules.map((rule) => rule.id),
  })
  return { ledger, visitRoundId: id }
}

function visitList(visitRoundId: number, numbers: PaperNumbers, given: typeof reason | null): Paper {
  return { kind: 'visitList', visitRoundId, numbers, reason: given }
}

function entries(ledger: Ledger) {
  return ledger.raw
    .prepare<[], { action: string; reason: string; detail: string }>(
      `SELECT action, reason, detail FROM auditEntry WHERE objectType = 'paper' ORDER BY seq`,
    )
    .all()
    .map(({ action, reason: why, detail }) => ({ action, reason: why, ...(JSON.parse(detail) as object) }))
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  return error instanceof FailureError ? error.failure.code : 'none'
}

// Cell by cell: who prints with which numbers, with a reason and without one.
const cells: readonly [Actor['role'], PaperNumbers, string, string][] = [
  ['director', 'masked', 'none', 'none'],
  ['director', 'phones', 'none', 'reasonRequired'],
  ['director', 'all', 'none', 'reasonRequired'],
  ['worker', 'masked', 'none', 'none'],
  ['worker', 'phones', 'none', 'reasonRequired'],
  ['worker', 'all', 'none', 'reasonRequired'],
  ['viewer', 'phones', 'notAllowed', 'notAllowed'],
  ['viewer', 'all', 'notAllowed', 'notAllowed'],
]
it.each(cells)('a paper of a %s with %s numbers', async (role, numbers, withReason, without) => {
  const { ledger, visitRoundId } = await aRound()
  const as = ledgerFor(ledger, anActor({ role }))
  expect(await codeOf(issuePaper(as, visitList(visitRoundId, numbers, reason), 'printed', agreed))).toBe(
    withReason,
  )
  expect(await codeOf(issuePaper(as, visitList(visitRoundId, numbers, null), 'printed', agreed))).toBe(
    without,
  )
  // Each paper that may leave has its entry, and none that may not.
  expect(entries(ledger)).toHaveLength([withReason, without].filter((code) => code === 'none').length)
})

it.each(paperNumbers)('with %s numbers shows just those, and says so in its entry', async (numbers) => {
  const { ledger, visitRoundId } = await aRound()
  const { drawn } = await issuePaper(ledger, visitList(visitRoundId, numbers, reason), 'savedAsPdf', agreed)
  const text = JSON.stringify(drawn)
  expect([text.includes(phone), text.includes(idNumber)]).toEqual([numbers !== 'masked', numbers === 'all'])
  expect(entries(ledger)).toEqual([
    {
      action: 'savedAsPdf',
      reason: '春节走访',
      paper: 'visitList',
      serial: '2026-1',
      template: 'visitList-2',
      personCount: 1,
      numbers,
      purpose: 'contact',
    },
  ])
})

it('carries who printed it, its number among the papers of the year, and the head of the trail with its own entry', async () => {
  const { ledger, visitRoundId } = await aRound()
  const paper = visitList(visitRoundId, 'masked', null)
  await issuePaper(ledger, paper, 'printed', agreed)
  const list = { selection: { kind: 'shown', filter: noFilter, exceptIds: [] }, columns: ['name'] }
  const saved = residentListSchema.parse({ ...list, numbers: 'masked', reason: null })
  await issueList(ledger, saved, 'savedAsWorkbook', agreed)
  const { drawn } = await issuePaper(ledger, paper, 'savedAsPdf', agreed)
  const head = await auditHead(ledger.db)
  expect(contentOf(drawn, 'visitList')?.stamp).toEqual({
    serial: '2026-2',
    printedBy: '赵主任',
    printedAt: '2026-11-25T01:00:00.000Z',
    head: `${head.seq}-${head.hash.slice(0, 12)}`,
  })
})

it('that did not leave after all has an entry of its own', async () => {
  const { ledger, visitRoundId } = await aRound()
  const paper = visitList(visitRoundId, 'masked', null)
  const { serial } = await issuePaper(ledger, paper, 'printed', agreed)
  await recordFailedPaper(ledger, paper, serial)
  expect(entries(ledger).map(({ action }) => action)).toEqual(['printed', 'paperFailed'])
  expect(entries(ledger)[1]).toMatchObject({ serial: '2026-1' })
})

it('is not given out when its leaving cannot be written down, nor without anybody on it', async () => {
  const { ledger, visitRoundId } = await aRound()
  const paper = visitList(visitRoundId, 'all', reason)
  const full = `CREATE TEMP TRIGGER full BEFORE INSERT ON main.auditEntry BEGIN SELECT RAISE(ABORT, 'full'); END`
  ledger.raw.exec(full)
  await expect(issuePaper(ledger, paper, 'printed', agreed)).rejects.toThrow()
  const nobody = await aRound([])
  expect(
    await codeOf(
      issuePaper(nobody.ledger, visitList(nobody.visitRoundId, 'masked', null), 'printed', agreed),
    ),
  ).toBe('paperEmpty')
  expect(entries(nobody.ledger)).toEqual([])
})

it('is not given out with more people on it than were agreed to', async () => {
  const { ledger, visitRoundId } = await aRound()
  const paper = visitList(visitRoundId, 'masked', null)
  const nobody = { personCount: 0, isAsked: false }
  expect(await codeOf(issuePaper(ledger, paper, 'printed', nobody))).toBe('staleRecord')
  expect(entries(ledger)).toEqual([])
})

it('with few people counts together with those before it, until somebody is asked or an hour is over', async () => {
  const { ledger, visitRoundId } = await aRound()
  const paper = visitList(visitRoundId, 'masked', null)
  const colleague = ledgerFor(ledger, anActor({ staffId: 2, role: 'worker' }))
  const at = (nowAt: string) => ({ ...ledger, clock: { ...ledger.clock, nowAt: () => nowAt } })
  const unasked = async (who: Ledger) => (await peopleOnPaper(who, paper)).unaskedCount
  await issuePaper(at('2026-11-25T01:00:00.000Z'), paper, 'printed', agreed)
  await issuePaper(at('2026-11-25T01:30:00.000Z'), paper, 'savedAsPdf', agreed)
  expect(await unasked(at('2026-11-25T01:59:00.000Z'))).toBe(2)
  expect(await unasked(at('2026-11-25T02:10:00.000Z'))).toBe(1)
  expect(await unasked(colleague)).toBe(0)
  await issuePaper(at('2026-11-25T01:40:00.000Z'), paper, 'printed', { personCount: 1, isAsked: true })
  expect(await unasked(at('2026-11-25T01:59:00.000Z'))).toBe(0)
})

it('gives out the standard counts under a serial, without asking about people, and kept figures as they were', async () => {
  const ledger = openTestLedger()
  const draft = aResidentDraft({ idNumber, birthWhen: '1949-12-31' })
  const { id, revision } = await saveResident(ledger, { id: null, revision: null, draft })
  const days = { referenceOn: asCalendarDate('2026-11-25'), fromOn: asCalendarDate('2026-01-01') }
  const kept = await submitSheet(ledger, { ...days, name: '十一月报表', note: '' })
  await removeResident(ledger, { id, revision, reason: '登记错了' })

  const total = async (sheet: object) => {
    const paper = paperSchema.parse({ kind: 'populationSheet', sheet })
    expect(await peopleOnPaper(ledger, paper)).toEqual({ personCount: 0, unaskedCount: 0 })
    const { serial, drawn } = await issuePaper(ledger, paper, 'printed', agreed)
    const populationSheet = contentOf(drawn, 'populationSheet')
    expect(populationSheet?.stamp?.serial).toBe(serial)
    const line = populationSheet?.sheet.lines.find((one) => one.line === 'from:70')
    return [serial, populationSheet?.kept?.name, line?.figures.all]
  }
  expect(await total(days)).toEqual(['2026-1', undefined, 0])
  expect(await total({ submittedId: kept.id })).toEqual(['2026-2', '十一月报表', 1])
  expect(entries(ledger)).toMatchObject([
    { action: 'printed', paper: 'populationSheet', serial: '2026-1', template: 'populationSheet-1' },
    { action: 'printed', paper: 'populationSheet', serial: '2026-2', template: 'populationSheet-1' },
  ])
  const backward = {
    kind: 'populationSheet',
    sheet: { ...days, fromOn: asCalendarDate('2026-11-26') },
  } as const
  expect(await codeOf(issuePaper(ledger, backward, 'printed', agreed))).toBe('invalidInput')
  const unknown = { kind: 'populationSheet', sheet: { submittedId: 99 } } as const
  expect(await codeOf(issuePaper(ledger, unknown, 'printed', agreed))).toBe('notFound')
  expect(entries(ledger)).toHaveLength(2)
})
