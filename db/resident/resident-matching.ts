import { ageBands, birthRangeForAges } from '../../domain/age.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { ResidentFilter } from '../../domain/resident.ts'
import { isNumberFound, type NumberSearch } from './number-search.ts'
import type { ResidentIndex } from './resident-index.ts'
import { birthNumber, type SearchCareTag } from './search-entry.ts'
import { searchWords } from './search-text.ts'

/** Shape: by position in the index, whether a person is out of the list. */
type Excluded = Uint8Array

/** Those of whom the filter's condition holds, asked only when nobody remembers the answer. */
export interface Meeting {
  /** What they were found at: after another change they may be others. */
  readonly changeCount: number
  readonly ids: () => readonly number[]
}

interface Asked {
  readonly todayOn: CalendarDate
  readonly numbers: NumberSearch
  /** Undefined where the filter has no condition. */
  readonly meetingIds: readonly number[] | undefined
}

/** Shape: the ids of the people that a list with this filter shows on a day, in its order. */
export function matchingIds(
  index: ResidentIndex,
  filter: ResidentFilter,
  { todayOn, numbers, meetingIds }: Asked,
): number[] {
  const excluded: Excluded = new Uint8Array(index.ids.length)
  for (const word of searchWords(filter.search)) excludeWithout(word, index, excluded, numbers)
  const { buildingId, careTag, ageBand, presence } = filter
  if (presence !== 'all') excludeOthers(index.areHere, (isHere) => isHere === (presence === 'here'), excluded)
  if (buildingId !== null) excludeOthers(index.buildingIds, (id) => id === buildingId, excluded)
  if (careTag !== null)
    excludeOthers(index.careTags, (tags) => hasCareTagOn(tags, careTag, todayOn), excluded)
  if (ageBand !== null) excludeOthers(index.birthNumbers, isBornWithin(ageBand, todayOn), excluded)
  if (meetingIds !== undefined) excludeAllBut(meetingIds, index, excluded)
  const ids: number[] = []
  for (const slot of index.slotsBy(filter.sort)) if (excluded[slot] === 0) ids.push(index.ids[slot] ?? 0)
  return ids
}

function excludeWithout(word: string, index: ResidentIndex, excluded: Excluded, numbers: NumberSearch): void {
  const found = new Uint8Array(excluded.length)
  index.latin.mark(word, found)
  if (numbers === 'shownParts' && /\d/.test(word)) keepShown(word, index, found)
  index.chinese.mark(word, found)
  for (let slot = 0; slot < found.length; slot += 1) if (found[slot] === 0) excluded[slot] = 1
}

function keepShown(word: string, index: ResidentIndex, found: Uint8Array): void {
  found.forEach((isFound, slot) => {
    if (isFound === 0) return
    const parts = index.latin.at(slot).split('\n')
    if (!parts.some((part) => isNumberFound(part, word))) found[slot] = 0
  })
}

function excludeOthers<T>(column: readonly T[], isWanted: (value: T) => boolean, excluded: Excluded): void {
  column.forEach((value, slot) => {
    if (!isWanted(value)) excluded[slot] = 1
  })
}

function excludeAllBut(wantedIds: readonly number[], index: ResidentIndex, excluded: Excluded): void {
  const wanted = new Uint8Array(excluded.length)
  for (const id of wantedIds) {
    const slot = index.slotOf(id)
    if (slot !== undefined) wanted[slot] = 1
  }
  wanted.forEach((isWanted, slot) => {
    if (isWanted === 0) excluded[slot] = 1
  })
}

/** The age of somebody whose birth date is incomplete is not known: those, being 0, are before any range. */
function isBornWithin(ageBand: NonNullable<ResidentFilter['ageBand']>, todayOn: CalendarDate) {
  const { minAge, maxAge } = ageBands[ageBand]
  const { bornFrom, bornTo } = birthRangeForAges(minAge, maxAge, todayOn)
  const [from, to] = [bornFrom === undefined ? 1 : birthNumber(bornFrom), birthNumber(bornTo)]
  return (born: number) => born >= from && born <= to
}

function hasCareTagOn(tags: readonly SearchCareTag[], careTag: string, on: CalendarDate): boolean {
  return tags.some(
    ([tag, fromOn, toOn]) =>
      tag === careTag && (fromOn === null || fromOn <= on) && (toOn === null || toOn >= on),
  )
}
