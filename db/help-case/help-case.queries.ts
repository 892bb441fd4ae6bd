import { FailureError } from '../../domain/failure.ts'
import {
  daysOpen,
  helpCaseDraftSchema,
  helpCaseRowSchema,
  helpCaseSchema,
  type HelpCase,
  type HelpCaseDraft,
  type HelpCaseFilter,
  type HelpCaseRow,
  type HelpStep,
} from '../../domain/help-case.ts'
import { calendarDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import { peopleOfRows } from '../care-event/event-people.queries.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { workersOfRows } from '../staff/colleagues.queries.ts'
import { inOneMoment } from '../transaction.ts'
import type { StoredHelpCase } from './help-case.repository.ts'

interface HelpCasePage {
  readonly filter: HelpCaseFilter
  readonly offset: number
  readonly limit: number
}

interface ListedCases {
  readonly totalCount: number
  readonly openCount: number
  readonly amountFen: number
  readonly rows: HelpCaseRow[]
}

/** One page of the cases that match: open ones first, the oldest at the top, then the closed ones, the latest first. */
export async function listHelpCases(
  ledger: Ledger,
  { filter, offset, limit }: HelpCasePage,
): Promise<ListedCases> {
  return inOneMoment(ledger, async (db) => {
    const all = matchingCases(db, filter)
    const { totalCount, openCount, amountFen } = await all
      .select(({ fn }) => [
        fn.countAll<number>().as('totalCount'),
        fn.countAll<number>().filterWhere('outcome', '=', 'open').as('openCount'),
        fn.sum<number | null>('amountFen').as('amountFen'),
      ])
      .executeTakeFirstOrThrow()
    const rows = await all
      .selectAll('helpCase')
      .orderBy((eb) => eb('outcome', '!=', 'open'))
      .orderBy((eb) => eb.case().when('outcome', '=', 'open').then(eb.ref('openedOn')).else('').end())
      .orderBy('closedOn', 'desc')
      .orderBy('helpCase.id')
      .limit(limit)
      .offset(offset)
      .execute()
    const totals = { totalCount, openCount, amountFen: amountFen ?? 0 }
    return { ...totals, rows: await rowsOf(db, rows, ledger.clock.todayOn()) }
  })
}

/** The cases of one person and of the household, in the same order. Throws: notFound. */
export async function helpCasesOfResident(ledger: Ledger, residentId: number): Promise<HelpCaseRow[]> {
  return inOneMoment(ledger, async (db) => {
    const { householdId } = await residentOf(db, residentId)
    const rows = await casesOfPeople(db)
      .where((eb) =>
        eb.or([
          eb('residentId', '=', residentId),
          eb.and([eb('isForHousehold', '=', 1), eb('householdId', '=', householdId)]),
        ]),
      )
      .selectAll('helpCase')
      .orderBy((eb) => eb('outcome', '!=', 'open'))
      .orderBy('openedOn', 'desc')
      .execute()
    return rowsOf(db, rows, ledger.clock.todayOn())
  })
}

/** One whole case. Throws: notFound. */
export async function getHelpCase(
  { db, clock }: Pick<Ledger, 'db' | 'clock'>,
  id: number,
): Promise<HelpCase> {
  const stored = await findHelpCase(db, id)
  if (stored === undefined) throw new FailureError('notFound')
  const [row] = await rowsOf(db, [stored], clock.todayOn())
  if (row === undefined) throw new FailureError('notFound')
  const { lastStepOn, stepCount, ...facts } = row
  const { result, recordedAt, recordedBy, revision } = stored
  return helpCaseSchema.parse({
    ...facts,
    result,
    recordedAt,
    recordedBy,
    revision,
    steps: (await stepsOf(db, [id])).get(id) ?? [],
  })
}

/** A case of somebody who is not in the recycle bin. */
export async function findHelpCase(db: LedgerReader, id: number): Promise<StoredHelpCase | undefined> {
  return casesOfPeople(db).where('helpCase.id', '=', id).selectAll('helpCase').executeTakeFirst()
}

/** Shape: by case, in their order. */
export async function stepsOf(
  db: LedgerReader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, HelpStep[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('helpStep')
    .selectAll()
    .where('helpCaseId', 'in', ids)
    .orderBy('helpCaseId')
    .orderBy('position')
    .execute()
  const steps = rows.map(({ helpCaseId, takenOn, text, takenBy }) => ({
    helpCaseId,
    step: { takenOn: calendarDateSchema.parse(takenOn), text, takenBy },
  }))
  const cases = Map.groupBy(steps, ({ helpCaseId }) => helpCaseId)
  return new Map([...cases].map(([id, of]) => [id, of.map(({ step }) => step)]))
}

/** Shape: all cases of a person with their steps, the latest first. */
export async function wholeCasesOf(
  db: LedgerReader,
  residentId: number,
): Promise<(HelpCaseDraft & { readonly handlerName: string })[]> {
  const cases = await casesOfPeople(db)
    .where('residentId', '=', residentId)
    .selectAll('helpCase')
    .orderBy('openedOn', 'desc')
    .orderBy('helpCase.id', 'desc')
    .execute()
  const workers = await workersOfRows(db)
  const steps = await stepsOf(
    db,
    cases.map(({ id }) => id),
  )
  return cases.map((stored) => ({
    ...draftOfCase(stored, steps.get(stored.id) ?? []),
    handlerName: workers.get(stored.staffId)?.name ?? '',
  }))
}

/** What of a stored case a form could have sent. */
export function draftOfCase(stored: StoredHelpCase, steps: readonly HelpStep[]): HelpCaseDraft {
  const { id, recordedAt, recordedBy, revision, isForHousehold, ...columns } = stored
  return helpCaseDraftSchema.parse({ ...columns, isForHousehold: isForHousehold === 1, steps })
}

/** Unit: open cases that somebody answers for. */
export async function openCaseCountOf(db: LedgerReader, staffId: number): Promise<number> {
  const { count } = await casesOfPeople(db)
    .where('staffId', '=', staffId)
    .where('outcome', '=', 'open')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function rowsOf(
  db: LedgerReader,
  cases: readonly StoredHelpCase[],
  todayOn: CalendarDate,
): Promise<HelpCaseRow[]> {
  const people = await peopleOfRows(
    db,
    cases.map(({ residentId }) => residentId),
  )
  const workers = await workersOfRows(db)
  const steps = await stepsOf(
    db,
    cases.map(({ id }) => id),
  )
  return cases.map(({ isForHousehold, result, recordedAt, recordedBy, revision, ...row }) => {
    const taken = steps.get(row.id) ?? []
    const facts = {
      ...row,
      isForHousehold: isForHousehold === 1,
      handler: workers.get(row.staffId) ?? { staffId: row.staffId, name: '?', isClosed: true },
      ...people.get(row.residentId),
      lastStepOn: taken.at(-1)?.takenOn ?? null,
      stepCount: taken.length,
      daysOpen: 0,
    }
    const parsed = helpCaseRowSchema.parse(facts)
    return { ...parsed, daysOpen: daysOpen(parsed, todayOn) }
  })
}

function matchingCases(
  db: LedgerReader,
  { staffId, state, periodOf, fromOn, toOn, isWithMoneyOnly }: HelpCaseFilter,
) {
  return casesOfPeople(db)
    .$if(staffId !== null, (query) => query.where('staffId', '=', staffId ?? 0))
    .$if(state === 'closed', (query) => query.where('outcome', '!=', 'open'))
    .$if(state !== null && state !== 'closed', (query) => query.where('outcome', '=', state ?? ''))
    .$if(fromOn !== null, (query) => query.where(periodOf, '>=', fromOn ?? ''))
    .$if(toOn !== null, (query) => query.where(periodOf, '<=', toOn ?? ''))
    .$if(isWithMoneyOnly, (query) => query.where('amountFen', '>', 0))
}

function casesOfPeople(db: LedgerReader) {
  return db
    .selectFrom('helpCase')
    .innerJoin('resident', 'resident.id', 'helpCase.residentId')
    .where('removedAt', 'is', null)
}
