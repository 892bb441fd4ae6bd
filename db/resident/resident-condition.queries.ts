import { sql } from 'kysely'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { ConditionField } from '../../domain/condition-field.ts'
import { daysOfSpan } from '../../domain/condition-span.ts'
import { isOwnFieldKey, ownFieldIdOf, type OwnFieldKey } from '../../domain/own-field.ts'
import { isGroup } from '../../domain/resident-condition.ts'
import type {
  Condition,
  ConditionGroup,
  ConditionTest,
  FieldCondition,
} from '../../domain/resident-condition.ts'
import { closingOnDamage } from '../damage.ts'
import type { Ledger } from '../ledger.ts'
import {
  ageFragment,
  dateFragment,
  isComplete,
  lunarYearlyFragment,
  type Fragment,
} from './condition-date.queries.ts'
import { heldFragment, householdFragment, leastAndMost, numberFragment } from './condition-list.queries.ts'
import type { NumberSearch } from './number-search.ts'

interface Asking {
  readonly todayOn: CalendarDate
  /** By which parts of numbers people are found. */
  readonly numbers: NumberSearch
}

/**
 * The people, gone ones as well, of whom a condition holds. Conditions are looked up in the tables instead of in memory:
 * a filter over five fields of 100,000 people takes about a third of what may be spent (`npm run bench -- filter`), and
 * columns of every field in memory would cost more than the whole search does now.
 */
export function idsMeeting(
  ledger: Pick<Ledger, 'db' | 'raw'>,
  group: ConditionGroup,
  asking: Asking,
): number[] {
  const { sql: text, parameters } = sql`
    SELECT resident.id FROM resident WHERE removedAt IS NULL AND ${conditionFragment(group, asking)}`.compile(
    ledger.db,
  )
  return closingOnDamage(ledger.raw, () =>
    ledger.raw
      .prepare<unknown[], number>(text)
      .pluck()
      .all(...parameters),
  )
}

/** Grows with every row that is written to the ledger: what was found before may be wrong then. */
export function changeCount({ raw }: Pick<Ledger, 'raw'>): number {
  return closingOnDamage(raw, () => raw.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0)
}

function conditionFragment(condition: Condition, asking: Asking): Fragment {
  const { isNot } = condition
  // Whatever is not known is no: turned round, it is yes.
  const holds = isGroup(condition)
    ? groupFragment(condition, asking)
    : sql`coalesce(${fieldFragment(condition, asking)}, FALSE)`
  return isNot ? sql`NOT ${holds}` : holds
}

function groupFragment({ match, conditions }: ConditionGroup, asking: Asking): Fragment {
  const parts = conditions.map((condition) => conditionFragment(condition, asking))
  return sql`(${sql.join(parts, match === 'all' ? sql` AND ` : sql` OR `)})`
}

/** The last day on which somebody signed the notice. */
const noticeSignedOn = sql`(SELECT max(signedOn) FROM noticeSignature WHERE residentId = resident.id)`

type FragmentOf = (test: ConditionTest, asking: Asking) => Fragment

/** The fields that are more than a column of a resident. */
const fragments: Readonly<Partial<Record<ConditionField, FragmentOf>>> = {
  idNumber: (test, { numbers }) => numberFragment('idNumber', test, numbers),
  phones: (test, { numbers }) => numberFragment('phones', test, numbers),
  otherDocuments: (test, { numbers }) => numberFragment('otherDocuments', test, numbers),
  careTags: (test, { todayOn }) => heldFragment('careTags', test, todayOn),
  benefits: (test, { todayOn }) => heldFragment('benefits', test, todayOn),
  householdSize: householdFragment,
  isAloneInHousehold: householdFragment,
  isHead: () =>
    sql`resident.id = (SELECT headResidentId FROM household WHERE household.id = resident.householdId)`,
  hasSpouse: () => sql`resident.spouseId IS NOT NULL`,
  hasEmergencyContact: () => sql`resident.id IN (SELECT residentId FROM residentPhone WHERE isEmergency = 1)`,
  building: (test, { todayOn }) => columnFragment(ofDwelling('buildingId'), test, todayOn),
  residentGroup: (test, { todayOn }) => columnFragment(ofArea('residentGroupId'), test, todayOn),
  grid: (test, { todayOn }) => columnFragment(ofArea('gridId'), test, todayOn),
  unit: (test, { todayOn }) => columnFragment(ofDwelling('unit'), test, todayOn),
  room: (test, { todayOn }) => columnFragment(ofDwelling('room'), test, todayOn),
  noticeSignedOn: (test, { todayOn }) => columnFragment(noticeSignedOn, test, todayOn),
  age: ageTestFragment,
  lunarBirth: lunarFragment,
}

