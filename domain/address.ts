import {
  buildingMark,
  buildingWords,
  chineseDigits,
  directions,
  flatWords,
  floorBeforeRoom,
  heavenlyStems,
  roomWords,
  unitWords,
} from './codes/address-words.ts'

export interface DwellingParts {
  readonly building: string
  readonly unit: string
  readonly room: string
}

const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')

const dash = '[-\u2014\u2013\u4e4b]'
const label = `[A-Za-z0-9${chineseDigits}${heavenlyStems}${directions}]+(?:-\\d+)?`
const wordedPattern = new RegExp(
  `^(?<head>.*?)(?<building>${label}(?:${anyOf(buildingWords)}))` +
    `(?:(?<unit>[A-Za-z0-9${chineseDigits}${directions}]+)(?:${anyOf(unitWords)}))?` +
    `(?<room>[^\\s]*)$`,
)
const dashedPattern = new RegExp(
  `^(?<building>[A-Za-z0-9]+)${dash}(?:(?<unit>[A-Za-z0-9]+)${dash})?(?<room>[A-Za-z0-9]+)$`,
)
/** Only with three parts and a room of three digits: anything less may be a date or a fraction. */
const separatedPattern = /^(?<building>[A-Za-z0-9]{1,4})[/.](?<unit>[A-Za-z0-9]{1,3})[/.](?<room>\d{3,4})$/
const unitDashRoom = new RegExp(`^([A-Za-z0-9]{1,3})${dash}(\\d{3,4}[A-Za-z]?)(?:${anyOf(roomWords)})?$`)
const flatPattern = new RegExp(`^(?<building>.*?(?:${anyOf(flatWords)}))(?<room>.*)$`)
const numeral = `[${chineseDigits.slice(0, 9)}]`
const numeralAtStart = new RegExp(`^(?:(${numeral})?(\u5341))?(${numeral})?(|${anyOf(buildingWords)})$`)
const roomEnd = new RegExp(`(?:${anyOf(roomWords)})$`)

/** The building, unit and room of an address as offices write it, or undefined when it can't be split. Source: DOMAIN 6.3. */
export function parseDwelling(text: string): DwellingParts | undefined {
  const [buildingWord] = buildingWords
  const cleaned = text
    .normalize('NFKC')
    .replace(/[\s,\uff0c]/g, '')
    .replace(buildingMark, buildingWord)
  const dashed = (dashedPattern.exec(cleaned) ?? separatedPattern.exec(cleaned))?.groups
  if (dashed !== undefined) {
    return {
      building: `${dashed['building'] ?? ''}${buildingWord}`,
      unit: dashed['unit'] ?? '',
      room: dashed['room'] ?? '',
    }
  }
  const worded = wordedPattern.exec(cleaned)?.groups
  if (worded !== undefined) {
    return {
      building: `${worded['head'] ?? ''}${digitsForNumeral(worded['building'] ?? '')}`,
      ...unitAndRoom(
        digitsForNumeral(worded['unit'] ?? ''),
        (worded['room'] ?? '').replace(/^[-\u2014\u2013]/, ''),
      ),
    }
  }
  const flat = flatPattern.exec(cleaned)?.groups
  return flat === undefined
    ? undefined
    : { building: flat['building'] ?? '', unit: '', room: (flat['room'] ?? '').replace(roomEnd, '') }
}

/**
 * A building or unit with its number in digits: lists write one building in characters and in digits. A number before
 * the bare word for a storeyed building may be a floor, and stays.
 */
export function digitsForNumeral(text: string): string {
  const [, tens = '', ten = '', ones = '', word = ''] = numeralAtStart.exec(text) ?? []
  if (`${tens}${ten}${ones}` === '' || word === '\u697c') return text
  const digit = (one: string) => (one === '' ? 0 : chineseDigits.indexOf(one) + 1)
  return `${ten === '' ? digit(ones) : (digit(tens) || 1) * 10 + digit(ones)}${word}`
}

/** After a building, 1-301 is unit and room; a floor before the room's number says nothing new. */
function unitAndRoom(unit: string, rest: string): Pick<DwellingParts, 'unit' | 'room'> {
  const dashed = unit === '' ? unitDashRoom.exec(rest) : null
  const room = (dashed?.[2] ?? rest).replace(roomEnd, '').replace(floorBeforeRoom, '')
  return { unit: dashed?.[1] ?? unit, room }
}

/** A dwelling as the office reads it aloud. */
export function formatDwelling({ building, unit, room }: DwellingParts): string {
  const [unitWord] = unitWords
  const unitText =
    unit === ''
      ? ''
      : /^[A-Za-z0-9]+$/.test(unit) || chineseDigits.includes(unit)
        ? `${unit}${unitWord}`
        : unit
  return `${building}${unitText}${room}`
}

/** Where somebody lives, in one line: the dwelling, or for people outside the committee's dwellings what was noted. */
export function addressText(dwelling: DwellingParts | null, currentAddress: string): string {
  return dwelling === null ? currentAddress : formatDwelling(dwelling)
}

/** A key whose plain text order is the order people walk in: numbers, then stems, then directions, then the rest. Source: DOMAIN 6.3. */
export function naturalSortKey(text: string): string {
  const cleaned = text.normalize('NFKC').toLowerCase()
  const runs = cleaned.match(/\d+|[^\d]/gu) ?? []
  return runs.map(runKey).join('')
}

function runKey(run: string): string {
  if (/^\d+$/.test(run)) {
    const digits = run.replace(/^0+(?=\d)/, '')
    // The length first makes 2 come before 10; the run as written keeps 0101 and 101 apart.
    return `1${String.fromCharCode(64 + digits.length)}${digits}`
  }
  const number = chineseDigits.indexOf(run)
  if (number >= 0) return `1${String.fromCharCode(64 + String(number + 1).length)}${String(number + 1)}`
  const stem = heavenlyStems.indexOf(run)
  if (stem >= 0) return `2${String.fromCharCode(65 + stem)}`
  const direction = directions.indexOf(run)
  if (direction >= 0) return `3${String.fromCharCode(65 + direction)}`
  return /[a-z]/.test(run) ? `4${run}` : `5${run}`
}

export function compareNatural(a: string, b: string): number {
  const [keyA, keyB] = [naturalSortKey(a), naturalSortKey(b)]
  if (keyA === keyB) return a < b ? -1 : a > b ? 1 : 0
  return keyA < keyB ? -1 : 1
}
