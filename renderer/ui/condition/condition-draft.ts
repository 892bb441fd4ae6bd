import { dateParts, parseTypedDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import {
  operatorsOf,
  operatorsOfOwn,
  type AskedField,
  type ConditionField,
  type ConditionOperator,
} from '../../../domain/condition-field.ts'
import { calendarSpans, spanUnits, type Span } from '../../../domain/condition-span.ts'
import { isOwnFieldKey, ownFieldIdOf, type OwnField } from '../../../domain/own-field.ts'
import { readOwnNumber } from '../../../domain/own-value.ts'
import { askableYears, isGroup, oldestAge } from '../../../domain/resident-condition.ts'
import type { Condition, ConditionGroup, ConditionTest } from '../../../domain/resident-condition.ts'

/** Shape: what the inputs of a condition hold while they are filled in. */
export interface RowValues {
  readonly text: string
  readonly codes: readonly string[]
  readonly day: string
  readonly from: string
  readonly to: string
  readonly on: string
  readonly count: string
  readonly most: string
  /** next, last or one of the calendar's spans. */
  readonly span: string
  readonly spanCount: string
  readonly spanUnit: string
}

export interface RowDraft {
  readonly kind: 'row'
  readonly key: number
  readonly field: AskedField
  readonly operator: ConditionOperator
  readonly isNot: boolean
  readonly values: RowValues
}

/** Shape: a group deeper than the screen has lines for is kept as it is. */
interface FixedDraft {
  readonly kind: 'fixed'
  readonly key: number
  readonly condition: ConditionGroup
}

export interface GroupDraft {
  readonly kind: 'group'
  readonly key: number
  readonly match: 'all' | 'any'
  readonly isNot: boolean
  readonly items: readonly ItemDraft[]
}
export type ItemDraft = RowDraft | GroupDraft | FixedDraft

const noValues: RowValues = {
  ...{ text: '', codes: [], day: '', from: '', to: '', on: '', count: '', most: '' },
  ...{ span: 'next', spanCount: '', spanUnit: 'month' },
}
let lastKey = 0
const nextKey = () => (lastKey += 1)

export function newRow(field: ConditionField): RowDraft {
  return { kind: 'row', key: nextKey(), ...firstQuestion(field), values: noValues }
}

/** What is asked of a field that was just chosen. */
export function firstQuestion(
  field: AskedField,
  ownFields: readonly OwnField[] = [],
): Pick<RowDraft, 'field' | 'operator' | 'isNot'> {
  const [operator = 'empty'] = questionsAbout(field, ownFields)
  return { field, operator, isNot: false }
}

/** What can be asked about a field; of an own one that is gone by now, nothing. */
export function questionsAbout(
  field: AskedField,
  ownFields: readonly OwnField[],
): readonly ConditionOperator[] {
  if (!isOwnFieldKey(field)) return operatorsOf(field)
  const own = ownFields.find(({ id }) => id === ownFieldIdOf(field))
  return own === undefined ? [] : operatorsOfOwn(own.kind)
}

export function newGroup(items: readonly ItemDraft[]): GroupDraft {
  return { kind: 'group', key: nextKey(), match: 'any', isNot: false, items }
}

/** The editor's content for a question, or for none yet. */
export function draftOf(condition: ConditionGroup | null): GroupDraft {
  if (condition === null) return { ...newGroup([newRow('age')]), match: 'all' }
  return groupDraft(condition, 2)
}

function groupDraft({ match, isNot, conditions }: ConditionGroup, levels: number): GroupDraft {
  const items = conditions.map((one): ItemDraft => {
    if (!isGroup(one))
      return {
        kind: 'row',
        key: nextKey(),
        ...one,
        ...{ operator: one.test.operator },
        values: valuesOf(one.test),
      }
    return levels > 1 && !one.conditions.some(isGroup)
      ? groupDraft(one, levels - 1)
      : { kind: 'fixed', key: nextKey(), condition: one }
  })
  return { kind: 'group', key: nextKey(), match, isNot, items }
}

function valuesOf(test: ConditionTest): RowValues {
  const values = { ...noValues }
  if ('span' in test) Object.assign(values, spanValues(test.span))
  if ('months' in test) Object.assign(values, { codes: test.months.map(String) })
  if ('least' in test) Object.assign(values, { count: String(test.least), most: String(test.most) })
  if ('years' in test) Object.assign(values, { count: String(test.years) })
  if ('count' in test) Object.assign(values, { count: String(test.count) })
  if ('number' in test) Object.assign(values, { count: test.number })
  if ('leastNumber' in test) Object.assign(values, { count: test.leastNumber, most: test.mostNumber })
  for (const name of ['text', 'codes', 'day', 'from', 'to'] as const)
    if (name in test) Object.assign(values, { [name]: test[name as keyof typeof test] })
  if ('on' in test) Object.assign(values, { on: test.on ?? '' })
  return values
}

function spanValues(span: Span): Partial<RowValues> {
  if (span.span !== 'next' && span.span !== 'last') return { span: span.span }
  return { span: span.span, spanCount: String(span.count), spanUnit: span.unit }
}

/** The question that is filled in so far; what is half filled in is left out. Null where nothing is left. */
export function conditionOf({ match, isNot, items }: GroupDraft): ConditionGroup | null {
  const conditions = items.flatMap((item): Condition[] => {
    if (item.kind === 'fixed') return [item.condition]
    const condition = item.kind === 'group' ? conditionOf(item) : rowCondition(item)
    return condition === null ? [] : [condition]
  })
  return conditions.length === 0 ? null : { match, isNot, conditions }
}

/** Whether something is begun that does not count yet. */
export function isUnfinished({ items }: GroupDraft): boolean {
  return items.some((item) =>
    item.kind === 'row' ? rowCondition(item) === null : item.kind === 'group' && isUnfinished(item),
  )
}

/** One line as a condition; null while it is half filled in. */
export function rowCondition({ field, operator, isNot, values }: RowDraft): Condition | null {
  const test = testOf(operator, values, field)
  return test === null ? null : { field, isNot, test }
}

function testOf(operator: ConditionOperator, values: RowValues, field: AskedField): ConditionTest | null {
  if (operator === 'empty' || operator === 'incomplete' || operator === 'yes' || operator === 'no')
    return { operator }
  if (operator === 'numberAtLeast' || operator === 'numberAtMost') {
    const number = decimalOf(values.count)
    return number === null ? null : { operator, number }
  }
  if (operator === 'numberFromTo') {
    const [leastNumber, mostNumber] = [decimalOf(values.count), decimalOf(values.most)]
    return leastNumber === null || mostNumber === null ? null : { operator, leastNumber, mostNumber }
  }
  if (operator === 'contains' || operator === 'is') {
    const text = values.text.trim()
    return text === '' ? null : { operator, text }
  }
  if (operator === 'oneOf') return values.codes.length === 0 ? null : { operator, codes: [...values.codes] }
  if (operator === 'month')
    return values.codes.length === 0 ? null : { operator, months: values.codes.map(Number) }
  if (operator === 'before' || operator === 'after') {
    const day = dayOf(values.day)
    return day === null ? null : { operator, day }
  }
  if (operator === 'between') {
    const [from, to] = [dayOf(values.from), dayOf(values.to)]
    return from === null || to === null ? null : { operator, from, to }
  }
  if (operator === 'held' || operator === 'ended') {
    const on = values.on.trim() === '' ? null : dayOf(values.on)
    return on === null && values.on.trim() !== '' ? null : { operator, codes: [...values.codes], on }
  }
  if (operator === 'atLeast' || operator === 'atMost' || operator === 'fromTo')
    return countTest(operator, values, field)
  const span = spanOf(values)
  if (span === null) return null
  if (operator === 'startedIn' || operator === 'endsIn') return { operator, codes: [...values.codes], span }
  if (operator === 'in' || operator === 'yearly') return { operator, span }
  const years = numberOf(values.count, countLimits(operator))
  return years === null ? null : { operator, years, span }
}

function countTest(
  operator: 'atLeast' | 'atMost' | 'fromTo',
  values: RowValues,
  field: AskedField,
): ConditionTest | null {
  const asked = field === 'age' ? values.on.trim() : ''
  const on = asked === '' ? null : dayOf(asked, firstYearOf('on', field))
  const limits = countLimits(operator)
  const [count, most] = [numberOf(values.count, limits), numberOf(values.most, limits)]
  if (count === null || (asked !== '' && on === null)) return null
  if (operator !== 'fromTo') return { operator, count, on }
  return most === null ? null : { operator, least: count, most, on }
}

function spanOf({ span, spanCount, spanUnit }: RowValues): Span | null {
  const calendar = calendarSpans.find((one) => one === span)
  if (calendar !== undefined) return { span: calendar }
  const [count, unit] = [numberOf(spanCount, spanLimits), spanUnits.find((one) => one === spanUnit)]
  if (count === null || unit === undefined) return null
  return { span: span === 'last' ? 'last' : 'next', count, unit }
}

/** A day as it is typed; null for one that can't be asked about. */
export function dayOf(text: string, firstYear: number = askableYears.first): CalendarDate | null {
  const typed = parseTypedDate(text)
  if (!typed.ok) return null
  const { year } = dateParts(typed.date)
  return year >= firstYear && year <= askableYears.last ? typed.date : null
}

/** The first year in which an input can name a day: an age then needs a birthday long before. */
export function firstYearOf(input: keyof RowValues, field: AskedField): number {
  return input === 'on' && field === 'age' ? askableYears.firstForAge : askableYears.first
}

/** A number of any size as it is typed; null for anything else. */
export function decimalOf(text: string): string | null {
  const reading = readOwnNumber(text)
  return reading.ok ? reading.value : null
}

type Limits = readonly [least: number, most: number]

/** How many days, months or years a span can have. */
export const spanLimits: Limits = [1, 366]

/** Between which numbers an age or a size must be. */
export function countLimits(operator: ConditionOperator): Limits {
  return [operator === 'reaches' ? 1 : 0, oldestAge]
}

/** A number as it is typed; null for anything else. */
export function numberOf(text: string, [least, most]: Limits): number | null {
  const cleaned = text.normalize('NFKC').trim()
  const number = Number(cleaned)
  return /^\d{1,3}$/.test(cleaned) && number >= least && number <= most ? number : null
}
