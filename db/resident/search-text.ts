import { foldHan } from '../../domain/han-folding.ts'

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
