import {
  careEventSchema,
  openEventKinds,
  type CareEvent,
  type CareEventFilter,
} from '../../domain/care-event.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { workersOfRows } from '../staff/colleagues.queries.ts'
import { inOneMoment } from '../transaction.ts'
import type { StoredCareEvent } from './care-event.repository.ts'
import { peopleOfRows } from './event-people.queries.ts'

interface CareEventPage {
  readonly filter: CareEventFilter
  readonly offset: number
  readonly limit: number
}

/** One page of what everybody who visits may know of, the latest report first; nothing that is sealed. */
export async function listCareEvents(
  ledger: Ledger,
  { filter, offset, limit }: CareEventPage,
): Promise<{ totalCount: number; rows: CareEvent[] }> {
  return inOneMoment(ledger, async (db) => {
    const { kind, staffId } = filter
    const all = eventsOfPeople(db)
      .where('kind', 'in', kind === null ? openEventKinds : [kind])
      .$if(staffId !== null, (query) => query.where('staffId', '=', staffId ?? 0))
    const { totalCount } = await all
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow()
    const rows = await all
      .selectAll('careEvent')
      .orderBy('reportedOn', 'desc')
      .orderBy('careEvent.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
    return { totalCount, rows: await careEventsOf(db, rows) }
  })
}

/** The same of one person, with those of the household. Throws: notFound. */
export async function careEventsOfResident(ledger: Ledger, residentId: number): Promise<CareEvent[]> {
  return inOneMoment(ledger, async (db) => {
    const { householdId } = await residentOf(db, residentId)
    const rows = await eventsOfPeople(db)
      .where('kind', 'in', openEventKinds)
      .where((eb) =>
        eb.or([
          eb('residentId', '=', residentId),
          eb.and([eb('isForHousehold', '=', 1), eb('householdId', '=', householdId)]),
        ]),
      )
      .selectAll('careEvent')
      .orderBy('reportedOn', 'desc')
      .orderBy('careEvent.id', 'desc')
      .execute()
    return careEventsOf(db, rows)
  })
}

/** One event that is not sealed. Throws: notFound. */
export async function getCareEvent(ledger: Ledger, id: number): Promise<CareEvent> {
  return inOneMoment(ledger, async (db) => {
    const rows = await eventsOfPeople(db)
      .where('careEvent.id', '=', id)
      .where('kind', 'in', openEventKinds)
      .selectAll('careEvent')
      .execute()
    const [event] = await careEventsOf(db, rows)
    if (event === undefined) throw new FailureError('notFound')
    return event
  })
}

/** An event of somebody who is not in the recycle bin, sealed or not. */
export async function findCareEvent(db: LedgerReader, id: number): Promise<StoredCareEvent | undefined> {
  return eventsOfPeople(db).where('careEvent.id', '=', id).selectAll('careEvent').executeTakeFirst()
}

/** Shape: sealed events and all others alike, for those who know whom they may show them to. */
export async function storedEvents(
  db: LedgerReader,
  { residentId, kinds }: { readonly residentId: number | null; readonly kinds: readonly string[] },
): Promise<StoredCareEvent[]> {
  return eventsOfPeople(db)
    .where('kind', 'in', kinds)
    .$if(residentId !== null, (query) => query.where('residentId', '=', residentId ?? 0))
    .selectAll('careEvent')
    .orderBy('reportedOn', 'desc')
    .orderBy('careEvent.id', 'desc')
    .execute()
}

/** Unit: events of these kinds that somebody is to visit. */
export async function eventCountOf(
  db: LedgerReader,
  staffId: number,
  kinds: readonly string[],
): Promise<number> {
  const { count } = await db
    .selectFrom('careEvent')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('staffId', '=', staffId)
    .where('kind', 'in', kinds)
    .executeTakeFirstOrThrow()
  return count
}

/** The events with whom they are about and who goes. */
export async function careEventsOf(db: LedgerReader, rows: readonly StoredCareEvent[]): Promise<CareEvent[]> {
  const people = await peopleOfRows(
    db,
    rows.map(({ residentId }) => residentId),
  )
  const workers = await workersOfRows(db)
  return rows.map(({ isForHousehold, ...row }) =>
    careEventSchema.parse({
      ...row,
      isForHousehold: isForHousehold === 1,
      worker: workers.get(row.staffId) ?? { staffId: row.staffId, name: '?', isClosed: true },
      ...people.get(row.residentId),
    }),
  )
}

function eventsOfPeople(db: LedgerReader) {
  return db
    .selectFrom('careEvent')
    .innerJoin('resident', 'resident.id', 'careEvent.residentId')
    .where('removedAt', 'is', null)
}
