import { sql, type RawBuilder } from 'kysely'
import {
  figureLines,
  visitFiguresSchema,
  type FigureLine,
  type FigureRequest,
  type VisitFigures,
} from '../../domain/visit-figures.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'
import { isWithin, madeCalls, madeVisits, namelessVisits, periodOf } from './counted-contacts.ts'

/** How many visits, calls, entries and people there were in each month of a year, or in each year. */
export async function visitFigures(ledger: Ledger, request: FigureRequest): Promise<VisitFigures> {
  return inOneMoment(ledger, async (db) => figuresIn(db, request))
}

/** The same within another reading. */
export async function figuresIn(db: LedgerReader, request: FigureRequest): Promise<VisitFigures> {
  const counted = [
    ...(await visitCounts(db, request)),
    ...(await callCounts(db, request)),
    ...(await diaryCounts(db, request)),
  ]
  const people = await peopleCounts(db, request)
  const periods = request.year === null ? yearsOf([...counted, ...people]) : monthsOf(request.year)
  const everybody = await sql<{ readonly count: number }>`
    SELECT count(DISTINCT person) AS count FROM (${reachedPeople(request)})`.execute(db)
  return visitFiguresSchema.parse({
    year: request.year,
    periods,
    lines: figureLines.map((line) => {
      const own = [...counted, ...people].filter((one) => one.line === line)
      const figures = periods.map((period) =>
        own.filter((one) => one.period === period).reduce((sum, { count }) => sum + count, 0),
      )
      // Whoever was reached in two months is one person of the year.
      const total =
        line === 'people' ? (everybody.rows[0]?.count ?? 0) : figures.reduce((sum, count) => sum + count, 0)
      return { line, figures, total }
    }),
  })
}

/** The years in which there is something to count, the latest first. */
export async function figureYears(ledger: Ledger): Promise<number[]> {
  const { periods } = await visitFigures(ledger, { year: null })
  return periods.map(Number).reverse()
}

interface Counted {
  readonly line: FigureLine
  readonly period: string
  readonly count: number
}

/** One visit is one in persons; several people of one door on one day are one visit to that door. */
async function visitCounts(db: LedgerReader, request: FigureRequest): Promise<Counted[]> {
  const period = periodOf(sql`"on"`, request)
  const lineOf = (prefix: string, kind: RawBuilder<unknown>) => sql<FigureLine>`${prefix} || ${kind}`
  const doors = sql<number>`count(DISTINCT householdId || ' ' || "on")`
  const month = periodOf(sql`month`, request)
  const { rows } = await sql<Counted>`
    WITH visit AS MATERIALIZED (SELECT * FROM (${madeVisits}) WHERE ${isWithin(sql`"on"`, request)})
    SELECT ${lineOf('visits:', sql`kind`)} AS line, ${period} AS period, count(*) AS count FROM visit GROUP BY 1, 2
    UNION ALL SELECT 'visits:all', ${period}, count(*) FROM visit GROUP BY 2
    UNION ALL SELECT ${lineOf('households:', sql`kind`)}, ${period}, ${doors} FROM visit GROUP BY 1, 2
    UNION ALL SELECT 'households:all', ${period}, ${doors} FROM visit GROUP BY 2
    UNION ALL SELECT ${lineOf('visits:', sql`kind`)}, ${month}, visitCount
      FROM (${namelessVisits}) WHERE ${isWithin(sql`month`, request)}
    UNION ALL SELECT 'visits:all', ${month}, visitCount
      FROM (${namelessVisits}) WHERE ${isWithin(sql`month`, request)}
    UNION ALL SELECT ${lineOf('households:', sql`kind`)}, ${month}, householdCount
      FROM namelessReach WHERE householdCount > 0 AND ${isWithin(sql`month`, request)}`.execute(db)
  return rows
}

async function callCounts(db: LedgerReader, request: FigureRequest): Promise<Counted[]> {
  const month = periodOf(sql`month`, request)
  const { rows } = await sql<Counted>`
    SELECT CASE result WHEN 'reached' THEN 'calls' ELSE 'missedCalls' END AS line,
      ${periodOf(sql`"on"`, request)} AS period, count(*) AS count
    FROM (${madeCalls}) WHERE ${isWithin(sql`"on"`, request)} GROUP BY 1, 2
    UNION ALL SELECT 'calls', ${month}, reachedCount FROM namelessContact WHERE ${isWithin(sql`month`, request)}
    UNION ALL SELECT 'missedCalls', ${month}, callCount - reachedCount
      FROM namelessContact WHERE ${isWithin(sql`month`, request)}`.execute(db)
  return rows
}

async function diaryCounts(db: LedgerReader, request: FigureRequest): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    SELECT 'diary' AS line, ${periodOf(sql`entryOn`, request)} AS period, count(*) AS count
    FROM diaryEntry WHERE ${isWithin(sql`entryOn`, request)} GROUP BY 2`.execute(db)
  return rows
}

/** Whoever was visited or reached by telephone, each once in a period. */
async function peopleCounts(db: LedgerReader, request: FigureRequest): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    SELECT 'people' AS line, period, count(DISTINCT person) AS count
    FROM (${reachedPeople(request)}) GROUP BY 2`.execute(db)
  return rows
}

/** Shape: people by period; those who are left in figures alone have numbers below zero. */
function reachedPeople(request: FigureRequest): RawBuilder<unknown> {
  const period = periodOf(sql`"on"`, request)
  return sql`
    SELECT residentId AS person, ${period} AS period FROM (${madeVisits}) WHERE ${isWithin(sql`"on"`, request)}
    UNION ALL SELECT residentId, ${period} FROM (${madeCalls})
      WHERE result = 'reached' AND ${isWithin(sql`"on"`, request)}
    UNION ALL SELECT -namelessPersonId, ${periodOf(sql`month`, request)} FROM namelessReach
      WHERE kind = 'contact' AND ${isWithin(sql`month`, request)}`
}

function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
}

/** From the first year of which there is something to the last one, without gaps. */
function yearsOf(counted: readonly Counted[]): string[] {
  const years = counted.filter(({ count }) => count > 0).map(({ period }) => Number(period))
  if (years.length === 0) return []
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => String(first + index))
}
