import { ageBands, birthRangeForAges } from '../../domain/age.ts'
import { isCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts'
import type { ResidentFilter } from '../../domain/resident.ts'
import type { SearchEntry } from './search-entry.ts'
import { searchWords } from './search-text.ts'

type Condition = (entry: SearchEntry) => boolean

interface Match {
  readonly entries: readonly SearchEntry[]
  readonly filterKey: string
  readonly words: readonly string[]
  readonly found: readonly SearchEntry[]
}

/**
 * Answers which of the entries, in their order, a list with a filter shows on a day.
 * The last answer is kept: the next page takes it as it is, the next letter typed only narrows it.
 */
export function createMatcher() {
  let last: Match | undefined
  return (
    entries: readonly SearchEntry[],
    filter: ResidentFilter,
    todayOn: CalendarDate,
  ): readonly SearchEntry[] => {
    const words = searchWords(filter.search)
    const filterKey = JSON.stringify([filter.buildingId, filter.careTag, filter.ageBand, todayOn])
    const isComparable = last?.entries === entries && last.filterKey === filterKey
    const known = isComparable && last !== undefined && isNarrower(words, last.words) ? last : undefined
    const found =
      known === undefined
        ? withWords(withConditions(entries, filterConditions(filter, todayOn)), words)
        : withWords(known.found, newWords(words, known.words))
    last = { entries, filterKey, words, found }
    return found
  }
}

/** True when whoever has all the words also has all the former ones. */
function isNarrower(words: readonly string[], former: readonly string[]): boolean {
  return former.every((word) => words.some((longer) => longer.includes(word)))
}

function newWords(words: readonly string[], former: readonly string[]): string[] {
  return words.filter((word) => !former.includes(word))
}

function withWords(entries: readonly SearchEntry[], words: readonly string[]): readonly SearchEntry[] {
  return words.reduce((left, word) => left.filter(({ text }) => text.includes(word)), entries)
}

function withConditions(
  entries: readonly SearchEntry[],
  conditions: readonly Condition[],
): readonly SearchEntry[] {
  return conditions.reduce((left, condition) => left.filter(condition), entries)
}

function filterConditions(filter: ResidentFilter, todayOn: CalendarDate): Condition[] {
  const { buildingId, careTag, ageBand } = filter
  const conditions: Condition[] = []
  if (buildingId !== null) conditions.push((entry) => entry.buildingId === buildingId)
  if (careTag !== null) conditions.push((entry) => hasCareTagOn(entry, careTag, todayOn))
  if (ageBand !== null) {
    const { minAge, maxAge } = ageBands[ageBand]
    const { bornFrom = '', bornTo } = birthRangeForAges(minAge, maxAge, todayOn)
    // The age of somebody whose birth date is incomplete is not known.
    conditions.push(
      ({ birthWhen }) => birthWhen >= bornFrom && birthWhen <= bornTo && isCalendarDate(birthWhen),
    )
  }
  return conditions
}

function hasCareTagOn(entry: SearchEntry, careTag: string, on: CalendarDate): boolean {
  return entry.careTags.some(
    ([tag, fromOn, toOn]) =>
      tag === careTag && (fromOn === null || fromOn <= on) && (toOn === null || toOn >= on),
  )
}
