import { calendarDate, completeDate, partialDateSchema } from '../../domain/calendar-date.ts'
import { residenceStatusSchema } from '../../domain/codes/code-schemas.ts'
import { standingLifeEvents } from '../life/life-event.queries.ts'
import type { StoredResident } from '../resident/resident.table.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { countVisitsNameless, insertNameless } from './nameless.repository.ts'

/** Keeps what past figures need of people, in the order they went: who they were is left out. */
export async function keepFigures(trx: LedgerTransaction, people: readonly StoredResident[]): Promise<void> {
  const eventsOf = await standingLifeEvents(trx)
  const lastIds = await lastOfHouseholds(trx, people)
  const statusesOf = await statusChanges(
    trx,
    people.map(({ record }) => record.id),
  )
  await insertNameless(
    trx,
    people.map(({ record }) => {
      const birthOn = completeDate(partialDateSchema.nullable().parse(record.birthWhen))
      return {
        person: {
          sex: record.sex,
          birthYear: birthOn === undefined ? null : Number(birthOn.slice(0, 4)),
          residenceStatus: record.residenceStatus,
          isLastOfHousehold: lastIds.has(record.id) ? 1 : 0,
        } as const,
        events: (eventsOf.get(record.id) ?? []).map(({ kind, happenedOn }) => ({ kind, happenedOn })),
        statuses: (statusesOf.get(record.id) ?? []).map(({ changedOn, before }) => ({ changedOn, before })),
      }
    }),
  )
  await countVisitsNameless(
    trx,
    people.map(({ record }) => record.id),
  )
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

/** The last of each household that has nobody else left: by that one the household is counted on past days. */
async function lastOfHouseholds(
  trx: LedgerTransaction,
  people: readonly StoredResident[],
): Promise<ReadonlySet<number>> {
  const others = await trx
    .selectFrom('resident')
    .select('householdId')
    .where(
      'householdId',
      'in',
      people.map(({ record }) => record.householdId),
    )
    .where(
      'id',
      'not in',
      people.map(({ record }) => record.id),
    )
    .where('removedAt', 'is', null)
    .execute()
  const living = new Set(others.map(({ householdId }) => householdId))
  const last = new Map(people.map(({ record }) => [record.householdId, record.id]))
  return new Set([...last].filter(([householdId]) => !living.has(householdId)).map(([, id]) => id))
}
