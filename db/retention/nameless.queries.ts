import { partialDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import { residenceStatusSchema, sexSchema } from '../../domain/codes/code-schemas.ts'
import { isPresentOn, lifeEventKinds, type LifeStep } from '../../domain/life-event.ts'
import type { CountedPerson } from '../../domain/population-sheet.ts'
import type { LedgerReader } from '../ledger.ts'

/** Everybody who is left in figures alone; ids below zero are nobody's. A year of birth counts from its first day, as the ends of years do. */
export async function namelessPeople(db: LedgerReader, on: CalendarDate): Promise<CountedPerson[]> {
  const people = await db.selectFrom('namelessPerson').selectAll().execute()
  if (people.length === 0) return []
  const rows = await db.selectFrom('namelessEvent').selectAll().execute()
  // The first change after the day tells what it was on that day, and comes last here.
  const changes = await db
    .selectFrom('namelessStatus')
    .selectAll()
    .where('changedOn', '>', on)
    .orderBy('id', 'desc')
    .execute()
  const statusOf = new Map(changes.map(({ namelessPersonId, before }) => [namelessPersonId, before]))
  const eventsOf = Map.groupBy(rows, ({ namelessPersonId }) => namelessPersonId)
  return people.map(({ id, sex, birthYear, residenceStatus }) => {
    const birthWhen = birthYear === null ? null : partialDateSchema.parse(`${birthYear}-01-01`)
    const events = (eventsOf.get(id) ?? []).flatMap(stepOf)
    return {
      id: -id,
      sex: sexSchema.parse(sex),
      birthWhen,
      residenceStatus: residenceStatusSchema.parse(statusOf.get(id) ?? residenceStatus),
      careTags: [],
      isHere: isPresentOn(events, birthWhen, on),
      events,
    }
  })
}

function stepOf({ id, kind, happenedOn }: { id: number; kind: string; happenedOn: string }): LifeStep[] {
  const known = lifeEventKinds.find((one) => one === kind)
  return known === undefined ? [] : [{ id, kind: known, happenedOn, withdrawnAt: null }]
}

/** Unit: households that were there on a day by people alone whose records are gone. */
export async function namelessHouseholdCount(db: LedgerReader, on: CalendarDate): Promise<number> {
  const { count } = await db
    .selectFrom('namelessHousehold')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((eb) => eb.or([eb('fromOn', 'is', null), eb('fromOn', '<=', on)]))
    .where('toOn', '>', on)
    .executeTakeFirstOrThrow()
  return count
}
