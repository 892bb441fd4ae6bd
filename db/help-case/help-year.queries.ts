import { helpOutcomes, type HelpOutcome, type HelpYear } from '../../domain/help-case.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'

/** Cases of one kind: opened in a year, closed in one, with an outcome. */
interface CaseGroup {
  readonly openedYear: number
  /** 0 while they are open. */
  readonly closedYear: number
  readonly outcome: HelpOutcome
  readonly count: number
  readonly amountFen: number
  readonly isNameless: boolean
}

/** How many cases each year opened and closed, and what came back by those it closed; the latest year first. */
export async function helpYears(ledger: Ledger): Promise<HelpYear[]> {
  const groups = await inOneMoment(ledger, async (db) => [
    ...(await groupsOfPeople(db)),
    ...(await groupsNameless(db)),
  ])
  const years = new Set(groups.flatMap(({ openedYear, closedYear }) => [openedYear, closedYear]))
  years.delete(0)
  return [...years].sort((one, other) => other - one).map((year) => yearOf(year, groups))
}

function yearOf(year: number, groups: readonly CaseGroup[]): HelpYear {
  const opened = groups.filter(({ openedYear }) => openedYear === year)
  const closed = groups.filter(({ closedYear }) => closedYear === year)
  const sum = (of: readonly CaseGroup[]) => of.reduce((total, { count }) => total + count, 0)
  const closedAs = (outcome: HelpOutcome) => sum(closed.filter((group) => group.outcome === outcome))
  const nameless = new Set([...opened, ...closed].filter(({ isNameless }) => isNameless))
  return {
    year,
    openedCount: sum(opened),
    closedCount: sum(closed),
    solvedCount: closedAs('solved'),
    partlyCount: closedAs('partly'),
    notSolvedCount: closedAs('notSolved'),
    withdrawnCount: closedAs('withdrawn'),
    amountFen: closed.reduce((total, { amountFen }) => total + amountFen, 0),
    namelessCount: sum([...nameless]),
  }
}

async function groupsOfPeople(db: LedgerReader): Promise<CaseGroup[]> {
  const rows = await db
    .selectFrom('helpCase')
    .innerJoin('resident', 'resident.id', 'helpCase.residentId')
    .where('removedAt', 'is', null)
    .select(({ fn, val }) => [
      fn<string>('substr', ['openedOn', val(1), val(4)]).as('openedYear'),
      fn<string | null>('substr', ['closedOn', val(1), val(4)]).as('closedYear'),
      'outcome',
      fn.countAll<number>().as('count'),
      fn.sum<number | null>('amountFen').as('amountFen'),
    ])
    .groupBy(['openedYear', 'closedYear', 'outcome'])
    .execute()
  return rows.map(({ openedYear, closedYear, outcome, count, amountFen }) => ({
    openedYear: Number(openedYear),
    closedYear: Number(closedYear ?? 0),
    outcome: outcomeOf(outcome),
    count,
    amountFen: amountFen ?? 0,
    isNameless: false,
  }))
}

async function groupsNameless(db: LedgerReader): Promise<CaseGroup[]> {
  const rows = await db.selectFrom('namelessHelpCase').selectAll().execute()
  return rows.map(({ outcome, caseCount, ...row }) => ({
    ...row,
    outcome: outcomeOf(outcome),
    count: caseCount,
    isNameless: true,
  }))
}

function outcomeOf(text: string): HelpOutcome {
  const outcome = helpOutcomes.find((one) => one === text)
  if (outcome === undefined) throw new Error('a case with no known outcome')
  return outcome
}
