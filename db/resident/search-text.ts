import { foldHan } from '../../domain/han-folding.ts'
import { bothNamePinyins } from '../../domain/name-pinyin.ts'

/** Every dot that people type between the parts of a name. */
const nameDots = /[\u00b7\u0387\u16eb\u2022\u2027\u2219\u22c5\u30fb\uff65]/g
const spaces = /\s+/gu

/** Brings a stored text and what is typed to the same shape: half width, lower case, simplified, without dots and spaces. */
export function foldForSearch(text: string): string {
  return foldHan(text.replace(nameDots, '').normalize('NFKC').toLowerCase().replace(spaces, ''))
}

/** The words of a search, folded; every one of them must be found. */
export function searchWords(search: string): string[] {
  const words = search.normalize('NFKC').split(spaces).map(foldForSearch)
  return words.filter((word) => word !== '')
}

/** The shapes in which people look for a phone number: also without the dashes it was noted with. */
export function foldPhone(number: string): readonly string[] {
  return [...new Set([foldForSearch(number), number.replaceAll(/\D/g, '')])]
}

/** Shape: pinyin and initials of a name whose surname families read differently; empty for all others. */
export function bothReadings(name: string): readonly [readonly string[], readonly string[]] {
  // Nobody at the desk can know which of the two a family uses.
  const readings = bothNamePinyins(name)
  return [readings.map(({ full }) => full), readings.map(({ initials }) => initials)]
}
