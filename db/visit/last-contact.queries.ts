import type { CalendarDate } from '../../domain/calendar-date.ts'
import { laterContact } from '../../domain/claim-due.ts'
import type { LastContact } from '../../domain/claim.ts'
import { closingOnDamage } from '../damage.ts'
import type { Ledger } from '../ledger.ts'

/** When somebody was visited or reached last, by person; only what happened up to a day. */
export type LastContacts = ReadonlyMap<number, CalendarDate>

/** Of everybody who was visited from one day to another the last of those days. */
export function lastVisits(
  ledger: Pick<Ledger, 'raw'>,
  { fromOn, toOn }: { readonly fromOn: CalendarDate; readonly toOn: CalendarDate },
): LastContacts {
  return new Map(
    closingOnDamage(ledger.raw, () =>
      ledger.raw
        .prepare<[string, string], [number, CalendarDate]>(
          `SELECT residentId, max(visitedOn) FROM visitTask
           WHERE outcome = 'done' AND isRemoved = 0 AND visitedOn BETWEEN ? AND ? GROUP BY residentId`,
        )
        .raw()
        .all(fromOn, toOn),
    ),
  )
}

/** Of everybody who ever was in completed contact up to a day the last such day. */
export function lastContacts(ledger: Pick<Ledger, 'raw'>, toOn: CalendarDate): LastContacts {
  return new Map(
    closingOnDamage(ledger.raw, () =>
      ledger.raw
        .prepare<[string, string], [number, CalendarDate]>(
          `SELECT residentId, max(contactOn) FROM (
             SELECT residentId, max(visitedOn) AS contactOn FROM visitTask
             WHERE outcome = 'done' AND isRemoved = 0 AND visitedOn <= ? GROUP BY residentId
             UNION ALL
             SELECT residentId, max(calledOn) FROM phoneCall
             WHERE result = 'reached' AND withdrawnAt IS NULL AND calledOn <= ? GROUP BY residentId)
           GROUP BY residentId`,
        )
        .raw()
        .all(toOn, toOn),
    ),
  )
}

/** The same of these people alone. */
export function lastContactsOf(
  ledger: Pick<Ledger, 'raw'>,
  residentIds: readonly number[],
  toOn: CalendarDate,
): LastContacts {
  return new Map([...lastContactKinds(ledger, residentIds, toOn)].map(([id, { on }]) => [id, on]))
}

/** The same with what it was; of a visit and a call on one day it is the visit. */
export function lastContactKinds(
  ledger: Pick<Ledger, 'raw'>,
  residentIds: readonly number[],
  toOn: CalendarDate,
): ReadonlyMap<number, LastContact> {
  const rows = closingOnDamage(ledger.raw, () =>
    ledger.raw
      .prepare<
        { readonly ids: string; readonly toOn: string },
        {
          readonly id: number
          readonly visitedOn: CalendarDate | null
          readonly calledOn: CalendarDate | null
        }
      >(
        `SELECT wanted.value AS id,
           (SELECT max(visitedOn) FROM visitTask WHERE residentId = wanted.value
             AND outcome = 'done' AND isRemoved = 0 AND visitedOn <= @toOn) AS visitedOn,
           (SELECT max(calledOn) FROM phoneCall WHERE residentId = wanted.value
             AND result = 'reached' AND withdrawnAt IS NULL AND calledOn <= @toOn) AS calledOn
         FROM json_each(@ids) AS wanted`,
      )
      .all({ ids: JSON.stringify(residentIds), toOn }),
  )
  return new Map(
    rows.flatMap(({ id, visitedOn, calledOn }) => {
      const last = laterContact(visitedOn, calledOn)
      return last === null ? [] : [[id, last] as const]
    }),
  )
}
