import { assertNever } from '../../domain/assert-never.ts'
import { printedHead, type AuditEntryDraft } from '../../domain/audit.ts'
import { FailureError } from '../../domain/failure.ts'
import type { PaperStamp } from '../../domain/paper-stamp.ts'
import {
  paperSizeOf,
  visitListTemplate,
  tellsOfPeople,
  type PageRange,
  type PeoplePaper,
  type Paper,
  type VisitList,
} from '../../domain/paper.ts'
import { noticeTemplate, type NoticePaper } from '../../domain/privacy-notice.ts'
import { populationTemplate, type PopulationPaper } from '../../domain/population-paper.ts'
import { personDataTemplate, saysWhoAsked, type PersonData } from '../../domain/person-data.ts'
import { mayReveal } from '../../domain/record-access.ts'
import {
  rosterQuestion,
  rosterTemplate,
  type PrintedRoster,
  type Roster,
  type RosterList,
} from '../../domain/roster.ts'
import { recordDisclosures } from '../audit/disclosure.service.ts'
import { auditHead, papersIssuedBy, papersIssuedIn } from '../audit/audit.queries.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { populationPaper } from '../count/population-paper.queries.ts'
import { noticePaper } from '../notice/notice-paper.queries.ts'
import { personData } from '../person-data/person-data.queries.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { rosterIds } from '../roster/roster-people.queries.ts'
import { rosterList } from '../roster/roster-rows.queries.ts'
import { inTransaction, type LedgerTransaction, type Recorded } from '../transaction.ts'
import { walkingOrder } from '../visit/visit-task.queries.ts'
import { upsertUsualPrinter } from './usual-printer.repository.ts'
import { peopleOfRound, visitListPage } from './visit-list.queries.ts'

/** A paper with a list of people. */
type ListPaper = Exclude<PeoplePaper, { kind: 'personData' }>

/** How a paper leaves the window. */
export type PaperWay = 'printed' | 'savedAsPdf' | 'savedAsWorkbook'

