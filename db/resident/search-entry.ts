import { formatDwelling } from '../../domain/address.ts'
import type { SearchRow } from './resident-search.queries.ts'
import { foldForSearch } from './search-text.ts'

/** Shape: one person as the list searches, filters and sorts. */
export interface SearchEntry {
  readonly id: number
  /** Everything that can be searched for, folded, one value a line. */
  readonly text: string
  readonly householdId: number
  /** Null for people without a dwelling. */
  readonly dwellingSortKey: string | null
  /** Null when it is not known. */
  readonly relationToHead: string | null
  readonly nameSortKey: string
  /** Empty when nothing is known. */
  readonly birthWhen: string
  readonly buildingId: number | null
  readonly careTags: readonly SearchCareTag[]
}

/** Shape: care tag, first and last day. */
type SearchCareTag = readonly [string, string | null, string | null]

const noCareTags: readonly SearchCareTag[] = []

export function searchEntry(row: SearchRow): SearchEntry {
  return {
    id: row.id,
    text: searchText(row),
    householdId: row.householdId,
    dwellingSortKey: row.dwellingSortKey,
    relationToHead: row.relationToHead,
    nameSortKey: row.nameSortKey,
    birthWhen: row.birthWhen ?? '',
    buildingId: row.buildingId,
    // Written by the statement beside, from columns of the strict table.
    careTags: row.careTags === null ? noCareTags : (JSON.parse(row.careTags) as SearchCareTag[]),
  }
}

function searchText(row: SearchRow): string {
  const phones = row.phones === null ? [] : row.phones.split('\n')
  const dwelling = { building: row.building ?? '', unit: row.unit ?? '', room: row.room ?? '' }
  return [
    foldForSearch(row.name),
    row.namePinyin,
    row.nameInitials,
    foldForSearch(row.idNumber ?? ''),
    // People also look for a number without the dashes it was noted with.
    ...phones.flatMap((phone) => [foldForSearch(phone), phone.replaceAll(/\D/g, '')]),
    foldForSearch(row.building === null ? row.currentAddress : formatDwelling(dwelling)),
  ].join('\n')
}
