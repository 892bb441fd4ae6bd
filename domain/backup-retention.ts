import { dateParts, daysBetween, type CalendarDate } from './calendar-date.ts'

const keptOfToday = 3
const keptDays = 7
const keptWeeks = 8
const keptMonths = 12

/** Unit: days. An office is closed for no longer, so that a clock was set wrong. */
const longestPause = 31

/** How many days the office must have worked after such a pause until it is believed. */
const daysOfProof = 7

export interface DatedBackup {
  readonly id: string
  readonly madeOn: CalendarDate
  /** Unit: UTC ISO text. */
  readonly madeAt: string
  /** True for one that something still depends on, such as taking a restore back. */
  readonly isNeeded: boolean
}

/**
 * Which backups are no longer kept: 3 of today, then the last one of 7 days, 8 weeks and 12 months are.
 * Days, weeks and months without a backup don't count, so that a pause costs nothing.
 * While the clock is doubted, nothing goes.
 */
export function backupsToRemove(backups: readonly DatedBackup[], todayOn: CalendarDate): string[] {
  if (isClockDoubted(backups, todayOn)) return []
  const newestFirst = [...backups].sort(
    (one, other) =>
      compare(other.madeOn, one.madeOn) || compare(other.madeAt, one.madeAt) || compare(other.id, one.id),
  )
  const kept = new Set<string>()
  const keep = (some: readonly DatedBackup[]) => some.forEach(({ id }) => kept.add(id))
  keep(newestFirst.filter(({ isNeeded }) => isNeeded))
  keep(newestFirst.filter(({ madeOn }) => madeOn === todayOn).slice(0, keptOfToday))
  const before = newestFirst.filter(({ madeOn }) => madeOn !== todayOn)
  keep(lastOfEach(before, ({ madeOn }) => madeOn).slice(0, keptDays))
  keep(lastOfEach(newestFirst, ({ madeOn }) => weekOf(madeOn)).slice(0, keptWeeks))
  keep(lastOfEach(newestFirst, ({ madeOn }) => madeOn.slice(0, 7)).slice(0, keptMonths))
  return newestFirst.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
}

/** A backup of a day still to come, or a leap over more days than an office is ever closed. */
export function isClockDoubted(
  backups: readonly Pick<DatedBackup, 'madeOn'>[],
  todayOn: CalendarDate,
): boolean {
  const days = [...new Set([...backups.map(({ madeOn }) => madeOn), todayOn])].sort(compare)
  if (days.at(-1) !== todayOn) return true
  const lately = days.slice(-(daysOfProof + 1))
  return lately.some((day, index) => {
    const next = lately[index + 1]
    return next !== undefined && daysBetween(day, next) > longestPause
  })
}

/** Shape: from a list with the newest first, the first one of every key. */
function lastOfEach(
  newestFirst: readonly DatedBackup[],
  keyOf: (backup: DatedBackup) => string,
): DatedBackup[] {
  const seen = new Set<string>()
  return newestFirst.filter((backup) => {
    const key = keyOf(backup)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Shape: the number of the week since 1970, which begins on Monday. */
function weekOf(date: CalendarDate): string {
  const { year, month, day } = dateParts(date)
  const dayNumber = Date.UTC(year, month - 1, day) / 86_400_000
  return String(Math.floor((dayNumber + 3) / 7))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
