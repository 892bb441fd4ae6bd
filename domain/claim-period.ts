import { addDays, type CalendarDate } from './calendar-date.ts'

/** Shape: from a day to a day, both counted in; a last day before the first means that it never was. */
export interface ClaimPeriod {
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate | null
}

const never = '9999-12-31'

/** Whether a claim never was. */
export function isVoid({ fromOn, toOn }: ClaimPeriod): boolean {
  return toOn !== null && toOn < fromOn
}

export function isRunningOn({ fromOn, toOn }: ClaimPeriod, on: CalendarDate): boolean {
  return fromOn <= on && (toOn === null || toOn >= on)
}

export function overlaps(one: ClaimPeriod, other: ClaimPeriod): boolean {
  if (isVoid(one) || isVoid(other)) return false
  return one.fromOn <= (other.toOn ?? never) && other.fromOn <= (one.toOn ?? never)
}

/** A period that ends with a day at the latest. */
export function endedBy(period: ClaimPeriod, on: CalendarDate): ClaimPeriod {
  if (period.toOn !== null && period.toOn <= on) return period
  return on < period.fromOn ? voided(period) : { ...period, toOn: on }
}

export function voided(period: ClaimPeriod): ClaimPeriod {
  return { ...period, toOn: addDays(period.fromOn, -1) }
}

/**
 * What is left of a claim when the claims of another record of the same person go before it: on no day two of them run.
 * Of several parts it is the one that still runs, or the first one; where nothing is left it never was.
 */
export function besides(period: ClaimPeriod, others: readonly ClaimPeriod[]): ClaimPeriod {
  if (isVoid(period)) return period
  const parts = others
    .filter((other) => !isVoid(other))
    .reduce<readonly ClaimPeriod[]>((left, other) => left.flatMap((part) => without(part, other)), [period])
  return parts.find(({ toOn }) => toOn === null) ?? parts[0] ?? voided(period)
}

function without(part: ClaimPeriod, other: ClaimPeriod): ClaimPeriod[] {
  if (!overlaps(part, other)) return [part]
  const before = part.fromOn < other.fromOn ? [{ fromOn: part.fromOn, toOn: addDays(other.fromOn, -1) }] : []
  if (other.toOn === null || (part.toOn !== null && part.toOn <= other.toOn)) return before
  return [...before, { fromOn: addDays(other.toOn, 1), toOn: part.toOn }]
}
