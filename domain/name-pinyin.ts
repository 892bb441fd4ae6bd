import { pinyin } from 'pinyin-pro'
import { compoundSurnames } from './codes/compound-surnames.ts'
import { surnameOtherReadings, surnameReadings } from './codes/surname-readings.ts'
import { foldHan } from './han-folding.ts'
import { pinyinSyllables } from './pinyin-text.ts'

export interface NamePinyin {
  /** Shape: wangxiaoming */
  readonly full: string
  /** Shape: wxm */
  readonly initials: string
  /** Shape: syllables apart, so that names sort by syllable and not by letter. */
  readonly sortKey: string
}

const readings: Readonly<Record<string, string>> = surnameReadings
const otherReadings: Readonly<Record<string, string>> = surnameOtherReadings
const han = /\p{Script=Han}/u
const separator = '\u00b7'

/** How a name is read, with the readings that surnames have; the pinyin a person gives wins over all of them. */
export function namePinyin(name: string, ownPinyin = ''): NamePinyin {
  const own = pinyinSyllables(ownPinyin, hanCount(name))
  return fromSyllables(own.length > 0 ? own : syllablesOf(name))
}

/** Both readings of a name whose surname families read differently, whichever is this person's; empty for all others. */
export function bothNamePinyins(name: string): readonly NamePinyin[] {
  const [surname = ''] = name
  const other = otherReadings[foldHan(surname)]
  if (other === undefined) return []
  const [usual = '', ...given] = syllablesOf(name)
  return [usual, other].map((reading) => fromSyllables([reading, ...given]))
}

function hanCount(name: string): number {
  return [...name].filter((character) => han.test(character)).length
}

function fromSyllables(syllables: readonly string[]): NamePinyin {
  return {
    full: syllables.join('').replace(/\s/g, ''),
    initials: syllables.map((syllable) => syllable[0] ?? '').join(''),
    sortKey: syllables.join(' '),
  }
}

function syllablesOf(name: string): readonly string[] {
  return name
    .split(separator)
    .flatMap((part) => (han.test(part) ? hanSyllables(part) : part.toLowerCase().split(/\s+/)))
    .filter((syllable) => syllable !== '')
}

function hanSyllables(part: string): readonly string[] {
  const characters = [...part]
  const surname = [2, 1]
    .map((length) => foldHan(characters.slice(0, length).join('')))
    .find((start) => start in readings || compoundSurnames.has(start))
  const overridden = surname === undefined ? undefined : readings[surname]
  if (surname !== undefined && overridden !== undefined)
    return [...overridden.split(' '), ...read(characters.slice([...surname].length).join(''), 'off')]
  // The library knows surnames by their simplified characters alone.
  const start = surname ?? foldHan(characters[0] ?? '')
  return read(start + characters.slice([...start].length).join(''), 'head')
}

function read(text: string, surname: 'head' | 'off'): readonly string[] {
  const only = onlyReadings(text)
  if (only !== undefined) return only
  const syllables = pinyin(text, { toneType: 'none', type: 'array', surname, v: true })
  return syllables.map((syllable) => syllable.toLowerCase())
}

/** Shape: character to its one reading, or to null where it has several. */
const knownReadings = new Map<string, string | null>()

/** The readings of a text in which no character has a choice: the library looks for words, which takes it long. */
function onlyReadings(text: string): readonly string[] | undefined {
  const readings: string[] = []
  for (const character of text) {
    const reading = onlyReading(character)
    if (reading === null) return undefined
    readings.push(reading)
  }
  return readings
}

function onlyReading(character: string): string | null {
  const known = knownReadings.get(character)
  if (known !== undefined) return known
  const all = new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }))
  const [only = character] = all
  // What the library can't read it gives back.
  const reading = all.size === 1 && only !== character ? only.toLowerCase() : null
  knownReadings.set(character, reading)
  return reading
}
