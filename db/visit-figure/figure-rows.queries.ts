import { sql, type RawBuilder } from 'kysely'
import { assertNever } from '../../domain/assert-never.ts'
import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import { diaryNumber } from '../../domain/diary.ts'
import { diaryLabels } from '../../domain/labels/diary.zh.ts'
import {
  figureRowSchema,
  kindOfLine,
  mayReadKind,
  unitOfLine,
  visitKinds,
  type FigureRow,
} from '../../domain/visit-figures.ts'
import type { Actor } from '../../domain/staff.ts'
import { peopleWithAddresses } from '../diary/diary-entry.queries.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'
import { isWithin, madeCalls, madeVisits } from './counted-contacts.ts'
import { figuresIn } from './visit-figures.queries.ts'

type Request = ChannelInput<'visitFigure.rows'>

/** A page of the rows behind one figure; whom a visit that tells of health was made to is for directors alone. */
export async function figureRows(
  ledger: Ledger,
  request: Request,
): Promise<ChannelOutput<'visitFigure.rows'>> {
  const actor = actorAt(ledger)
  return inOneMoment(ledger, async (db) => {
    const sheet = await figuresIn(db, request)
    const line = sheet.lines.find((one) => one.line === request.line)
    const index = request.period === null ? -1 : sheet.periods.indexOf(request.period)
    const figure = request.period === null ? (line?.total ?? 0) : (line?.figures[index] ?? 0)
    const kind = kindOfLine(request.line)
    if (kind !== null && !mayReadKind(actor, kind))
      return { totalCount: 0, rows: [], namelessCount: 0, withheldCount: figure }
    const all = rowsOf(request)
    const {
      rows: [counted],
    } = await sql<{ readonly count: number }>`SELECT count(*) AS count FROM (${all})`.execute(db)
    const totalCount = counted?.count ?? 0
    const { rows } = await sql<StoredRow>`
      SELECT * FROM (${all}) ORDER BY "on" DESC, key DESC
      LIMIT ${request.limit} OFFSET ${request.offset}`.execute(db)
    return {
      totalCount,
      rows: await shownRows(db, actor, rows),
      namelessCount: figure - totalCount,
      withheldCount: 0,
    }
  })
}

/** Shape: residentIds is a list with commas. */
interface StoredRow {
  readonly key: string
  readonly on: string
  readonly residentIds: string
  readonly diaryEntryId: number | null
  readonly kind: string | null
  readonly title: string
  readonly by: string
  readonly visitCount: number
  readonly callCount: number
}

function rowsOf(request: Request): RawBuilder<unknown> {
  const { line } = request
  const within = isWithin(sql`"on"`, request)
  const kind = kindOfLine(line)
  const ofKind = kind === null ? sql`TRUE` : sql`kind = ${kind}`
  const visits = sql`SELECT * FROM (${madeVisits}) WHERE ${within} AND ${ofKind}`
  const unit = unitOfLine(line)
  if (line === 'calls' || line === 'missedCalls') {
    const isReached = line === 'calls' ? sql`result = 'reached'` : sql`result <> 'reached'`
    return sql`
      SELECT printf('%09d', id) AS key, "on", residentId || '' AS residentIds, NULL AS diaryEntryId, NULL AS kind,
        '' AS title, "by", 0 AS visitCount, 1 AS callCount
      FROM (${madeCalls}) WHERE ${within} AND ${isReached}`
  }
  switch (unit) {
    case 'personTimes':
      return sql`
        SELECT printf('%09d', id) AS key, "on", residentId || '' AS residentIds, NULL AS diaryEntryId, kind, title, "by",
          1 AS visitCount, 0 AS callCount
        FROM (${visits})`
    case 'householdTimes':
      return sql`
        SELECT printf('%09d', householdId) AS key, "on", group_concat(DISTINCT residentId) AS residentIds,
          NULL AS diaryEntryId, CASE WHEN min(kind) = max(kind) THEN min(kind) END AS kind,
          CASE WHEN min(title) = max(title) THEN min(title) ELSE '' END AS title,
          min("by") AS "by", count(*) AS visitCount, 0 AS callCount
        FROM (${visits}) GROUP BY householdId, "on"`
    case 'people':
      return sql`
        SELECT printf('%09d', residentId) AS key, max("on") AS "on", residentId || '' AS residentIds,
          NULL AS diaryEntryId, NULL AS kind, '' AS title, '' AS "by",
          sum(isVisit) AS visitCount, sum(1 - isVisit) AS callCount
        FROM (
          SELECT residentId, "on", 1 AS isVisit FROM (${madeVisits}) WHERE ${within}
          UNION ALL
          SELECT residentId, "on", 0 FROM (${madeCalls}) WHERE result = 'reached' AND ${within})
        GROUP BY residentId`
    case 'entries':
      return sql`
        SELECT printf('%09d', id) AS key, entryOn AS "on",
          CASE isSealed WHEN 1 THEN '' ELSE coalesce((
            SELECT group_concat(residentId) FROM diaryEntryResident WHERE diaryEntryId = diaryEntry.id), '')
          END AS residentIds,
          id AS diaryEntryId, NULL AS kind, year || ' ' || number AS title, staffName AS "by",
          0 AS visitCount, 0 AS callCount
        FROM diaryEntry WHERE ${isWithin(sql`entryOn`, request)}`
    case 'times':
      return sql`SELECT NULL WHERE FALSE`
    default:
      return assertNever(unit)
  }
}

async function shownRows(db: LedgerReader, actor: Actor, rows: readonly StoredRow[]): Promise<FigureRow[]> {
  const idsOf = ({ residentIds }: StoredRow) =>
    residentIds
      .split(',')
      .filter((id) => id !== '')
      .map(Number)
  const people = new Map(
    (await peopleWithAddresses(db, [...new Set(rows.flatMap(idsOf))])).map((person) => [person.id, person]),
  )
  return rows.map((row) => {
    const those = idsOf(row).flatMap((id) => people.get(id) ?? [])
    const kind = visitKinds.find((one) => one === row.kind) ?? null
    const [year = '', number = ''] = row.title.split(' ')
    return figureRowSchema.parse({
      key: `${row.on} ${row.key}`,
      residentId: row.diaryEntryId === null ? (those[0]?.id ?? null) : null,
      diaryEntryId: row.diaryEntryId,
      on: row.on,
      name: those.map(({ name }) => name).join(diaryLabels.list.separator),
      address: those[0]?.address ?? '',
      kind: kind !== null && mayReadKind(actor, kind) ? kind : null,
      title: row.diaryEntryId === null ? row.title : diaryNumber(Number(year), Number(number)),
      by: row.by,
      visitCount: row.visitCount,
      callCount: row.callCount,
    })
  })
}
