import { pinyin } from 'pinyin-pro'
import { surnameReadings } from './codes/surname-readings.ts'

export interface NamePinyin {
  /** Shape: wangxiaoming */
  readonly full: string
  /** Shape: wxm */
  readonly initials: string
  /** Shape: syllables apart, so that names sort by syllable and not by letter. */
  readonly sortKey: string
}

const readings: Readonly<Record<string, string>> = surnameReadings
const han = /\p{Script=Han}/u

/** How a name is read, with the readings that surnames have; a reading of the person's own, syllables apart, wins. */
export function namePinyin(name: string, ownPinyin = ''): NamePinyin {
  const own = ownPinyin
    .toLowerCase()
    .split(/\s+/)
    .filter((syllable) => syllable !== '')
  const syllables = own.length > 0 ? own : syllablesOf(name)
  return {
    full: syllables.join('').replace(/\s/g, ''),
    initials: syllables.map((syllable) => syllable[0] ?? '').join(''),
    sortKey: syllables.join(' '),
  }
}

function syllablesOf(name: string): readonly string[] {
  return name
    .split('\u00b7')
    .flatMap((part) => (han.test(part) ? hanSyllables(part) : part.toLowerCase().split(/\s+/)))
    .filter((syllable) => syllable !== '')
}

function hanSyllables(part: string): readonly string[] {
  const characters = [...part]
  const surnameLength = [2, 1].find((length) => characters.slice(0, length).join('') in readings)
  const overridden =
    surnameLength === undefined
      ? []
      : (readings[characters.slice(0, surnameLength).join('')] ?? '').split(' ')
  const rest = surnameLength === undefined ? part : characters.slice(surnameLength).join('')
  const read = pinyin(rest, {
    toneType: 'none',
    type: 'array',
    surname: surnameLength === undefined ? 'head' : 'off',
    v: true,
  })
  return [...overridden, ...read.map((syllable) => syllable.toLowerCase())]
}
