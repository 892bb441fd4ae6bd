import { z } from 'zod'
import { calendarDateSchema, dateParts } from './calendar-date.ts'
import {
  codesOfField,
  conditionFieldNames,
  conditionFields,
  isAskedOfOwn,
  operatorsOf,
} from './condition-field.ts'
import type { AskedField, ConditionField } from './condition-field.ts'
import { spanSchema } from './condition-span.ts'
import { isOwnFieldKey, ownFieldKeySchema } from './own-field.ts'
import { ownNumberSchema } from './own-value.ts'
import { storableLine } from './storable-text.ts'

/** Unit: full years. */
export const oldestAge = 130
/** Far enough from the ends of the calendar that every age has its birthday in it. Unit: years of the calendar. */
export const askableYears = { first: 1850, firstForAge: 1950, last: 2150 } as const

const deepest = 4
const mostConditions = 60

const daySchema = askableDay(askableYears.first)
const ageDaySchema = askableDay(askableYears.firstForAge).nullable()
const text = storableLine(100).min(1)
const codes = z.array(z.string().max(40)).max(100)
const months = z.array(z.int().min(1).max(12)).min(1).max(12)
const count = z.int().min(0).max(oldestAge)

/** What is asked of a field. Shape: `on` is null for the day on which it is asked. */
const conditionTestSchema = z.discriminatedUnion('operator', [
  /** Letters count whether large or small; hyphens and blanks of numbers don't. */
  z.strictObject({ operator: z.literal('contains'), text }),
  z.strictObject({ operator: z.literal('is'), text }),
  z.strictObject({ operator: z.literal('empty') }),
  z.strictObject({ operator: z.literal('oneOf'), codes: codes.min(1) }),
  /** Incomplete dates count where every day they may be is on that side. */
  z.strictObject({ operator: z.literal('before'), day: daySchema }),
  z.strictObject({ operator: z.literal('after'), day: daySchema }),
  z.strictObject({ operator: z.literal('between'), from: daySchema, to: daySchema }),
  z.strictObject({ operator: z.literal('in'), span: spanSchema }),
  /** So many full years are reached within the span. */
  z.strictObject({ operator: z.literal('reaches'), years: z.int().min(1).max(oldestAge), span: spanSchema }),
  /** The day comes round within the span. */
  z.strictObject({ operator: z.literal('yearly'), span: spanSchema }),
  z.strictObject({ operator: z.literal('month'), months }),
  z.strictObject({ operator: z.literal('incomplete') }),
  z.strictObject({ operator: z.literal('atLeast'), count, on: ageDaySchema }),
  z.strictObject({ operator: z.literal('atMost'), count, on: ageDaySchema }),
  z.strictObject({ operator: z.literal('fromTo'), least: count, most: count, on: ageDaySchema }),
  /** No code means any that may be seen. */
  z.strictObject({ operator: z.literal('held'), codes, on: daySchema.nullable() }),
  z.strictObject({ operator: z.literal('ended'), codes, on: daySchema.nullable() }),
  z.strictObject({ operator: z.literal('startedIn'), codes, span: spanSchema }),
  z.strictObject({ operator: z.literal('endsIn'), codes, span: spanSchema }),
  z.strictObject({ operator: z.literal('yes') }),
  z.strictObject({ operator: z.literal('no') }),
  /** Of own fields: any decimal numbers. */
  z.strictObject({ operator: z.literal('numberAtLeast'), number: ownNumberSchema }),
  z.strictObject({ operator: z.literal('numberAtMost'), number: ownNumberSchema }),
  z.strictObject({
    operator: z.literal('numberFromTo'),
    leastNumber: ownNumberSchema,
    mostNumber: ownNumberSchema,
  }),
])
export type ConditionTest = z.infer<typeof conditionTestSchema>

/** Shape: `isNot` turns the answer round, so that also those are found of whom nothing is known. */
const fieldConditionSchema = z
  .strictObject({
    // The table's names are one or more; an enum wants to be told.
    field: z.union([
      z.enum(conditionFieldNames as readonly [ConditionField, ...ConditionField[]]),
      ownFieldKeySchema,
    ]),
    isNot: z.boolean(),
    test: conditionTestSchema,
  })
  // Of which kind an own field is only the ledger knows.
  .refine(
    ({ field, test: { operator } }) =>
      isOwnFieldKey(field) ? isAskedOfOwn(operator) : operatorsOf(field).includes(operator),
    'operator',
  )
  .refine(({ field, test }) => !('codes' in test) || areCodesOf(field, test.codes), 'codes')
  .refine(
    ({ field, test }) =>
      !('on' in test) || isOwnFieldKey(field) || conditionFields[field].kind !== 'count' || test.on === null,
  )
export type FieldCondition = z.infer<typeof fieldConditionSchema>

/** Shape: conditions of which all or any must hold; what is in it may be groups again. */
export interface ConditionGroup {
  readonly match: 'all' | 'any'
  readonly isNot: boolean
  readonly conditions: readonly Condition[]
}
export type Condition = FieldCondition | ConditionGroup

function askableDay(firstYear: number) {
  return calendarDateSchema.refine((on) => {
    const { year } = dateParts(on)
    return year >= firstYear && year <= askableYears.last
  }, 'conditionDay')
}

function areCodesOf(field: AskedField, given: readonly string[]): boolean {
  if (isOwnFieldKey(field) || conditionFields[field].kind === 'place')
    return given.every((code) => /^[1-9]\d{0,14}$/.test(code))
  return given.every((code) => codesOfField(field).includes(code))
}

function groupSchema(depth: number): z.ZodType<ConditionGroup> {
  const inner: z.ZodType<Condition> =
    depth === 1 ? fieldConditionSchema : z.union([fieldConditionSchema, groupSchema(depth - 1)])
  return z.strictObject({
    match: z.enum(['all', 'any']),
    isNot: z.boolean(),
    conditions: z.array(inner).min(1).max(mostConditions),
  })
}

/** A question about people, of any of their fields. */
export const conditionGroupSchema = groupSchema(deepest).refine(
  (group) => fieldConditionsOf(group).length <= mostConditions,
  'tooManyConditions',
)

export function isGroup(condition: Condition): condition is ConditionGroup {
  return 'match' in condition
}

/** Every single condition of a group, however deep. */
export function fieldConditionsOf(group: ConditionGroup): readonly FieldCondition[] {
  return group.conditions.flatMap((condition) =>
    isGroup(condition) ? fieldConditionsOf(condition) : [condition],
  )
}

/** Whether a question speaks of where people have gone, so that asking only those who are here would be wrong. */
export function asksPresence(group: ConditionGroup): boolean {
  return fieldConditionsOf(group).some(({ field }) => field === 'presence')
}
