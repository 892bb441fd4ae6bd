import { dateParts, parseTypedPartialDate } from '../calendar-date.ts'
import type { CalendarDate, PartialDate } from '../calendar-date.ts'
import {
  lunarFiguresSpelled,
  lunarFiguresWithYear,
  lunarWordPrefix,
  lunarYearPrefix,
} from '../codes/import-header-aliases.ts'
import { parseSex, unstatedSex, type Sex } from '../codes/sex.ts'
import { checkDocumentNumber, classifyIdNumber, idNumberFromCell, normaliseIdNumber } from '../id-number.ts'
import type { IdDocumentType, IdNumberFault, IdNumberReading } from '../id-number.ts'
import type { LunarDate } from '../lunar-birth.ts'
import { upgradeFifteenDigits } from '../id-number.ts'
import type { TwoDigitYears } from '../import-report.ts'
import { daysInLunarMonth, isWithinLunarTable, parseLunarText } from '../lunar-date.ts'
import type { ImportIssue } from '../roster-import.ts'
import { dateText, statedText } from './cell-text.ts'
import { isSheetDate, type SheetCell } from './roster-table.ts'
import type { IssueList } from './row-issues.ts'

export interface IdentityReading {
  readonly idDocumentType: IdDocumentType
  readonly idNumber: string
  readonly birthOn: CalendarDate | null
  readonly sex: '1' | '2' | null
}

const noIdentity: IdentityReading = { idDocumentType: 'none', idNumber: '', birthOn: null, sex: null }

const issueOfFault = {
  format: 'idFormat',
  checksum: 'idChecksum',
  impossibleDate: 'idImpossibleDate',
  futureDate: 'idImpossibleDate',
  tooOld: 'idImpossibleDate',
  excelPrecisionLost: 'idPrecisionLost',
  fifteenDigits: 'idFifteenDigits',
} as const satisfies Record<IdNumberFault, ImportIssue['code']>

/** The document number of a cell; what a spreadsheet program damaged is refused and never guessed. */
export function readIdNumber(
  cell: SheetCell | undefined,
  todayOn: CalendarDate,
  list: IssueList,
): IdentityReading {
  const text = idText(cell)
  if (text === undefined) {
    list.refuse('idPrecisionLost', 'idNumber')
    return { ...noIdentity, idNumber: typeof cell === 'number' ? String(cell) : '' }
  }
  if (text === '') return noIdentity
  const reading = classifyAnyDocument(text, todayOn)
  if (!reading.ok) {
    const likely = upgradeFifteenDigits(normaliseIdNumber(text))
    list.refuse(issueOfFault[reading.reason], 'idNumber', likely === undefined ? {} : { likely })
    return { ...noIdentity, idNumber: normaliseIdNumber(text) }
  }
  const { documentType, idNumber, birthOn, sex } = reading
  return { idDocumentType: documentType, idNumber, birthOn, sex }
}

/** Undefined when the number's last digits are gone. */
function idText(cell: SheetCell | undefined): string | undefined {
  // Fifteen digits are the most a spreadsheet program keeps: an old number survives as one.
  if (typeof cell !== 'number' || (Number.isInteger(cell) && /^\d{15}$/.test(String(cell))))
    return statedText(cell)
  const kept = idNumberFromCell(cell)
  return kept.ok ? kept.text : undefined
}

function classifyAnyDocument(text: string, todayOn: CalendarDate): IdNumberReading {
  const number = normaliseIdNumber(text)
  if (/^[HM]\d{8}(\d{2})?$/.test(number)) return checkDocumentNumber('hkMacaoTravelPermit', number, todayOn)
  if (/^[A-Z]{1,2}\d{6,9}$/.test(number)) return checkDocumentNumber('passport', number, todayOn)
  return classifyIdNumber(text, todayOn)
}

/** The sex of the number wins over the one written beside it. */
export function readSex(cell: SheetCell | undefined, identity: IdentityReading, list: IssueList): Sex {
  const text = statedText(cell)
  const written = text === '' ? undefined : parseSex(text)
  if (text !== '' && written === undefined) {
    const isKnown = identity.sex !== null
    list[isKnown ? 'warn' : 'refuse']('sexUnreadable', 'sex', { value: text })
  }
  if (identity.sex !== null) {
    const isStated = written === '1' || written === '2'
    if (isStated && written !== identity.sex) list.warn('sexDiffersFromId', 'sex')
    return identity.sex
  }
  // Whoever corrects the number gets the sex with it.
  const isNumberRefused = list.issues.some(({ field, isRefusal }) => field === 'idNumber' && isRefusal)
  if (text === '' && !isNumberRefused) list.warn('sexUnknown', 'sex')
  return written ?? unstatedSex
}

/** Unit: years; nobody listed today is older. */
const oldestAge = 130

