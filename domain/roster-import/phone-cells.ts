import { listSeparator, phoneExtension, phoneNote } from '../codes/import-header-aliases.ts'
import { cellLines, statedText } from './cell-text.ts'
import type { SheetCell } from './roster-table.ts'

export interface PhoneReading {
  readonly phones: readonly { readonly number: string; readonly note: string }[]
  readonly hasUnreadable: boolean
}

const mostPhones = 10
const mobile = /^1[3-9]\d{9}$/
const landline = /^(0\d{2,3})?[2-9]\d{6,7}$/
const service = /^(400|800)\d{7}$/
const shortNumber = /^[1-9]\d{4,5}$/
/** Numbers written one after the other with nothing but their remarks between them. */
const runTogether = /(1[3-9]\d{9}(?:\([^()]*\))?)(?=1[3-9]\d{9})/g

/** The phones of one cell, each with the remark beside it. */
export function readPhoneCell(cell: SheetCell | undefined): PhoneReading {
  // As nearly all are written.
  if (typeof cell === 'string' && mobile.test(cell))
    return { phones: [{ number: cell, note: '' }], hasUnreadable: false }
  if (statedText(cell) === '') return { phones: [], hasUnreadable: false }
  const text = cellLines(cell).normalize('NFKC')
  const pieces = text.replace(runTogether, '$1;').split(listSeparator).flatMap(splitOnSpaces)
  const readings = pieces.filter((piece) => piece !== '').map(readPhone)
  const phones = readings.flatMap((phone) => (phone === null ? [] : [phone]))
  const kept = uniquePhones(phones).slice(0, mostPhones)
  return { phones: kept, hasUnreadable: readings.includes(null) || phones.length > mostPhones }
}

/** Phones of several columns or cells, each number once. */
export function uniquePhones<T extends { readonly number: string }>(phones: readonly T[]): T[] {
  return phones.filter((phone, index) => phones.findIndex(({ number }) => number === phone.number) === index)
}

/** Spaces part numbers only where each side is a number by itself: 139 0000 6666 is one. */
function splitOnSpaces(piece: string): string[] {
  const trimmed = piece.trim()
  const parts = trimmed.split(' ')
  return parts.length > 1 && parts.every((part) => readPhone(part) !== null) ? parts : [trimmed]
}

function readPhone(piece: string): { readonly number: string; readonly note: string } | null {
  const note = phoneNote.exec(piece)?.[1]?.trim().slice(0, 60) ?? ''
  const bare = piece.replace(phoneNote, '').trim()
  const word = /^[^\d+(]*[^\d+(:\s]/u.exec(bare)?.[0] ?? ''
  const number = numberOf(bare.slice(word.length).replace(/^[:\s]+/, ''))
  return number === null ? null : { number, note: note === '' ? word.slice(0, 60) : note }
}

/** The number as people write it, without spaces and country code; a landline keeps its hyphens. */
function numberOf(text: string): string | null {
  const compact = text.replace(/\s/g, '').replace(/^(\+86|0086|86(?=-?1[3-9]\d{9}$))-?/, '')
  const digits = compact.replaceAll('-', '')
  if (!/^\d+$/.test(digits)) return withExtension(compact)
  if (mobile.test(digits)) return digits
  if (landline.test(digits) || service.test(digits) || shortNumber.test(digits)) return compact
  return withExtension(compact)
}

function withExtension(compact: string): string | null {
  const parts = phoneExtension.exec(compact)
  const main = parts?.[1]?.replaceAll('-', '') ?? ''
  return landline.test(main) ? compact : null
}
