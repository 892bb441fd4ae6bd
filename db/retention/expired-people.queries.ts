import { calendarDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import { presenceSchema } from '../../domain/resident.ts'
import { retentionEnd, type ExpiredPerson, type RetentionRules } from '../../domain/retention.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { standingLifeEvents } from '../life/life-event.queries.ts'
import { loadResidentRows } from '../resident/resident-row.queries.ts'
import { inOneMoment } from '../transaction.ts'
import { retentionRulesIn } from './retention-rules.queries.ts'

interface Expired extends Pick<ExpiredPerson, 'presence' | 'goneOn' | 'endedOn'> {
  readonly id: number
}

/** Shape: everybody who is gone for longer than the rules say, who has been gone for longest first. */
export async function expiredPeople(
  db: LedgerReader,
  rules: RetentionRules,
  todayOn: CalendarDate,
): Promise<Expired[]> {
  const gone = await db
    .selectFrom('resident')
    .select(['id', 'presence'])
    .where('presence', 'in', ['movedOut', 'deceased'])
    .where('removedAt', 'is', null)
    .execute()
  const eventsOf = await standingLifeEvents(db)
  const expired = gone.flatMap(({ id, presence }) => {
    const kind = presence === 'deceased' ? 'deathConfirmed' : 'movedOut'
    const days = (eventsOf.get(id) ?? [])
      .filter((event) => event.kind === kind)
      .map(({ happenedOn }) => calendarDateSchema.parse(happenedOn))
    const goneOn = days.sort().at(-1)
    if (goneOn === undefined) return []
    const years = presence === 'deceased' ? rules.deceasedYears : rules.movedOutYears
    const endedOn = retentionEnd(goneOn, years)
    return endedOn < todayOn ? [{ id, presence: presenceSchema.parse(presence), goneOn, endedOn }] : []
  })
  return expired.sort((one, other) =>
    one.goneOn === other.goneOn ? one.id - other.id : one.goneOn < other.goneOn ? -1 : 1,
  )
}

/** One page of them, by name. */
export async function listExpiredPeople(
  ledger: Ledger,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ totalCount: number; rows: ExpiredPerson[] }> {
  const todayOn = ledger.clock.todayOn()
  return inOneMoment(ledger, async (db) => {
    const { rules } = await retentionRulesIn(db)
    const expired = await expiredPeople(db, rules, todayOn)
    const page = expired.slice(offset, offset + limit)
    const shown = await loadResidentRows(
      db,
      actorAt(ledger),
      page.map(({ id }) => id),
      todayOn,
    )
    const nameOf = new Map(shown.map(({ id, name, address }) => [id, { name, address }]))
    return {
      totalCount: expired.length,
      rows: page.map((one) => ({ ...one, ...(nameOf.get(one.id) ?? { name: '', address: '' }) })),
    }
  })
}
