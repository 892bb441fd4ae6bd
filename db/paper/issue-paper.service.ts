import { printedHead, type AuditEntryDraft } from '../../domain/audit.ts'
import { FailureError } from '../../domain/failure.ts'
import { visitListTemplate, type Paper, type VisitList } from '../../domain/paper.ts'
import { mayReveal } from '../../domain/record-access.ts'
import { auditHead, papersIssuedBy, papersIssuedIn } from '../audit/audit.queries.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { inTransaction, type LedgerTransaction, type Recorded } from '../transaction.ts'
import { walkingOrder } from '../visit/visit-task.queries.ts'
import { visitListPage } from './visit-list.queries.ts'

/** How a paper leaves the window. */
export type PaperWay = 'printed' | 'savedAsPdf'

/** Shape: a paper that stands in the audit trail and may now be drawn; no list for papers without people. */
export interface IssuedPaper {
  readonly serial: string
  readonly visitList: VisitList | null
}

/** Unit: milliseconds in which papers with few people count together. */
const oneHour = 3_600_000

/** Shape: how many people stand on a paper, and on those that left in the last hour without anybody being asked. */
export interface PeopleOnPaper {
  readonly personCount: number
  readonly unaskedCount: number
}

/** What has to be known before a paper leaves. Throws: notFound. */
export async function peopleOnPaper(ledger: Ledger, paper: Paper): Promise<PeopleOnPaper> {
  if (paper.kind !== 'visitList') return { personCount: 0, unaskedCount: 0 }
  const personCount = (await walkingOrder(ledger, paper.visitRoundId, 'all')).length
  return { personCount, unaskedCount: await unaskedPeople(ledger) }
}

/** A long list cut into short ones is a long list: counted since the last paper that was asked about. */
export async function unaskedPeople(ledger: Ledger): Promise<number> {
  const since = new Date(Date.parse(ledger.clock.nowAt()) - oneHour).toISOString()
  const papers = await papersIssuedBy(ledger.db, actorAt(ledger).staffId, since)
  const asked = papers.findIndex(({ isAsked }) => isAsked)
  const unasked = asked < 0 ? papers : papers.slice(0, asked)
  return unasked.reduce((sum, { personCount }) => sum + personCount, 0)
}

/** Shape: what somebody has agreed to: at most so many people, and whether a dialog asked. */
export interface AgreedPaper {
  readonly personCount: number
  readonly isAsked: boolean
}

/**
 * Writes down that a paper leaves, and only then gives out what it shows.
 * Throws: notAllowed, reasonRequired, paperEmpty, notFound, staleRecord when more people are on it than were agreed to.
 */
export async function issuePaper(
  ledger: Ledger,
  paper: Paper,
  way: PaperWay,
  agreed: AgreedPaper,
): Promise<IssuedPaper> {
  refuseUnreasoned(ledger, paper)
  const printedAt = ledger.clock.nowAt()
  const { serial, list } = await inTransaction(ledger, (trx) => leaving(ledger, trx, { paper, way, agreed }))
  if (list === null) return { serial, visitList: null }
  const head = printedHead(await auditHead(ledger.db))
  const stamp = { serial, printedBy: actorAt(ledger).name, printedAt, head }
  return { serial, visitList: { ...list, stamp } }
}

async function leaving(
  { actor, clock }: Ledger,
  trx: LedgerTransaction,
  { paper, way, agreed }: { readonly paper: Paper; readonly way: PaperWay; readonly agreed: AgreedPaper },
): Promise<Recorded<{ readonly serial: string; readonly list: Omit<VisitList, 'stamp'> | null }>> {
  const serial = await nextSerial(trx, clock.todayOn().slice(0, 4))
  const facts = { paper: paper.kind, serial }
  if (paper.kind !== 'visitList') return { value: { serial, list: null }, entries: [entryOf(way, facts)] }
  const { visitRoundId, numbers, reason } = paper
  const everybody = { numbers, offset: 0, limit: Infinity }
  const { totalCount, ...list } = await visitListPage({ db: trx, actor, clock }, visitRoundId, everybody)
  if (totalCount === 0) throw new FailureError('paperEmpty')
  if (totalCount > agreed.personCount) throw new FailureError('staleRecord')
  const isAsked = agreed.isAsked ? { isAsked: true } : {}
  const purpose = reason === null ? {} : { purpose: reason.purpose }
  const detail = {
    ...facts,
    template: visitListTemplate,
    personCount: totalCount,
    numbers,
    ...purpose,
    ...isAsked,
  }
  return { value: { serial, list }, entries: [entryOf(way, detail, reason?.text ?? '')] }
}

/** Writes down that a paper which was to leave did not. */
export async function recordFailedPaper(ledger: Ledger, paper: Paper, serial: string): Promise<void> {
  await inTransaction(ledger, () =>
    Promise.resolve({ value: null, entries: [entryOf('paperFailed', { paper: paper.kind, serial })] }),
  )
}

function entryOf(
  action: PaperWay | 'paperFailed',
  detail: NonNullable<AuditEntryDraft['detail']>,
  reason = '',
): AuditEntryDraft {
  return { action, objectType: 'paper', reason, detail }
}

function refuseUnreasoned(ledger: Ledger, paper: Paper): void {
  if (paper.kind !== 'visitList' || paper.numbers === 'masked') return
  const actor = actorAt(ledger)
  const isAllowed = mayReveal(actor, 'phones') && (paper.numbers === 'phones' || mayReveal(actor, 'idNumber'))
  if (!isAllowed) throw new FailureError('notAllowed')
  if (paper.reason === null) throw new FailureError('reasonRequired', 'reason')
}

/** Shape: 2026-17, counted from the first paper of the year. */
async function nextSerial(trx: LedgerTransaction, year: string): Promise<string> {
  return `${year}-${(await papersIssuedIn(trx, year)) + 1}`
}
