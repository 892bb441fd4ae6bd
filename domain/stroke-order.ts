import { compoundSurnames } from './codes/compound-surnames.ts'
import { strokeCountBlocks } from './codes/stroke-counts.ts'
import { strokeOrderLists } from './codes/stroke-order-lists.ts'

const han = /\p{Script=Han}/u
/** Above every key of a character that has a place. */
const placeless = '~'
const unlisted = 'zz'
const mostGivenCharacters = 3
/** Names that can't be split into surname and given name follow those that start alike and can. */
const unsplit = '9'

/** Filled on first use: most starts of the program sort nothing by strokes. */
let listedKeys: ReadonlyMap<string, string> | undefined

/**
 * A key whose plain text order is that of honour lists: strokes of the first character, their kinds in writing order,
 * families together, and within a family one-character given names first, then character by character.
 * Characters nobody has a stroke number for come last. Shape: ASCII. Source: DOMAIN 7.3, GF 3002-1999.
 */
export function strokeSortKey(name: string): string {
  const characters = [...name].filter((character) => character.trim() !== '')
  const surnameLength = surnameLengthOf(characters)
  const given = characters.length - surnameLength
  const shape =
    surnameLength === 0 ? unsplit : `${surnameLength}${Math.min(Math.max(given, 0), mostGivenCharacters)}`
  const [first = '', ...rest] = characters.map(characterKey)
  // A compound surname's second character decides before the length of what is given.
  const surnameEnd = surnameLength === 2 ? (rest.shift() ?? '') : ''
  return `${first}${shape[0] ?? ''}${surnameEnd}${shape[1] ?? ''}${rest.join('')}`
}

/** How many strokes a character is written with, or undefined where that is not known. Source: Unihan kTotalStrokes. */
export function strokeCountOf(character: string): number | undefined {
  const codePoint = character.codePointAt(0) ?? 0
  const block = strokeCountBlocks.find(
    ({ firstCodePoint, counts }) => codePoint >= firstCodePoint && codePoint < firstCodePoint + counts.length,
  )
  const count = (block?.counts.charCodeAt(codePoint - block.firstCodePoint) ?? 0) - '0'.charCodeAt(0)
  return count > 0 ? count : undefined
}

/** 0 for names that have no surname in front, as Latin ones and those with a dot between their parts. */
function surnameLengthOf(characters: readonly string[]): 0 | 1 | 2 {
  if (!characters.every((character) => han.test(character))) return 0
  return characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1
}

function characterKey(character: string): string {
  listedKeys ??= keysOfLists()
  const listed = listedKeys.get(character)
  if (listed !== undefined) return listed
  const count = strokeCountOf(character)
  const place = (character.codePointAt(0) ?? 0).toString(36).padStart(4, '0')
  return count === undefined ? `${placeless}${place}` : `${countKey(count)}${unlisted}${place}`
}

function keysOfLists(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(strokeOrderLists).flatMap(([count, list]) =>
      [...list].map((character, place): [string, string] => [
        character,
        `${countKey(Number(count))}${place.toString(36).padStart(2, '0')}`,
      ]),
    ),
  )
}

/** Shape: one letter, below the letter for what has no place. */
function countKey(count: number): string {
  return String.fromCharCode('0'.charCodeAt(0) + count)
}
