import { calendarDate, completeDate, partialDateSchema } from '../../domain/calendar-date.ts'
import { residenceStatusSchema } from '../../domain/codes/code-schemas.ts'
import { standingLifeEvents } from '../life/life-event.queries.ts'
import { contactFigures } from '../phone-call/contact-figures.queries.ts'
import type { StoredResident } from '../resident/resident.table.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { reachFigures } from '../visit-figure/reach-figures.queries.ts'
import { daysByThemselves } from './days-by-themselves.ts'
import {
  countCasesNameless,
  countVisitsNameless,
  insertNameless,
  insertNamelessHouseholds,
} from './nameless.repository.ts'

/** Keeps what past figures need of people, in the order they went: who they were is left out. */
export async function keepFigures(trx: LedgerTransaction, people: readonly StoredResident[]): Promise<void> {
  const eventsOf = await standingLifeEvents(trx)
  const ids = people.map(({ record }) => record.id)
  const statusesOf = await statusChanges(trx, ids)
  const contactsOf = await contactFigures(trx, ids)
  const reachedOf = await reachFigures(trx, ids)
  await insertNameless(
    trx,
    people.map(({ record }) => ({
      person: {
        sex: record.sex,
        birthYear: yearOf(record.birthWhen),
        residenceStatus: record.residenceStatus,
      } as const,
      events: (eventsOf.get(record.id) ?? []).map(({ kind, happenedOn }) => ({ kind, happenedOn })),
      statuses: (statusesOf.get(record.id) ?? []).map(({ changedOn, before }) => ({ changedOn, before })),
      reached: reachedOf.get(record.id) ?? [],
      contacts: contactsOf.get(record.id) ?? [],
    })),
  )
  await keepHouseholds(trx, people, eventsOf)
  await countVisitsNameless(trx, ids)
  await countCasesNameless(trx, ids)
}

function yearOf(birthWhen: string | null): number | null {
  const birthOn = completeDate(partialDateSchema.nullable().parse(birthWhen))
  return birthOn === undefined ? null : Number(birthOn.slice(0, 4))
}

/** On days on which nobody who is left was here, their households are counted without them. */
async function keepHouseholds(
  trx: LedgerTransaction,
  people: readonly StoredResident[],
  eventsOf: Awaited<ReturnType<typeof standingLifeEvents>>,
): Promise<void> {
  const going = new Set(people.map(({ record }) => record.id))
  const members = await trx
    .selectFrom('resident')
    .select(['id', 'householdId', 'birthWhen'])
    .where('householdId', 'in', [...new Set(people.map(({ record }) => record.householdId))])
    .where('removedAt', 'is', null)
    .execute()
  for (const household of Map.groupBy(members, ({ householdId }) => householdId).values()) {
    const stays = household.map(({ id, birthWhen }) => {
      const isGoing = going.has(id)
      // The year alone stays of a birth, here as well.
      const birth = isGoing ? firstDayOf(yearOf(birthWhen)) : birthWhen
      return { isGoing, birthWhen: birth, events: eventsOf.get(id) ?? [] }
    })
    const days = daysByThemselves(
      stays.filter(({ isGoing }) => isGoing),
      stays.filter(({ isGoing }) => !isGoing),
    )
    await insertNamelessHouseholds(trx, days)
  }
}

function firstDayOf(year: number | null): string | null {
  return year === null ? null : `${year}-01-01`
}

/** Shape: by person on which days the residence status was changed, and from what. */
async function statusChanges(trx: LedgerTransaction, ids: readonly number[]) {
  const changes = await trx
    .selectFrom('recordChange')
    .select(['residentId', 'at', 'before'])
    .where('residentId', 'in', ids)
    .where('field', '=', 'residenceStatus')
    .orderBy('id')
    .execute()
  return Map.groupBy(
    changes.map(({ residentId, at, before }) => ({
      residentId,
      changedOn: localDay(at),
      before: residenceStatusSchema.parse(JSON.parse(before)),
    })),
    ({ residentId }) => residentId,
  )
}

/** The day of this computer's own clock; the moment would lead to the entry that tells of the change. */
function localDay(at: string): string {
  const moment = new Date(at)
  return calendarDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate())
}
