import { z } from 'zod'
import { ageOn } from './age.ts'
import { isCalendarDate } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'
import { provinces } from './codes/region-province.ts'
import { passportIssuer } from './passport.ts'

export const idDocumentTypes = [
  'citizenId',
  'hkMacaoTaiwanResidencePermit',
  'foreignPermanentResidence',
  'passport',
  'hkMacaoTravelPermit',
  'taiwanTravelPermit',
  'birthCertificate',
  'other',
  'none',
] as const
export const idDocumentTypeSchema = z.enum(idDocumentTypes)
export type IdDocumentType = z.infer<typeof idDocumentTypeSchema>

export type IdNumberFault =
  'format' | 'checksum' | 'impossibleDate' | 'futureDate' | 'tooOld' | 'excelPrecisionLost' | 'fifteenDigits'

/** Nothing of this refuses a number: cards with abolished codes are still valid. */
type IdNumberWarning = 'unknownRegion' | 'eitherCentury' | 'unusualPassport'

export type IdNumberReading =
  | {
      readonly ok: true
      readonly documentType: IdDocumentType
      readonly idNumber: string
      readonly birthOn: CalendarDate | null
      readonly sex: '1' | '2' | null
      readonly warnings: readonly IdNumberWarning[]
    }
  | { readonly ok: false; readonly reason: IdNumberFault; readonly suggestion?: string }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'
const oldestAge = 130

/** The document number as it is compared and stored: half-width, upper case, without spaces and hyphens. */
export function normaliseIdNumber(text: string): string {
  return text
    .replace(/\u00d7|\u2169|\u2179/g, 'X')
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff'\u2018\u2019-]/g, '')
    .toUpperCase()
}

/** The 18th character that belongs to the first 17 digits. Source: GB 11643-1999. */
export function citizenCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, position) => total + weight * Number(first17[position]), 0)
  return checkCharacters[sum % 11] ?? ''
}

