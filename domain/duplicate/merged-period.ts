/** Shape: first and last day of a tag or a benefit; null where it is not known, or goes on. */
export interface Period {
  readonly fromOn: string | null
  readonly toOn: string | null
}

/** The time of both: from the first day that is known, and without an end if one of them has none. */
export function mergedPeriod(one: Period, other: Period): Period {
  const starts = [one.fromOn, other.fromOn].filter((day) => day !== null).sort()
  const ends = [one.toOn, other.toOn].filter((day) => day !== null).sort()
  return { fromOn: starts[0] ?? null, toOn: ends.length === 2 ? (ends[1] ?? null) : null }
}
