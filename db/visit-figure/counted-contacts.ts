import { sql, type RawBuilder } from 'kysely'
import { visitFestivals } from '../../domain/festival.ts'
import type { FigureRequest } from '../../domain/visit-figures.ts'

/** What brought a visit about, from its rule, its round and its event. */
const kindOfVisit = (isOfEvent: RawBuilder<unknown>) => sql`
  CASE
    WHEN visitRule.triggerKind = 'hospitalStay' THEN 'hospitalStay'
    WHEN ${isOfEvent} OR visitRule.triggerKind = 'familyEvent' THEN 'familyEvent'
    WHEN visitRound.festival IN (${sql.join([...visitFestivals])}) THEN 'festival'
    WHEN visitRound.id IS NOT NULL THEN 'round'
    ELSE coalesce(visitRule.triggerKind, 'adHoc')
  END`

/** Shape: every visit that was made to somebody whose record was not removed. */
export const madeVisits = sql`
  SELECT visitTask.id, residentId, householdId, visitedOn AS "on", visitor AS "by",
    coalesce(visitRound.name, '') AS title, ${kindOfVisit(sql`visitTask.careEventId IS NOT NULL`)} AS kind
  FROM visitTask
  JOIN resident ON resident.id = residentId
  LEFT JOIN visitRound ON visitRound.id = visitRoundId
  LEFT JOIN visitRule ON visitRule.id = visitRuleId
  WHERE outcome = 'done' AND isRemoved = 0 AND visitedOn IS NOT NULL AND resident.removedAt IS NULL`

/** Shape: visits of people whose records are gone, counted by month. */
export const namelessVisits = sql`
  SELECT visitedMonth AS month, visitCount, ${kindOfVisit(sql`isOfCareEvent = 1`)} AS kind
  FROM namelessVisit
  LEFT JOIN visitRound ON visitRound.id = visitRoundId
  LEFT JOIN visitRule ON visitRule.id = visitRuleId
  WHERE outcome = 'done' AND isRemoved = 0 AND visitedMonth <> ''`

/** Shape: every call to somebody whose record was not removed, but for those written down by mistake. */
export const madeCalls = sql`
  SELECT phoneCall.id, residentId, calledOn AS "on", caller AS "by", result
  FROM phoneCall
  JOIN resident ON resident.id = residentId
  WHERE withdrawnAt IS NULL AND resident.removedAt IS NULL`

/** The period of a day or a month: its month in the sheet of a year, else its year. */
export function periodOf(column: RawBuilder<unknown>, { year }: FigureRequest): RawBuilder<string> {
  return sql<string>`substr(${column}, 1, ${year === null ? 4 : 7})`
}

/** Whether a day or a month lies in the sheet, and in one period of it where that is asked. */
export function isWithin(
  column: RawBuilder<unknown>,
  request: FigureRequest & { readonly period?: string | null },
): RawBuilder<boolean> {
  const { year, period = null } = request
  const text = period ?? (year === null ? null : String(year))
  if (text === null) return sql<boolean>`TRUE`
  // Texts of days and months sort as they follow each other, so that an index serves.
  return sql<boolean>`(${column} >= ${text} AND ${column} < ${`${text}~`})`
}
