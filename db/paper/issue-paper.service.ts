import { printedHead, type AuditEntryDraft } from '../../domain/audit.ts'
import { FailureError } from '../../domain/failure.ts'
import { visitListTemplate, type Paper, type VisitList } from '../../domain/paper.ts'
import { mayReveal } from '../../domain/record-access.ts'
import { auditHead, papersIssuedIn } from '../audit/audit.queries.ts'
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

/** How many people stand on a paper. Throws: notFound. */
export async function peopleOnPaper(ledger: Ledger, paper: Paper): Promise<number> {
  if (paper.kind !== 'visitList') return 0
  return (await walkingOrder(ledger, paper.visitRoundId, 'all')).length
}

/**
 * Writes down that a paper leaves, and only then gives out what it shows.
 * Throws: notAllowed, reasonRequired, paperEmpty, notFound.
 */
export async function issuePaper(ledger: Ledger, paper: Paper, way: PaperWay): Promise<IssuedPaper> {
  refuseUnreasoned(ledger, paper)
  const printedAt = ledger.clock.nowAt()
  const { serial, list } = await inTransaction(ledger, (trx) => leaving(ledger, trx, paper, way))
  if (list === null) return { serial, visitList: null }
  const head = printedHead(await auditHead(ledger.db))
  const stamp = { serial, printedBy: actorAt(ledger).name, printedAt, head }
  return { serial, visitList: { ...list, stamp } }
}

async function leaving(
  { actor, clock }: Ledger,
  trx: LedgerTransaction,
  paper: Paper,
  way: PaperWay,
): Promise<Recorded<{ readonly serial: string; readonly list: Omit<VisitList, 'stamp'> | null }>> {
  const serial = await nextSerial(trx, clock.todayOn().slice(0, 4))
  const facts = { paper: paper.kind, serial }
  if (paper.kind !== 'visitList') return { value: { serial, list: null }, entries: [entryOf(way, facts)] }
  const { visitRoundId, numbers, reason } = paper
  const everybody = { numbers, offset: 0, limit: Infinity }
  const { totalCount, ...list } = await visitListPage({ db: trx, actor, clock }, visitRoundId, everybody)
  if (totalCount === 0) throw new FailureError('paperEmpty')
  const purpose = reason === null ? {} : { purpose: reason.purpose }
  const detail = { ...facts, template: visitListTemplate, personCount: totalCount, numbers, ...purpose }
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
