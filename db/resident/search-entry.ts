import { addressText } from '../../domain/address.ts'
import { isCalendarDate } from '../../domain/calendar-date.ts'
import type { SearchRow } from './resident-search.queries.ts'
import { bothReadings, foldForSearch, foldPhone } from './search-text.ts'

/** Shape: what decides the place of one person in a list. */
export interface SortKeys {
  readonly id: number
  readonly householdId: number
  /** Null for people without a dwelling. */
  readonly dwellingSortKey: string | null
  /** Null when it is not known. */
  readonly relationToHead: string | null
  readonly name: string
  readonly nameSortKey: string
  /** Null when nothing is known. */
  readonly birthWhen: string | null
}

/** Shape: care tag, first and last day. */
export type SearchCareTag = readonly [string, string | null, string | null]

/** Shape: what decides whether one person is in a list. */
export interface SearchEntry {
  readonly sortKeys: SortKeys
  /** How the name is read, numbers and phones: apart from the Chinese text, because half as wide in memory. */
  readonly latinLine: string
  /** Name and address. */
  readonly chineseLine: string
  /** Shape: 19450302; 0 when the date is incomplete. */
  readonly birthNumber: number
  /** 0 for people without a dwelling. */
  readonly buildingId: number
  readonly careTags: readonly SearchCareTag[]
  readonly isHere: boolean
}

const noCareTags: readonly SearchCareTag[] = []

export function searchEntry(row: SearchRow): SearchEntry {
  const { id, householdId, dwellingSortKey, relationToHead, name, nameSortKey, birthWhen } = row
  return {
    sortKeys: { id, householdId, dwellingSortKey, relationToHead, name, nameSortKey, birthWhen },
    latinLine: latinLine(row),
    chineseLine: chineseLine(row),
    birthNumber: birthWhen === null ? 0 : birthNumber(birthWhen),
    buildingId: row.buildingId ?? 0,
    // Written by the statement beside, from columns of the strict table.
    careTags: row.careTags === null ? noCareTags : (JSON.parse(row.careTags) as SearchCareTag[]),
    isHere: row.presence === 'here',
  }
}

/** Shape: 19450302; 0 for a date that is not complete. */
export function birthNumber(birthWhen: string): number {
  return isCalendarDate(birthWhen) ? Number(birthWhen.replaceAll('-', '')) : 0
}

function chineseLine(row: SearchRow): string {
  const texts = [row.name, row.formerName, row.otherName, addressOf(row)]
  return texts
    .filter((text) => text !== '')
    .map(foldForSearch)
    .join('\n')
}

function latinLine(row: SearchRow): string {
  const phones = row.phones === null ? [] : row.phones.split('\n')
  const documents = row.documents === null ? [] : row.documents.split('\n')
  const readings = [row.namePinyin, row.nameInitials, ...bothReadings(row.name).flat()]
  const documentNumbers = [row.idNumber ?? '', ...documents].map(foldForSearch)
  return [...new Set([...readings, ...documentNumbers, ...phones.flatMap(foldPhone)])].join('\n')
}

function addressOf(row: SearchRow): string {
  const { building, unit, room } = row
  return addressText(
    building === null ? null : { building, unit: unit ?? '', room: room ?? '' },
    row.currentAddress,
  )
}
