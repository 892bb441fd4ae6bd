import { sql } from 'kysely'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { Span } from '../../domain/condition-span.ts'
import { addDays, partialDateSchema } from '../../domain/calendar-date.ts'
import type { BornPerson } from '../../domain/birthday.ts'
import { closingOnDamage } from '../damage.ts'
import type { Ledger } from '../ledger.ts'
import { dateFragment, lunarYearlyFragment } from '../resident/condition-date.queries.ts'

interface Days {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Since when the ledger has known each of those who live here. Shape: by person the day their record was made. */
export function peopleHere(ledger: Pick<Ledger, 'raw'>): ReadonlyMap<number, CalendarDate> {
  return new Map(
    closingOnDamage(ledger.raw, () =>
      ledger.raw
        .prepare<[], [number, CalendarDate]>(
          `SELECT id, substr(createdAt, 1, 10) FROM resident WHERE presence = 'here' AND removedAt IS NULL`,
        )
        .raw()
        .all(),
    ),
  )
}

interface BirthRow {
  readonly id: number
  readonly birthWhen: string | null
  readonly lunarBirthYear: number | null
  readonly lunarBirthMonth: number | null
  readonly lunarBirthDay: number | null
  readonly lunarBirthIsLeap: number | null
}

/** Those who live here and have a birthday, Gregorian or lunar, within the days. */
export function peopleWithBirthdays(
  ledger: Pick<Ledger, 'db' | 'raw'>,
  { from, to }: Days,
): ReadonlyMap<number, BornPerson> {
  const span: Span = { span: 'next', unit: 'day', count: Math.min(366, Math.max(1, daysFrom(from, to))) }
  const gregorian = sql`(${dateFragment(sql.ref('birthWhen'), { operator: 'yearly', span }, from)}
    OR substr(birthWhen, 1, 4) = 'XXXX')`
  const { sql: text, parameters } = sql`
    SELECT id, birthWhen, lunarBirthYear, lunarBirthMonth, lunarBirthDay, lunarBirthIsLeap FROM resident
    WHERE presence = 'here' AND removedAt IS NULL
      AND (${gregorian} OR (lunarBirthMonth IS NOT NULL AND ${lunarYearlyFragment({ from, to })}))`.compile(
    ledger.db,
  )
  const rows = closingOnDamage(ledger.raw, () =>
    ledger.raw.prepare<unknown[], BirthRow>(text).all(...parameters),
  )
  return new Map(rows.map((row) => [row.id, bornPerson(row)]))
}

function bornPerson(row: BirthRow): BornPerson {
  const { birthWhen, lunarBirthYear: year, lunarBirthMonth: month, lunarBirthDay: day } = row
  return {
    birthWhen: birthWhen === null ? null : partialDateSchema.parse(birthWhen),
    lunarBirth:
      month === null || day === null ? null : { year, month, day, isLeap: row.lunarBirthIsLeap === 1 },
  }
}

function daysFrom(from: CalendarDate, to: CalendarDate): number {
  let count = 0
  for (let on = from; on < to && count < 366; on = addDays(on, 1)) count += 1
  return count
}

/** The tags that began within the days, of people who live here. */
export function tagsBegun(
  ledger: Pick<Ledger, 'raw'>,
  careTags: readonly string[],
  { from, to }: Days,
): readonly { readonly residentId: number; readonly fromOn: CalendarDate }[] {
  return closingOnDamage(ledger.raw, () =>
    ledger.raw
      .prepare<[string, string, string, number], { residentId: number; fromOn: CalendarDate }>(
        `SELECT DISTINCT residentId, fromOn FROM residentCareTag
         JOIN resident ON resident.id = residentId AND presence = 'here' AND removedAt IS NULL
         WHERE fromOn BETWEEN ? AND ? AND (careTag IN (SELECT value FROM json_each(?)) OR ?)`,
      )
      .all(from, to, JSON.stringify(careTags), careTags.length === 0 ? 1 : 0),
  )
}

/** A visit that a family's event or a stay in hospital asks for. */
export interface EventVisit {
  readonly visitTaskId: number
  readonly residentId: number
  readonly visitRuleId: number | null
  /** Who was named to go. */
  readonly staffId: number | null
  /** The last day on which it is not overdue. */
  readonly dueToOn: CalendarDate
}

/** Visits that events opened and nobody has made yet. */
export function openEventVisits(ledger: Pick<Ledger, 'raw'>): readonly EventVisit[] {
  return closingOnDamage(ledger.raw, () =>
    ledger.raw
      .prepare<[], EventVisit>(
        `SELECT visitTask.id AS visitTaskId, residentId, visitRuleId, staffId, occasionOn AS dueToOn
         FROM visitTask JOIN resident ON resident.id = residentId AND presence = 'here' AND resident.removedAt IS NULL
         WHERE careEventId IS NOT NULL AND occasionOn IS NOT NULL AND isRemoved = 0 AND outcome <> 'done'`,
      )
      .all(),
  )
}

/** Of rules that come again after so many days: when somebody was let pass last. Shape: by `rule person` that day. */
export function lastLetPass(ledger: Pick<Ledger, 'raw'>): ReadonlyMap<string, CalendarDate> {
  return new Map(
    closingOnDamage(ledger.raw, () =>
      ledger.raw
        .prepare<[], [string, CalendarDate]>(
          `SELECT visitRuleId || ' ' || residentId, max(max(occasionOn, coalesce(substr(recordedAt, 1, 10), '')))
           FROM visitTask JOIN visitRule ON visitRule.id = visitRuleId AND triggerKind = 'interval'
           WHERE visitRoundId IS NULL AND isRemoved = 1 AND careEventId IS NULL GROUP BY 1`,
        )
        .raw()
        .all(),
    ),
  )
}

/** Occasions that somebody decided to let pass, with a reason. Shape: `rule person day`, or `festival person day`. */
export function occasionsLetPass(ledger: Pick<Ledger, 'raw'>, fromOn: CalendarDate): ReadonlySet<string> {
  return new Set(
    closingOnDamage(ledger.raw, () =>
      ledger.raw
        .prepare<[string, string], string>(
          `SELECT visitRuleId || ' ' || residentId || ' ' || occasionOn FROM visitTask
             WHERE visitRoundId IS NULL AND visitRuleId IS NOT NULL AND isRemoved = 1 AND occasionOn >= ?
           UNION ALL
           SELECT 'festival ' || residentId || ' ' || festivalOn FROM visitTask
             JOIN visitRound ON visitRound.id = visitRoundId WHERE isRemoved = 1 AND festivalOn >= ?`,
        )
        .pluck()
        .all(fromOn, fromOn),
    ),
  )
}
