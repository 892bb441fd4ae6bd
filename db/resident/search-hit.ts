import { addressText } from '../../domain/address.ts'
import { maskAroundRun, type SearchHit, type SearchHitField } from '../../domain/search-hit.ts'
import { isNumberFound, type NumberSearch } from './number-search.ts'
import type { StoredResident } from './resident.table.ts'
import { bothReadings, foldForSearch, foldPhone } from './search-text.ts'

/** The most telling first: what the line shows anyway says least. */
const mostTelling: readonly SearchHitField[] = [
  'phone',
  'idNumber',
  'formerName',
  'otherName',
  'initials',
  'pinyin',
  'address',
  'name',
]

/**
 * By what one person of a search's answer was found, or null when there are no words. It goes by the same texts and the
 * same rule for hidden digits as the search, so it tells nothing that the search does not.
 */
export function searchHit(
  words: readonly string[],
  stored: StoredResident,
  numbers: NumberSearch,
): SearchHit | null {
  const hits = words.flatMap((word) => hitOfWord(word, stored, numbers) ?? [])
  for (const field of mostTelling) {
    const hit = hits.find((one) => one.field === field)
    if (hit !== undefined) return hit
  }
  return null
}

function hitOfWord(word: string, stored: StoredResident, numbers: NumberSearch): SearchHit | undefined {
  const { record } = stored
  const [otherPinyins, otherInitials] = bothReadings(record.name)
  const holds = (...texts: readonly string[]) => texts.some((text) => text.includes(word))
  if (holds(foldForSearch(record.name))) return plainHit('name')
  if (holds(record.namePinyin, ...otherPinyins)) return plainHit('pinyin')
  if (holds(record.nameInitials, ...otherInitials)) return plainHit('initials')
  if (holds(foldForSearch(record.formerName))) return { field: 'formerName', text: record.formerName }
  if (holds(foldForSearch(record.otherName))) return { field: 'otherName', text: record.otherName }
  if (holds(foldForSearch(addressText(stored.dwelling, record.currentAddress)))) return plainHit('address')
  const phone = stored.phones.flatMap(({ number }) => foldPhone(number)).find(isFound)
  if (phone !== undefined) return { field: 'phone', text: maskAroundRun(phone, word) }
  const documents = [record.idNumber ?? '', ...stored.documents.map(({ number }) => number)]
  const document = documents.map(foldForSearch).find(isFound)
  if (document === undefined) return undefined
  return { field: 'idNumber', text: maskAroundRun(document, word).toUpperCase() }

  function isFound(number: string): boolean {
    return number.includes(word) && (numbers === 'anyPart' || isNumberFound(number, word))
  }
}

function plainHit(field: SearchHitField): SearchHit {
  return { field, text: '' }
}
