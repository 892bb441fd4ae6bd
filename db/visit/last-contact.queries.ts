import type { CalendarDate } from '../../domain/calendar-date.ts'
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
  return new Map(
    closingOnDamage(ledger.raw, () =>
      ledger.raw
        .prepare<[{ ids: string; toOn: string }], [number, CalendarDate]>(
          `SELECT residentId, max(contactOn) FROM (
             SELECT residentId, visitedOn AS contactOn FROM visitTask
             WHERE residentId IN (SELECT value FROM json_each(@ids))
               AND outcome = 'done' AND isRemoved = 0 AND visitedOn <= @toOn
             UNION ALL
             SELECT residentId, calledOn FROM phoneCall
             WHERE residentId IN (SELECT value FROM json_each(@ids))
               AND result = 'reached' AND withdrawnAt IS NULL AND calledOn <= @toOn)
           GROUP BY residentId`,
        )
        .raw()
        .all({ ids: JSON.stringify(residentIds), toOn }),
    ),
  )
}
