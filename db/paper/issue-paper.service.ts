import { printedHead, type AuditEntryDraft } from '../../domain/audit.ts'
import type { DrawnKind, DrawnPaper } from '../../domain/drawn-paper.ts'
import { FailureError } from '../../domain/failure.ts'
import { paperSizeOf, tellsOfPeople, type PageRange, type Paper } from '../../domain/paper.ts'
import { saysWhoAsked } from '../../domain/person-data.ts'
import { mayReveal } from '../../domain/record-access.ts'
import { recordDisclosures } from '../audit/disclosure.service.ts'
import { auditHead, papersIssuedBy, papersIssuedIn } from '../audit/audit.queries.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { inTransaction, type LedgerTransaction, type Recorded } from '../transaction.ts'
import type { IssuedContent, PaperIssuer, PaperPlace } from './paper-issuer.ts'
import { paperIssuers } from './paper-issuers.ts'
import { upsertUsualPrinter } from './usual-printer.repository.ts'

/** How a paper leaves the window. */
export type PaperWay = 'printed' | 'savedAsPdf' | 'savedAsWorkbook'

/** Shape: a paper that stands in the audit trail and may now be drawn; null where it shows nothing of the ledger. */
export interface IssuedPaper {
  readonly serial: string
  readonly drawn: DrawnPaper | null
}

/** Shape: what of a paper leaves, and where to. */
export interface PaperManner {
  readonly printerName: string | null
  readonly copyCount: number
  /** Null for all of them. */
  readonly pages: PageRange | null
}

const wholePaper: PaperManner = { printerName: null, copyCount: 1, pages: null }

/** Unit: milliseconds in which papers with few people count together. */
const oneHour = 3_600_000

/** Shape: how many people stand on a paper, and on those that left in the last hour without anybody being asked. */
export interface PeopleOnPaper {
  readonly personCount: number
  readonly unaskedCount: number
}

type DrawnRequest = Extract<Paper, { readonly kind: DrawnKind }>

/** What has to be known before a paper leaves. Throws: notFound. */
export async function peopleOnPaper(ledger: Ledger, paper: Paper): Promise<PeopleOnPaper> {
  if (!tellsOfPeople(paper)) return { personCount: 0, unaskedCount: 0 }
  const personCount = await issuerOf(paper).countPeople(ledger, paper)
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
  manner: PaperManner = wholePaper,
): Promise<IssuedPaper> {
  refuseUnreasoned(ledger, paper)
  const read = paper.kind === 'recoveryCode' ? null : await issuerOf(paper).read(ledger, paper)
  const { serial, content } = await inTransaction(ledger, (trx) =>
    leaving(ledger, trx, { paper, read, way, agreed, manner }),
  )
  if (content === null) return { serial, drawn: null }
  const head = printedHead(await auditHead(ledger.db))
  const stamp = { serial, printedBy: actorAt(ledger).name, printedAt: ledger.clock.nowAt(), head }
  return { serial, drawn: content.drawn(stamp) }
}

/** The table keeps each kind with its own issuer, which the compiler cannot see once the kind is any of them. */
function issuerOf<K extends DrawnKind>(paper: Extract<DrawnRequest, { readonly kind: K }>): PaperIssuer<K> {
  return paperIssuers[paper.kind]
}

interface Leaving {
  readonly paper: Paper
  /** How what it shows is read inside the transaction; null where it shows nothing of the ledger. */
  readonly read: ((place: PaperPlace, serial: string) => Promise<IssuedContent>) | null
  readonly way: PaperWay
  readonly agreed: AgreedPaper
  readonly manner: PaperManner
}

async function leaving(
  ledger: Ledger,
  trx: LedgerTransaction,
  { paper, read, way, agreed, manner }: Leaving,
): Promise<Recorded<{ readonly serial: string; readonly content: IssuedContent | null }>> {
  const serial = await nextSerial(trx, ledger.clock.todayOn().slice(0, 4))
  if (manner.printerName !== null) await upsertUsualPrinter(trx, paperSizeOf(paper), manner.printerName)
  const facts = { paper: paper.kind, serial, ...factsOfManner(manner) }
  if (read === null) return { value: { serial, content: null }, entries: [entryOf(way, facts)] }
  const content = await read({ db: trx, actor: ledger.actor, clock: ledger.clock }, serial)
  refuseUnagreed(content, agreed)
  await recordDisclosures(trx, content.disclosedIds)
  const { personCount } = content
  const detail = {
    ...facts,
    template: templateOf(paper),
    ...(personCount === null ? {} : { personCount }),
    ...factsOfNumbers(paper),
    ...(personCount !== null && agreed.isAsked ? { isAsked: true } : {}),
    ...content.detail,
  }
  return {
    value: { serial, content },
    entries: [entryOf(way, detail, reasonOf(paper)), ...content.entries],
  }
}

function factsOfManner({ copyCount, pages }: PaperManner) {
  return {
    ...(copyCount === 1 ? {} : { copyCount }),
    ...(pages === null ? {} : { pages: `${pages.fromPage}-${pages.toPage}` }),
  }
}

function factsOfNumbers(paper: Paper) {
  if (!('numbers' in paper)) return {}
  const { numbers, reason } = paper
  return { numbers, ...(reason === null ? {} : { purpose: reason.purpose }) }
}

function reasonOf(paper: Paper): string {
  return 'numbers' in paper ? (paper.reason?.text ?? '') : ''
}

function templateOf(paper: Paper): string {
  return paper.kind === 'recoveryCode' ? '' : paperIssuers[paper.kind].template
}

function refuseUnagreed({ personCount }: IssuedContent, agreed: AgreedPaper): void {
  if (personCount === 0) throw new FailureError('paperEmpty')
  if (personCount !== null && personCount > agreed.personCount) throw new FailureError('staleRecord')
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
  if (paper.kind === 'personData' && !saysWhoAsked(paper)) throw new FailureError('reasonRequired', 'reason')
  if (!('numbers' in paper) || paper.numbers === 'masked') return
  const actor = actorAt(ledger)
  const isAllowed = mayReveal(actor, 'phones') && (paper.numbers === 'phones' || mayReveal(actor, 'idNumber'))
  if (!isAllowed) throw new FailureError('notAllowed')
  if (paper.reason === null) throw new FailureError('reasonRequired', 'reason')
}

/** Shape: 2026-17, counted from the first paper of the year. */
async function nextSerial(trx: LedgerTransaction, year: string): Promise<string> {
  return `${year}-${(await papersIssuedIn(trx, year)) + 1}`
}
