/** As many characters as maskIdNumber and maskPhone leave. */
export const [shownHead, shownTail] = [3, 4] as const

/** By which parts of numbers people are found: by any, or only by what a masked number shows and by the whole. */
export type NumberSearch = 'anyPart' | 'shownParts'

/** Whether somebody who sees masked numbers alone finds this one by a word; else hidden digits would be found by trying. */
export function isNumberFound(number: string, word: string): boolean {
  if (number === word || !/\d/.test(word)) return number.includes(word)
  // A number too short to keep both ends shows nothing at all.
  if (number.length <= shownHead + shownTail) return false
  return (
    (word.length <= shownTail && number.endsWith(word)) ||
    (word.length <= shownHead && number.startsWith(word))
  )
}
