import { digitsForNumeral, parseDwelling } from '../address.ts'
import {
  buildingMark,
  buildingWords,
  placeBeyond,
  roomAlone,
  roomWords,
  unitWords,
} from '../codes/address-words.ts'
import { dateInsteadOfAddress } from '../codes/import-header-aliases.ts'
import type { ResidenceStatus } from '../codes/residence-status.ts'
import type { DwellingDraft } from '../resident.ts'
import type { ImportField } from '../roster-import.ts'
import { statedText } from './cell-text.ts'
import { isSheetDate, type SheetCell } from './roster-table.ts'
import { addressBelow, type SheetDoor } from './sheet-door.ts'
import type { IssueList } from './row-issues.ts'

export interface DwellingReading {
  readonly dwelling: DwellingDraft | null
  readonly currentAddress: string
}

type AddressField = Extract<ImportField, 'address' | 'building' | 'unit' | 'room'>

/** The dwelling of a row: its own columns first, the address as a whole for what they leave open. */
export function readDwelling(
  cellOf: (field: AddressField) => SheetCell | undefined,
  residenceStatus: ResidenceStatus | null,
  list: IssueList,
  sheetDoor: SheetDoor | null = null,
): DwellingReading {
  const text = (field: AddressField) => addressText(cellOf(field), field, list)
  const part = (field: AddressField) => text(field).normalize('NFKC').replace(/\s/g, '')
  const [address, building, unit] = [text('address'), part('building'), part('unit')]
  // Who is only registered here lives at the address named, not behind one of the doors.
  const isElsewhere = residenceStatus === 'registeredOnly' && placeBeyond.test(address)
  const own = address === '' || isElsewhere ? undefined : parseDwelling(address)
  const isBelow = sheetDoor !== null && address !== '' && !isElsewhere
  const split = isBelow ? addressBelow(sheetDoor, address, own) : own
  // Beside columns for building and unit, a column for the door holds the room.
  const isRoom = building !== '' && split === undefined && roomAlone.test(address)
  const room = part('room') || (isRoom ? address.normalize('NFKC') : '')
  // A unit or a room in columns of its own stands below the name of the sheet; an address that can't be split does not.
  const rest = address === '' && `${unit}${room}` !== '' ? sheetDoor : null
  const dwelling = {
    building: building === '' ? (split?.building ?? rest?.building ?? '') : buildingName(building),
    unit: unit === '' ? (split?.unit ?? rest?.unit ?? '') : digitsForNumeral(withoutEnd(unit, unitWords)),
    room: room === '' ? (split?.room ?? '') : withoutEnd(room, roomWords),
  }
  if (dwelling.building !== '') return { dwelling, currentAddress: isElsewhere ? address : '' }
  const hasParts = dwelling.unit !== '' || dwelling.room !== ''
  if (address === '' && !hasParts) return { dwelling: null, currentAddress: '' }
  const isRefused = list.issues.some(({ code }) => code === 'addressIsDate')
  if (!isRefused && !isElsewhere) list.warn('addressNotSplit', address === '' ? 'building' : 'address')
  return { dwelling: null, currentAddress: [address, unit, room].filter((part) => part !== '').join(' ') }
}

/** The text of an address cell; a date there was 3-1 once, a number as large as 200000 was 2E5, and both are refused. */
export function addressText(cell: SheetCell | undefined, field: ImportField, list: IssueList): string {
  const text = statedText(cell)
  const exponent = exponentOf(cell, text)
  if (exponent !== undefined) {
    list.refuse('addressIsExponent', field, { likely: exponent })
    return ''
  }
  if (!isSheetDate(cell) && !dateInsteadOfAddress.test(text)) return text
  const likely = doorOfDate(cell, text)
  list.refuse('addressIsDate', field, likely === undefined ? {} : { likely })
  return ''
}

/** The 3-1 that became a day of the year it was typed in, or the 2-3-4 that became one of 2002. */
function doorOfDate(cell: SheetCell | undefined, text: string): string | undefined {
  const date = isSheetDate(cell) ? cell.dateOn : text.replace(/ .*$/, '').replace(/[/.\u5e74\u6708]/g, '-')
  const [first, second, third] = date
    .replace(/\u65e5$/, '')
    .split('-')
    .map(Number)
  if (first === undefined || second === undefined || Number.isNaN(first + second)) return undefined
  // Two parts: a month and a day alone.
  if (third === undefined || third === 0) return first > 31 ? undefined : `${first}-${second}`
  const isBuilding = first >= 2001 && first <= latestBuilding
  return isBuilding ? `${first - 2000}-${second}-${third}` : `${second}-${third}`
}

/** Unit: year; a later one is that in which two parts were typed. */
const latestBuilding = 2015

/** Unit: a room with so large a round number does not exist. */
const smallestExponent = 10_000

/** The 2E5 or 12E3 that a spreadsheet program took for a number. */
function exponentOf(cell: SheetCell | undefined, text: string): string | undefined {
  const [, mantissa, power] = /^(\d+(?:\.\d+)?)E\+(\d+)$/i.exec(text) ?? []
  const value = typeof cell === 'number' ? cell : Number(`${mantissa ?? ''}E${power ?? ''}`)
  if (!Number.isInteger(value) || value < smallestExponent || value % 1000 !== 0) return undefined
  const [, head = '', zeros = ''] = /^(\d+?)(0+)$/.exec(value.toFixed(0)) ?? []
  return head.length > 2 ? undefined : `${head}E${zeros.length}`
}

/** A bare number is spelled as a whole address would give it, so that both ways name the same building. */
function buildingName(text: string): string {
  const [word] = buildingWords
  const named = digitsForNumeral(text.replace(buildingMark, word))
  return /^[A-Za-z0-9]+(-[A-Za-z0-9]+)?$/.test(named) ? `${named}${word}` : named
}

function withoutEnd(text: string, words: readonly string[]): string {
  const word = words.find((candidate) => text.endsWith(candidate) && text.length > candidate.length)
  return word === undefined ? text : text.slice(0, -word.length)
}