/** The 18-digit form of an old number, or undefined where it can't be told. Source: GB 11643-1989. */
export function upgradeFifteenDigits(text: string): string | undefined {
  // Sequences 996 to 999 were kept for people born before 1900.
  if (!/^\d{15}$/.test(text) || /99[6-9]$/.test(text)) return undefined
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`
  return first17 + citizenCheckCharacter(first17)
}

/** Reads an identity number and tells whose kind it is, the birth date and the sex. Source: DOMAIN 2.1 to 2.4. */
export function classifyIdNumber(text: string, todayOn: CalendarDate): IdNumberReading {
  const idNumber = normaliseIdNumber(text)
  if (/^\d+(\.\d+)?E\+?\d+$/.test(idNumber)) return { ok: false, reason: 'excelPrecisionLost' }
  if (/^\d{17}[\dX]$/.test(idNumber)) return classifyEighteen(idNumber, todayOn)
  if (/^\d{15}$/.test(idNumber)) {
    const suggestion = upgradeFifteenDigits(idNumber)
    return { ok: false, reason: 'fifteenDigits', ...(suggestion === undefined ? {} : { suggestion }) }
  }
  if (/^[A-Z]{3}\d{12}$/.test(idNumber)) return classifyOldPermanentResidence(idNumber, todayOn)
  return { ok: false, reason: 'format' }
}

function classifyEighteen(idNumber: string, todayOn: CalendarDate): IdNumberReading {
  if (citizenCheckCharacter(idNumber) !== idNumber[17]) {
    return { ok: false, reason: idNumber.endsWith('000') ? 'excelPrecisionLost' : 'checksum' }
  }
  const birth = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  const fault = birthFault(birth, todayOn)
  if (fault !== undefined) return { ok: false, reason: fault }
  const documentType = documentTypeOfEighteen(idNumber)
  return {
    ok: true,
    documentType,
    idNumber,
    birthOn: isCalendarDate(birth) ? birth : null,
    sex: sexOfDigit(idNumber[16]),
    warnings: isKnownRegion(documentType, idNumber) ? [] : ['unknownRegion'],
  }
}

function documentTypeOfEighteen(idNumber: string): IdDocumentType {
  if (idNumber.startsWith('9')) return 'foreignPermanentResidence'
  return /^8[123]0000/.test(idNumber) ? 'hkMacaoTaiwanResidencePermit' : 'citizenId'
}

function isKnownRegion(documentType: IdDocumentType, idNumber: string): boolean {
  if (documentType === 'hkMacaoTaiwanResidencePermit') return true
  // The first digit of a foreigner's card only says that it is one; citizens are registered in no region of 81 to 83.
  if (documentType === 'foreignPermanentResidence') return idNumber.slice(1, 3) in provinces
  return idNumber.slice(0, 2) in provinces && !idNumber.startsWith('8')
}

function sexOfDigit(digit: string | undefined): '1' | '2' {
  return Number(digit) % 2 === 1 ? '1' : '2'
}

function birthFault(birth: string, todayOn: CalendarDate): IdNumberFault | undefined {
  if (!isCalendarDate(birth)) return 'impossibleDate'
  if (birth > todayOn) return 'futureDate'
  return ageOn(birth, todayOn) > oldestAge ? 'tooOld' : undefined
}

/** Source: ICAO 9303 check digit, used by the permanent residence cards issued before 2023-12. */
function icaoCheckDigit(first14: string): number {
  const sum = [...first14].reduce((total, character, position) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55
    return total + value * ([7, 3, 1][position % 3] ?? 0)
  }, 0)
  return sum % 10
}

function classifyOldPermanentResidence(idNumber: string, todayOn: CalendarDate): IdNumberReading {
  if (icaoCheckDigit(idNumber.slice(0, 14)) !== Number(idNumber[14])) return { ok: false, reason: 'checksum' }
  const short = `${idNumber.slice(7, 9)}-${idNumber.slice(9, 11)}-${idNumber.slice(11, 13)}`
  const [recent, early] = [`20${short}`, `19${short}`]
  const isRecent = birthFault(recent, todayOn) === undefined
  const birth = isRecent ? recent : early
  const fault = birthFault(birth, todayOn)
  if (fault !== undefined) return { ok: false, reason: fault }
  return {
    ok: true,
    documentType: 'foreignPermanentResidence',
    idNumber,
    birthOn: isCalendarDate(birth) ? birth : null,
    sex: sexOfDigit(idNumber[13]),
    warnings: isRecent && birthFault(early, todayOn) === undefined ? ['eitherCentury'] : [],
  }
}

const documentPatterns: Partial<Record<IdDocumentType, RegExp>> = {
  passport: /^(?:[A-Z0-9]{5,20}|[PS]\.\d{7})$/,
  hkMacaoTravelPermit: /^[HM]\d{8}(\d{2})?$/,
  taiwanTravelPermit: /^(\d{8}|\d{10})$/,
  birthCertificate: /^[A-Z]\d{9}$/,
  other: /^.{1,40}$/,
}

/** Reads a number against the kind of document the clerk chose. */
export function checkDocumentNumber(
  documentType: IdDocumentType,
  text: string,
  todayOn: CalendarDate,
): IdNumberReading {
  const idNumber = normaliseIdNumber(text)
  const unread = { documentType, birthOn: null, sex: null, warnings: [] } as const
  if (documentType === 'none') {
    return idNumber === '' ? { ok: true, idNumber, ...unread } : { ok: false, reason: 'format' }
  }
  const pattern = documentPatterns[documentType]
  if (pattern !== undefined) {
    if (!pattern.test(idNumber)) return { ok: false, reason: 'format' }
    const isUnusual = documentType === 'passport' && passportIssuer(idNumber) === undefined
    return { ok: true, idNumber, ...unread, warnings: isUnusual ? ['unusualPassport'] : [] }
  }
  const reading = classifyIdNumber(idNumber, todayOn)
  if (reading.ok && reading.documentType !== documentType) return { ok: false, reason: 'format' }
  return reading
}

export type IdCell =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: 'excelPrecisionLost' }

/** The text of a spreadsheet cell in an ID column; a number has lost its last digits and is refused. */
export function idNumberFromCell(value: unknown): IdCell {
  if (typeof value === 'number' || typeof value === 'bigint') {
    const digits = String(value)
    const isShort = typeof value === 'number' && Number.isSafeInteger(value) && digits.length < 15
    return isShort ? { ok: true, text: digits } : { ok: false, reason: 'excelPrecisionLost' }
  }
  return { ok: true, text: typeof value === 'string' ? value : '' }
}
