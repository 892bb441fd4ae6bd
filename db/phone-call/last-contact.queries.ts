import { sql } from 'kysely'
import { calendarDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import { laterContact } from '../../domain/claim-due.ts'
import type { LastContact } from '../../domain/claim.ts'
import type { LedgerReader } from '../ledger.ts'

const optionalDay = calendarDateSchema.nullable()

/** When these people were visited or reached by telephone last, up to a day; those who never were are left out. */
export async function lastContacts(
  db: LedgerReader,
  residentIds: readonly number[],
  on: CalendarDate,
): Promise<ReadonlyMap<number, LastContact>> {
  if (residentIds.length === 0) return new Map()
  const ids = sql.join(residentIds)
  const { rows } = await sql<{ residentId: number; visitedOn: string | null; calledOn: string | null }>`
    SELECT residentId, max(visitedOn) AS visitedOn, max(calledOn) AS calledOn FROM (
      SELECT residentId, visitedOn, NULL AS calledOn FROM visitTask
      WHERE residentId IN (${ids}) AND outcome = 'done' AND isRemoved = 0 AND visitedOn <= ${on}
      UNION ALL
      SELECT residentId, NULL, calledOn FROM phoneCall
      WHERE residentId IN (${ids}) AND result = 'reached' AND withdrawnAt IS NULL AND calledOn <= ${on})
    GROUP BY residentId`.execute(db)
  return new Map(
    rows.flatMap(({ residentId, visitedOn, calledOn }) => {
      const last = laterContact(optionalDay.parse(visitedOn), optionalDay.parse(calledOn))
      return last === null ? [] : [[residentId, last] as const]
    }),
  )
}
