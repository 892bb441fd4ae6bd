import type { ImportLikeness } from '../import-report.ts'
import { misreading } from '../misreading.ts'

type NumberLikeness = Extract<
  ImportLikeness,
  'sameNumber' | 'idOneDigit' | 'idTransposed' | 'idDigitMissing' | 'idPrecision'
>

/** Unit: digits; all that a spreadsheet program keeps of a number. */
const keptDigits = 15

/** How a damaged document number may have come from a sound one; undefined where no usual slip leads from one to the other. */
export function numberLikeness(damaged: string, sound: string): NumberLikeness | undefined {
  if (damaged === '' || sound === '') return undefined
  if (damaged === sound) return 'sameNumber'
  if (isCutShort(damaged, sound)) return 'idPrecision'
  const slip = misreading(damaged, sound)
  if (slip !== undefined) return slip === 'swap' ? 'idTransposed' : 'idOneDigit'
  const [short, long] = damaged.length < sound.length ? [damaged, sound] : [sound, damaged]
  return long.length === short.length + 1 && isOneLess(short, long) ? 'idDigitMissing' : undefined
}

/** 610103194308151000 and 6.10103194308151E+17 of 610103194308151021. */
function isCutShort(damaged: string, sound: string): boolean {
  const [, mantissa] = /^(\d(?:\.\d+)?)E\+?\d+$/.exec(damaged) ?? []
  const digits = mantissa?.replace('.', '') ?? (damaged.endsWith('000') ? damaged : '')
  const kept = digits.slice(0, keptDigits)
  // Shown with fewer digits it may be anybody of that day.
  return kept.length === keptDigits && sound.length > keptDigits && sound.startsWith(kept)
}

function isOneLess(short: string, long: string): boolean {
  let place = 0
  while (place < short.length && short[place] === long[place]) place += 1
  return short.slice(place) === long.slice(place + 1)
}
