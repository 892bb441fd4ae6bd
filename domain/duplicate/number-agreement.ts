import { citizenCheckCharacter, normaliseIdNumber, upgradeFifteenDigits } from '../id-number.ts'
import { isCalendarDate } from '../calendar-date.ts'
import { misreading } from '../misreading.ts'
import { hashWithout } from './shared-keys.ts'

/** Shape: a document number brought to the form in which numbers are compared. */
export interface ComparedNumber {
  /** Old 15-digit numbers in their 18-digit form. */
  readonly text: string
  readonly isUpgraded: boolean
  /** Whether check character and date are right; null for numbers that have neither. */
  readonly isSound: boolean | null
}

/** Below this, numbers of different kinds of documents meet by chance. */
const shortestMisread = 8

/** Marks in a hash for what no character is. */
const [anyCharacter, swapMark] = [2 ** 24, 2 ** 25]
const none: readonly number[] = []

/** A document number as it is compared. */
export function comparedNumber(idNumber: string): ComparedNumber {
  const plain = normaliseIdNumber(idNumber)
  const upgraded = upgradeFifteenDigits(plain)
  const text = upgraded ?? plain
  return { text, isUpgraded: upgraded !== undefined, isSound: isEighteen(text) ? isSound(text) : null }
}

/** Whether one may be the other misread: one character is another, or two neighbours are the wrong way round. */
export function isOneErrorApart(one: string, other: string): boolean {
  const [left, right] = [errorProneBody(one), errorProneBody(other)]
  if (one === other || left.length !== right.length || left.length < shortestMisread) return false
  // Somebody whose number was refused will have gone on until the check character fitted.
  return left === right || misreading(left, right) !== undefined
}

/**
 * Hashes of which two numbers share one when they are one error apart at this place, or equal.
 * Shape: none for a number that is too short for the place, else one or two.
 */
export function misreadHashes(text: string, place: number): readonly number[] {
  const length = misreadPlaces(text)
  if (length < shortestMisread || place >= length) return none
  const body = text.slice(0, length)
  const masked = hashWithout(body, place, place + 1, anyCharacter)
  if (place + 1 === length || body[place] === body[place + 1]) return [masked]
  const [here, next] = [body.charCodeAt(place), body.charCodeAt(place + 1)]
  const eitherWay = swapMark + Math.min(here, next) * 2 ** 8 + Math.max(here, next)
  return [masked, hashWithout(body, place, place + 2, eitherWay)]
}

/** How many places the number has in which it may be misread. */
export function misreadPlaces(text: string): number {
  return isEighteen(text) ? 17 : text.length
}

/** The check character follows from the rest, so it is no error of its own. */
function errorProneBody(text: string): string {
  return isEighteen(text) ? text.slice(0, 17) : text
}

function isEighteen(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text)
}

function isSound(text: string): boolean {
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  return citizenCheckCharacter(text.slice(0, 17)) === text[17] && isCalendarDate(birth)
}
