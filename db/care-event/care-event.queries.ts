import { z } from 'zod'
import { asCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts'
import {
  careEventKinds,
  careEventSchema,
  openEventKinds,
  type CareEvent,
  type CareEventFilter,
  type CareEventKind,
  type CareVisit,
} from '../../domain/care-event.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { workersOfRows } from '../staff/colleagues.queries.ts'
import { inOneMoment } from '../transaction.ts'
import type { StoredCareEvent } from './care-event.repository.ts'
import { visitsOfEvents } from './event-visit.queries.ts'
import { peopleOfRows } from './event-people.queries.ts'
import { whoIsVisited } from './visited-person.queries.ts'

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
    const { kind, staffId, isToVisitOnly } = filter
    const all = eventsOfPeople(db)
      .where('kind', 'in', kind === null ? openEventKinds : [kind])
      .$if(staffId !== null, (query) => query.where('careEvent.staffId', '=', staffId ?? 0))
      .$if(isToVisitOnly, (query) => query.where('careEvent.id', 'in', toVisit(db)))
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
    return { totalCount, rows: await careEventsOf(db, rows, ledger.clock.todayOn()) }
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
    return careEventsOf(db, rows, ledger.clock.todayOn())
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
    const [event] = await careEventsOf(db, rows, ledger.clock.todayOn())
    if (event === undefined) throw new FailureError('notFound')
    return event
  })
}

/** An event of somebody who is not in the recycle bin, sealed or not. */
export async function findCareEvent(db: LedgerReader, id: number): Promise<StoredCareEvent | undefined> {
  return eventsOfPeople(db).where('careEvent.id', '=', id).selectAll('careEvent').executeTakeFirst()
}

/** How the visit of one event stands. Throws: notFound. */
export async function visitOfEvent(db: LedgerReader, id: number, on: CalendarDate): Promise<CareVisit> {
  const event = await findCareEvent(db, id)
  const [shown] = event === undefined ? [] : await careEventsOf(db, [event], on)
  if (shown === undefined) throw new FailureError('notFound')
  return shown.visit
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
export async function careEventsOf(
  db: LedgerReader,
  rows: readonly StoredCareEvent[],
  on: CalendarDate,
): Promise<CareEvent[]> {
  const people = await peopleOfRows(
    db,
    rows.map(({ residentId }) => residentId),
  )
  const workers = await workersOfRows(db)
  const visited = new Map<number, boolean>()
  for (const row of rows)
    visited.set(
      row.id,
      (await whoIsVisited(db, { ...row, isForHousehold: row.isForHousehold === 1 })) !== null,
    )
  const visits = await visitsOfEvents(
    db,
    rows.map(({ id, dischargedOn }) => ({ id, dischargedOn, isAnybodyHere: visited.get(id) === true })),
    on,
  )
  return rows.map(({ isForHousehold, ...row }) =>
    careEventSchema.parse({
      ...row,
      isForHousehold: isForHousehold === 1,
      worker: workers.get(row.staffId) ?? { staffId: row.staffId, name: '?', isClosed: true },
      ...people.get(row.residentId),
      visit: visits.get(row.id),
    }),
  )
}

/** Shape: what of an event decides about its visits. */
export interface EventFacts {
  readonly id: number
  readonly kind: CareEventKind
  readonly residentId: number
  readonly isForHousehold: boolean
  readonly staffId: number
  readonly reportedOn: CalendarDate
  readonly dischargedOn: CalendarDate | null
}

/** The event of this number, whose person may be in the recycle bin; null for one that is gone. */
export async function eventFacts(db: LedgerReader, id: number): Promise<EventFacts | null> {
  const row = await db.selectFrom('careEvent').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { residentId, staffId } = row
  return {
    id,
    kind: z.enum(careEventKinds).parse(row.kind),
    residentId,
    isForHousehold: row.isForHousehold === 1,
    staffId,
    reportedOn: asCalendarDate(row.reportedOn),
    dischargedOn: row.dischargedOn === null ? null : asCalendarDate(row.dischargedOn),
  }
}

/** Events for which somebody is still to go, and those since a day that have brought no visit yet. */
export async function eventsToSettle(db: LedgerReader, fromOn: CalendarDate): Promise<number[]> {
  const rows = await db
    .selectFrom('careEvent')
    .select('id')
    .where(({ or, and, not, exists, eb, selectFrom }) => {
      const visits = selectFrom('visitTask')
        .select('visitTask.id')
        .whereRef('visitTask.careEventId', '=', 'careEvent.id')
      return or([
        and([eb('reportedOn', '>=', fromOn), not(exists(visits))]),
        exists(visits.where('isRemoved', '=', 0).where('outcome', '!=', 'done')),
      ])
    })
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The events for which somebody is still to go, by a rule that is switched on. */
function toVisit(db: LedgerReader) {
  return db
    .selectFrom('visitTask')
    .innerJoin('visitRule', 'visitRule.id', 'visitRuleId')
    .innerJoin('resident as visited', 'visited.id', 'visitTask.residentId')
    .where('careEventId', 'is not', null)
    .where('occasionOn', 'is not', null)
    .where('isRemoved', '=', 0)
    .where('outcome', '!=', 'done')
    .where('isActive', '=', 1)
    .where('visitRule.removedAt', 'is', null)
    .where('visited.presence', '=', 'here')
    .select('careEventId')
    .$castTo<{ careEventId: number }>()
}

function eventsOfPeople(db: LedgerReader) {
  return db
    .selectFrom('careEvent')
    .innerJoin('resident', 'resident.id', 'careEvent.residentId')
    .where('removedAt', 'is', null)
}