/** Shape: a paper that stands in the audit trail and may now be drawn; nothing for papers without people. */
export interface IssuedPaper {
  readonly serial: string
  readonly visitList: VisitList | null
  readonly roster: PrintedRoster | null
  readonly personData: PersonData | null
  readonly notice: NoticePaper | null
  readonly populationSheet: PopulationPaper | null
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

/** What has to be known before a paper leaves. Throws: notFound. */
export async function peopleOnPaper(ledger: Ledger, paper: Paper): Promise<PeopleOnPaper> {
  if (!tellsOfPeople(paper)) return { personCount: 0, unaskedCount: 0 }
  return { personCount: await countOn(ledger, paper), unaskedCount: await unaskedPeople(ledger) }
}

async function countOn(ledger: Ledger, paper: PeoplePaper): Promise<number> {
  switch (paper.kind) {
    case 'visitList':
      return (await walkingOrder(ledger, paper.visitRoundId, 'all')).length
    case 'roster':
      return (await rosterIds(ledger, rosterQuestion(paper.roster))).length
    case 'personData':
      await residentOf(ledger.db, paper.residentId)
      return 1
    default:
      return assertNever(paper)
  }
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
  const printedAt = ledger.clock.nowAt()
  // The search reads nothing while a transaction is open.
  const ids = paper.kind === 'roster' ? await rosterIds(ledger, rosterQuestion(paper.roster)) : []
  const counted = paper.kind === 'populationSheet' ? await populationPaper(ledger, paper) : null
  const { serial, list } = await inTransaction(ledger, (trx) =>
    leaving(ledger, trx, { paper, ids, counted, way, agreed, manner }),
  )
  const head = printedHead(await auditHead(ledger.db))
  const stamp = { serial, printedBy: actorAt(ledger).name, printedAt, head }
  return { serial, ...drawnPaper(paper, list, stamp) }
}

function drawnPaper(paper: Paper, list: PaperContent | null, stamp: PaperStamp): Omit<IssuedPaper, 'serial'> {
  const nothing = { visitList: null, roster: null, personData: null, notice: null, populationSheet: null }
  if (list === null) return nothing
  if ('roundName' in list) return { ...nothing, visitList: { ...list, stamp } }
  if ('sheet' in list) return { ...nothing, populationSheet: { ...list, stamp } }
  if ('text' in list) return { ...nothing, notice: { ...list, stamp } }
  if ('sections' in list) return { ...nothing, personData: { ...list, stamp } }
  // Only a roster has such a list.
  if (paper.kind !== 'roster') return nothing
  return { ...nothing, roster: { roster: paper.roster, list: { ...list, stamp } } }
}

type PeopleList = Omit<VisitList, 'stamp'> | Omit<RosterList, 'stamp'>
type PaperContent =
  PeopleList | Omit<PersonData, 'stamp'> | Omit<NoticePaper, 'stamp'> | Omit<PopulationPaper, 'stamp'>

interface Leaving {
  readonly paper: Paper
  /** Who is on it, if it is a roster. */
  readonly ids: readonly number[]
  /** What it shows, if it is a sheet of figures. */
  readonly counted: Omit<PopulationPaper, 'stamp'> | null
  readonly way: PaperWay
  readonly agreed: AgreedPaper
  readonly manner: PaperManner
}

async function leaving(
  ledger: Ledger,
  trx: LedgerTransaction,
  { paper, ids, counted, way, agreed, manner }: Leaving,
): Promise<Recorded<{ readonly serial: string; readonly list: PaperContent | null }>> {
  const serial = await nextSerial(trx, ledger.clock.todayOn().slice(0, 4))
  const { printerName, copyCount, pages } = manner
  if (printerName !== null) await upsertUsualPrinter(trx, paperSizeOf(paper), printerName)
  const facts = {
    paper: paper.kind,
    serial,
    ...(copyCount === 1 ? {} : { copyCount }),
    ...(pages === null ? {} : { pages: `${pages.fromPage}-${pages.toPage}` }),
  }
  if (paper.kind === 'recoveryCode') return { value: { serial, list: null }, entries: [entryOf(way, facts)] }
  const place = { db: trx, actor: ledger.actor, clock: ledger.clock }
  if (paper.kind === 'populationSheet')
    return {
      value: { serial, list: counted },
      entries: [entryOf(way, { ...facts, template: populationTemplate })],
    }
  if (paper.kind === 'notice') {
    const list = await noticePaper(place, paper.residentId)
    return { value: { serial, list }, entries: [entryOf(way, { ...facts, template: noticeTemplate })] }
  }
  if (paper.kind === 'personData') {
    const list = await personData(place, paper, 'all')
    const detail = { ...facts, template: personDataTemplate, personCount: 1 }
    return { value: { serial, list }, entries: [entryOf(way, detail), givenTo(paper, serial)] }
  }
  const list = await peopleList(place, paper, ids)
  const personCount = list.rows.length
  if (personCount === 0) throw new FailureError('paperEmpty')
  if (personCount > agreed.personCount) throw new FailureError('staleRecord')
  await recordDisclosures(trx, paper.kind === 'roster' ? ids : await peopleOfRound(trx, paper.visitRoundId))
  const { numbers, reason } = paper
  const detail = {
    ...facts,
    template: paper.kind === 'visitList' ? visitListTemplate : rosterTemplate,
    personCount,
    numbers,
    ...(reason === null ? {} : { purpose: reason.purpose }),
    ...(agreed.isAsked ? { isAsked: true } : {}),
    ...(paper.kind === 'roster' ? { columns: columnNames(paper.roster) } : {}),
  }
  return { value: { serial, list }, entries: [entryOf(way, detail, reason?.text ?? '')] }
}

async function peopleList(
  place: Pick<Ledger, 'db' | 'actor' | 'clock'>,
  paper: ListPaper,
  ids: readonly number[],
): Promise<PeopleList> {
  const { numbers } = paper
  if (paper.kind === 'roster')
    return rosterList(place, rosterQuestion(paper.roster), { ids, offset: 0, numbers })
  const everybody = { numbers, offset: 0, limit: Infinity }
  const list = await visitListPage(place, paper.visitRoundId, everybody)
  const { committeeName, roundName, cutoffOn, printedOn, rows } = list
  return { committeeName, roundName, cutoffOn, printedOn, rows }
}

/** Whose data left is told of the person; where sealed matters were asked for, to the circle alone. */
function givenTo(paper: Extract<Paper, { kind: 'personData' }>, serial: string): AuditEntryDraft {
  const { residentId: objectId, asker, note, isSealedAsked } = paper
  const action = isSealedAsked ? 'sealedViewed' : 'dataIssued'
  return { action, objectType: 'resident', objectId, reason: note.trim(), detail: { serial, asker } }
}

/** Which facts left, for whoever asks later. */
function columnNames({ columns }: Roster): string {
  return [...new Set(columns.map(({ field }) => field))].filter((field) => field !== 'blank').join(' ')
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
  if (paper.kind === 'personData') {
    if (!saysWhoAsked(paper)) throw new FailureError('reasonRequired', 'reason')
    return
  }
  if (!tellsOfPeople(paper) || paper.numbers === 'masked') return
  const actor = actorAt(ledger)
  const isAllowed = mayReveal(actor, 'phones') && (paper.numbers === 'phones' || mayReveal(actor, 'idNumber'))
  if (!isAllowed) throw new FailureError('notAllowed')
  if (paper.reason === null) throw new FailureError('reasonRequired', 'reason')
}

/** Shape: 2026-17, counted from the first paper of the year. */
async function nextSerial(trx: LedgerTransaction, year: string): Promise<string> {
  return `${year}-${(await papersIssuedIn(trx, year)) + 1}`
}