/** The birth date of the number wins; a date nobody can read keeps the row out only where there is no number. */
export function readBirth(
  cell: SheetCell | undefined,
  identity: IdentityReading,
  todayOn: CalendarDate,
  twoDigitYears: TwoDigitYears,
  list: IssueList,
): PartialDate | null {
  const written = writtenBirth(cell, todayOn, twoDigitYears)
  if (typeof written === 'object' && written !== null) {
    list[identity.birthOn === null ? 'refuse' : 'warn'](written.fault, 'birth')
  } else if (written !== null && identity.birthOn !== null && !identity.birthOn.startsWith(written)) {
    list.warn('birthDiffersFromId', 'birth')
  }
  if (identity.birthOn !== null) return partialOf(identity.birthOn)
  return typeof written === 'object' ? null : written
}

type BirthFault = { readonly fault: 'birthUnreadable' | 'birthTwoDigitYear' }

function writtenBirth(
  cell: SheetCell | undefined,
  todayOn: CalendarDate,
  twoDigitYears: TwoDigitYears,
): PartialDate | BirthFault | null {
  const text = isSheetDate(cell)
    ? dateText(cell)
    : typeof cell === 'number'
      ? textOfNumber(cell)
      : statedText(cell)
  if (text === '') return null
  const bare = text.replace(/[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '')
  const typed = parseTypedPartialDate(wholeYear(bare, twoDigitYears, todayOn))
  const isShort = (!typed.ok && typed.reason === 'twoDigitYear') || shortYear.test(shortened(bare))
  if (!typed.ok) return { fault: isShort ? 'birthTwoDigitYear' : 'birthUnreadable' }
  const isPlausible =
    typed.date <= String(todayOn) && typed.date >= String(dateParts(todayOn).year - oldestAge)
  return isPlausible ? typed.date : { fault: 'birthUnreadable' }
}

/** 45-3-2, 450302, 45.3 or 45 with the word for a year; 12.3 may be a day of December. */
const shortYear =
  /^(\d{2}(?=[-./]\d{1,2}[-./\u6708]\d|\u5e74|\d{4}$)|(?:1[3-9]|[2-9]\d)(?=[-./]\d{1,2}\u6708?$))/

function shortened(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/** The text with all of its year, where the clerk has said how two figures are meant. */
function wholeYear(text: string, twoDigitYears: TwoDigitYears, todayOn: CalendarDate): string {
  const [, year] = shortYear.exec(shortened(text)) ?? []
  if (year === undefined || twoDigitYears === 'refused') return text
  const isOver = Number(year) > dateParts(todayOn).year % 100
  const century = twoDigitYears === 'nineteenHundreds' || isOver ? '19' : '20'
  return shortened(text).replace(shortYear, century + year)
}

/** A day number without a date format is still the day: five digits, counted from 1899-12-30. */
function textOfNumber(value: number): string {
  if (!Number.isInteger(value) || value < 10_000 || value > 99_999) return String(value)
  return new Date(Date.UTC(1899, 11, 30 + value)).toISOString().slice(0, 10)
}

/** A complete date is the most a partial one can say. */
function partialOf(date: CalendarDate): PartialDate {
  const typed = parseTypedPartialDate(date)
  if (!typed.ok) throw new RangeError('no such day')
  return typed.date
}

/** The lunar birthday that stands where the civil one should: nobody means a civil day in such words. */
export function isLunarText(cell: SheetCell | undefined): boolean {
  if (typeof cell !== 'string') return false
  const written = statedText(cell).normalize('NFKC').replace(/\s/g, '')
  const isSaidSo = lunarWordPrefix.test(written)
  const text = written.replace(lunarWordPrefix, '').replace(lunarYearPrefix, '')
  return (isSaidSo || !/\d/.test(text)) && parseLunarText(text) !== undefined
}

/** The lunar birthday in words, with its lunar year where one stands before it. */
export function readLunarBirth(cell: SheetCell | undefined, list: IssueList): LunarDate | null {
  const written = statedText(cell).normalize('NFKC').replace(/\s/g, '').replace(lunarWordPrefix, '')
  if (written === '') return null
  // A date cell is a civil day: somebody typed 3-5 and the spreadsheet program made this year's date of it.
  const text = isSheetDate(cell) ? '' : written.replace(lunarFiguresWithYear, lunarFiguresSpelled)
  const year = lunarYearPrefix.exec(text)?.[1]
  const reading = parseLunarText(text.replace(lunarYearPrefix, ''))
  const lunar =
    reading === undefined ? undefined : { ...reading, year: year === undefined ? null : Number(year) }
  if (lunar !== undefined && (lunar.year === null || existsIn(lunar.year, lunar))) return lunar
  list.warn('lunarBirthUnreadable', 'lunarBirth')
  return null
}

function existsIn(year: number, { month, day, isLeap }: LunarDate): boolean {
  if (!isWithinLunarTable(year)) return false
  // Every year has these days, and a year takes long to reckon.
  return (day <= 29 && !isLeap) || day <= daysInLunarMonth(year, month, isLeap)
}