function fieldFragment({ field, test }: FieldCondition, asking: Asking): Fragment {
  if (isOwnFieldKey(field)) return ownFragment(field, test, asking)
  const special = fragments[field]
  if (special !== undefined) return special(test, asking)
  return columnFragment(sql.ref(`resident.${field}`), test, asking.todayOn)
}

/** Whether somebody has, by themselves or by their home, a value of an own field that passes. */
function ownFragment(key: OwnFieldKey, test: ConditionTest, { todayOn }: Asking): Fragment {
  const isEmptyAsked = test.operator === 'empty'
  const passes = isEmptyAsked ? sql`TRUE` : ownValueFragment(sql.ref('value'), test, todayOn)
  const id = ownFieldIdOf(key)
  const holds = sql`(resident.id IN (
      SELECT residentId FROM residentOwnValue WHERE ownFieldId = ${id} AND ${passes})
    OR resident.householdId IN (
      SELECT householdId FROM householdOwnValue WHERE ownFieldId = ${id} AND ${passes}))`
  return isEmptyAsked ? sql`NOT ${holds}` : holds
}

/** Numbers have no more digits than stay exact in a column of real numbers. */
function ownValueFragment(value: Fragment, test: ConditionTest, todayOn: CalendarDate): Fragment {
  const real = (number: string) => sql`CAST(${number} AS REAL)`
  if (test.operator === 'yes' || test.operator === 'no') return sql`${value} = ${test.operator}`
  if (test.operator === 'numberAtLeast') return sql`CAST(${value} AS REAL) >= ${real(test.number)}`
  if (test.operator === 'numberAtMost') return sql`CAST(${value} AS REAL) <= ${real(test.number)}`
  if (test.operator === 'numberFromTo')
    return sql`CAST(${value} AS REAL) BETWEEN ${real(test.leastNumber)} AND ${real(test.mostNumber)}`
  return columnFragment(value, test, todayOn)
}

function columnFragment(column: Fragment, test: ConditionTest, todayOn: CalendarDate): Fragment {
  if (test.operator === 'contains') return sql`instr(lower(${column}), lower(${test.text})) > 0`
  if (test.operator === 'is') return sql`lower(${column}) = lower(${test.text})`
  if (test.operator === 'empty') return sql`${column} IS NULL OR ${column} = ''`
  if (test.operator === 'oneOf') return sql`CAST(${column} AS TEXT) IN (${sql.join(test.codes)})`
  return dateFragment(column, test, todayOn)
}

function ofDwelling(column: 'buildingId' | 'unit' | 'room'): Fragment {
  return sql`(SELECT ${sql.ref(`dwelling.${column}`)} FROM household JOIN dwelling ON dwelling.id = dwellingId
    WHERE household.id = resident.householdId)`
}

/** What the unit belongs to, or else the whole building. */
function ofArea(column: 'residentGroupId' | 'gridId'): Fragment {
  return sql`(SELECT coalesce(ofUnit.${sql.ref(column)}, ofBuilding.${sql.ref(column)})
    FROM household JOIN dwelling ON dwelling.id = dwellingId
    LEFT JOIN buildingArea AS ofUnit ON ofUnit.buildingId = dwelling.buildingId AND ofUnit.unit = dwelling.unit
    LEFT JOIN buildingArea AS ofBuilding ON ofBuilding.buildingId = dwelling.buildingId AND ofBuilding.unit = ''
    WHERE household.id = resident.householdId)`
}

function ageTestFragment(test: ConditionTest, { todayOn }: Asking): Fragment {
  const birthWhen = sql.ref('resident.birthWhen')
  if (test.operator === 'empty') return sql`${birthWhen} IS NULL OR NOT (${isComplete(birthWhen)})`
  const on = 'on' in test && test.on !== null ? test.on : todayOn
  const [least, most] = leastAndMost(test)
  return ageFragment(birthWhen, { least, most }, on)
}

function lunarFragment(test: ConditionTest, { todayOn }: Asking): Fragment {
  if (test.operator === 'yearly') return lunarYearlyFragment(daysOfSpan(test.span, todayOn))
  if (test.operator === 'month') return sql`resident.lunarBirthMonth IN (${sql.join(test.months)})`
  if (test.operator === 'empty') return sql`resident.lunarBirthMonth IS NULL`
  throw new RangeError(`${test.operator} is not asked of a lunar date`)
}
