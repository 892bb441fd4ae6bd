import type { CalendarDate } from './calendar-date.ts'
import {
  citizenCheckCharacter,
  classifyIdNumber,
  normaliseIdNumber,
  upgradeFifteenDigits,
  type IdNumberReading,
} from './id-number.ts'

/** What would have to have happened for the number to be meant. */
export type IdNumberSlip =
  'fifteenDigits' | 'checkMissing' | 'lookAlike' | 'swapped' | 'checkCharacter' | 'oneDigit'

export interface IdNumberCandidate {
  readonly idNumber: string
  readonly slip: IdNumberSlip
}

/** Shape: what is known of the person from elsewhere; null where nothing is. */
interface KnownFacts {
  readonly birthOn: CalendarDate | null
  readonly sex: '1' | '2' | null
}

const nothingKnown: KnownFacts = { birthOn: null, sex: null }
const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  D: '0',
  Q: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
}
const wholeNumber = /^\d{17}[\dX]$/

/**
 * Sound numbers that differ from a faulty one by a usual slip, the likeliest first, to be offered and never applied:
 * several of them pass the checksum, and only the card says which is right. Empty for a sound number.
 */
export function idNumberCandidates(
  text: string,
  todayOn: CalendarDate,
  known: KnownFacts = nothingKnown,
): readonly IdNumberCandidate[] {
  const typed = normaliseIdNumber(text)
  if (classifyIdNumber(typed, todayOn).ok) return []
  const seen = new Set<string>([typed])
  return slipsOf(typed).filter(({ idNumber }) => {
    const isNew = !seen.has(idNumber)
    seen.add(idNumber)
    return isNew && agrees(classifyIdNumber(idNumber, todayOn), known)
  })
}

function slipsOf(typed: string): IdNumberCandidate[] {
  const named = (slip: IdNumberSlip, numbers: readonly string[]) =>
    numbers.map((idNumber) => ({ idNumber, slip }))
  if (/^\d{15}$/.test(typed)) return named('fifteenDigits', [upgradeFifteenDigits(typed) ?? ''])
  if (/^\d{17}$/.test(typed)) return named('checkMissing', [typed + citizenCheckCharacter(typed)])
  if (!wholeNumber.test(typed)) return named('lookAlike', [unlikeLetters(typed)])
  return [
    ...named('swapped', neighboursSwapped(typed)),
    ...named('checkCharacter', [typed.slice(0, 17) + citizenCheckCharacter(typed)]),
    ...named('oneDigit', oneDigitChanged(typed)),
  ]
}

/** A letter at the end may be the check character; nowhere else is there one. */
function unlikeLetters(typed: string): string {
  return [...typed]
    .map((character, at) =>
      character === 'X' && at === 17 ? character : (lookAlikes[character] ?? character),
    )
    .join('')
}

function neighboursSwapped(typed: string): string[] {
  return Array.from(
    { length: 16 },
    (_, at) => `${typed.slice(0, at)}${typed.charAt(at + 1)}${typed.charAt(at)}${typed.slice(at + 2)}`,
  )
}

function oneDigitChanged(typed: string): string[] {
  return Array.from({ length: 17 }, (_, at) => at).flatMap((at) =>
    Array.from({ length: 10 }, (_, digit) => `${typed.slice(0, at)}${digit}${typed.slice(at + 1)}`),
  )
}

function agrees(reading: IdNumberReading, { birthOn, sex }: KnownFacts): boolean {
  if (!reading.ok || reading.warnings.length > 0) return false
  return (birthOn === null || reading.birthOn === birthOn) && (sex === null || reading.sex === sex)
}
