import { z } from 'zod'
import {
  calendarDate,
  calendarDateSchema,
  dateParts,
  isLeapYear,
  type CalendarDate,
} from './calendar-date.ts'
import { presenceSchema } from './resident.ts'
import { storableLine } from './storable-text.ts'

const yearCount = z.int().min(1).max(100)

/** Shape: how long the record of somebody who is gone is kept. Unit: full years after the day of moving out or of death. */
export const retentionRulesSchema = z.strictObject({ movedOutYears: yearCount, deceasedYears: yearCount })
export type RetentionRules = z.infer<typeof retentionRulesSchema>

/** Offered until a director decides; nothing is deleted by them. Source: none, each office decides (DOMAIN 10.3). */
export const offeredRetentionRules: RetentionRules = { movedOutYears: 5, deceasedYears: 10 }

/** Shape: somebody who is gone for longer than the record is kept. */
const expiredPersonSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  address: z.string(),
  presence: presenceSchema,
  goneOn: calendarDateSchema,
  endedOn: calendarDateSchema,
})
export type ExpiredPerson = z.infer<typeof expiredPersonSchema>

/** The day on which so many years are over; of 29 February the day before in common years. */
export function retentionEnd(goneOn: CalendarDate, years: number): CalendarDate {
  const { year, month, day } = dateParts(goneOn)
  const isLeapDay = month === 2 && day === 29 && !isLeapYear(year + years)
  return calendarDate(year + years, month, isLeapDay ? 28 : day)
}

/** Unit: people deleted at once. */
export const mostErased = 200

const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** The channels of records whose time is over, a part of the contract; all of them are the director's. */
export const retentionChannels = {
  'retention.rules': {
    input: z.strictObject({}),
    output: z.strictObject({ rules: retentionRulesSchema, isDecided: z.boolean() }),
  },
  /** Refused when the ledger no longer holds what was changed. */
  'retention.saveRules': {
    input: z.strictObject({ before: retentionRulesSchema, rules: retentionRulesSchema }),
    output: z.strictObject({ rules: retentionRulesSchema, isDecided: z.boolean() }),
  },
  /** Who has been gone for longest first. */
  'retention.list': {
    input: z.strictObject(page),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(expiredPersonSchema) }),
  },
  /** Deletes records for good, after a question that no page can answer. */
  'retention.erase': {
    input: z.strictObject({ ids: z.array(z.int()).min(1).max(mostErased), reason: storableLine(200).min(1) }),
    output: z.strictObject({ erasedCount: z.int(), removedFilterCount: z.int() }),
  },
} as const
