import { sql } from 'kysely'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { FieldOfKind } from '../../domain/condition-field.ts'
import { daysOfSpan } from '../../domain/condition-span.ts'
import type { ConditionTest } from '../../domain/resident-condition.ts'
import type { Fragment } from './condition-date.queries.ts'
import { shownHead, shownTail, type NumberSearch } from './number-search.ts'

/** Whether a number of somebody, or one of several, passes. */
export function numberFragment(
  field: FieldOfKind<'number'>,
  test: ConditionTest,
  numbers: NumberSearch,
): Fragment {
  const isOf =
    test.operator === 'contains'
      ? (column: Fragment) => containsNumber(column, test.text, numbers)
      : (column: Fragment) => sql`${column} IS NOT NULL AND ${column} <> ''`
  const holds = {
    idNumber: () => isOf(sql.ref('resident.idNumber')),
    phones: () => sql`resident.id IN (SELECT residentId FROM residentPhone WHERE ${isOf(sql.ref('number'))})`,
    otherDocuments: () =>
      sql`resident.id IN (SELECT residentId FROM residentDocument WHERE ${isOf(sql.ref('number'))})`,
  }[field]()
  return test.operator === 'empty' ? sql`NOT coalesce(${holds}, FALSE)` : holds
}

/** Who sees masked numbers alone finds by whole ones and by what they show: hidden digits would be tried out. */
function containsNumber(column: Fragment, typed: string, numbers: NumberSearch): Fragment {
  const wanted = typed.normalize('NFKC').toUpperCase()
  const digits = wanted.replaceAll(/[\s-]/g, '')
  const bare = sql`upper(replace(replace(${column}, '-', ''), ' ', ''))`
  if (numbers === 'anyPart') return sql`instr(${bare}, ${digits}) > 0`
  const length = [...wanted].length
  const ends = [
    sql`${bare} = ${digits}`,
    ...(length <= shownTail
      ? [sql`(${isLong(column)} AND substr(upper(${column}), ${-length}) = ${wanted})`]
      : []),
    ...(length <= shownHead
      ? [sql`(${isLong(column)} AND substr(upper(${column}), 1, ${length}) = ${wanted})`]
      : []),
  ]
  return sql`(${sql.join(ends, sql` OR `)})`
}

/** A number too short to keep both ends shows nothing at all. */
function isLong(column: Fragment): Fragment {
  return sql`length(${column}) > ${shownHead + shownTail}`
}

const tablesOfPeriods = {
  careTags: { table: sql.table('residentCareTag'), code: sql.ref('careTag') },
  benefits: { table: sql.table('residentBenefit'), code: sql.ref('benefit') },
} as const satisfies Record<FieldOfKind<'period'>, unknown>

/** Whether somebody has, had or will lose one of several things. */
export function heldFragment(
  field: FieldOfKind<'period'>,
  test: ConditionTest,
  todayOn: CalendarDate,
): Fragment {
  if (!('codes' in test)) throw new RangeError(`${test.operator} is not asked of periods`)
  if (test.codes.length === 0) return sql`FALSE`
  const { table, code } = tablesOfPeriods[field]
  return sql`resident.id IN (SELECT residentId FROM ${table}
    WHERE ${code} IN (${sql.join(test.codes)}) AND ${periodFragment(test, todayOn)})`
}

function periodFragment(test: Extract<ConditionTest, { codes: unknown }>, todayOn: CalendarDate): Fragment {
  switch (test.operator) {
    case 'held': {
      const on = test.on ?? todayOn
      return sql`(fromOn IS NULL OR fromOn <= ${on}) AND (toOn IS NULL OR toOn >= ${on})`
    }
    case 'ended':
      return sql`toOn < ${test.on ?? todayOn}`
    case 'startedIn': {
      const { from, to } = daysOfSpan(test.span, todayOn)
      return sql`fromOn BETWEEN ${from} AND ${to}`
    }
    case 'endsIn': {
      const { from, to } = daysOfSpan(test.span, todayOn)
      return sql`toOn BETWEEN ${from} AND ${to}`
    }
    case 'oneOf':
      throw new RangeError('codes of periods are held or ended')
  }
}

/** How many people who are here somebody's household has; alone is who is here and nobody else. */
export function householdFragment(test: ConditionTest): Fragment {
  if (test.operator === 'yes') return sql`resident.presence = 'here' AND ${householdsOfSize(1, 1)}`
  return householdsOfSize(...leastAndMost(test))
}

/** Shape: null where there is no upper end. */
export function leastAndMost(test: ConditionTest): readonly [least: number, most: number | null] {
  if (test.operator === 'atLeast') return [test.count, null]
  if (test.operator === 'atMost') return [0, test.count]
  if (test.operator === 'fromTo') return [test.least, test.most]
  throw new RangeError(`${test.operator} is not asked of a number`)
}

function householdsOfSize(least: number, most: number | null): Fragment {
  const upTo = most === null ? sql`` : sql`AND sum(presence = 'here') <= ${most}`
  return sql`resident.householdId IN (SELECT householdId FROM resident WHERE removedAt IS NULL
    GROUP BY householdId HAVING sum(presence = 'here') >= ${least} ${upTo})`
}
