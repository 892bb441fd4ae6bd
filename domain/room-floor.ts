import { basementWords, floorWords, mezzanineWord } from './codes/address-words.ts'

/** Shape: the storey a room is on, below the ground with a minus; or the one between two storeys. */
export type RoomFloor = number | 'mezzanine'

const most = 99
const numbered = /^0?(\d{1,2})\d{2}[A-Za-z]?$/
const dashed = /^(\d{1,2})[-\u2014\u2013](\d{1,3})[A-Za-z]?$/
const lettered = /^(\d{1,2})[A-Za-z]\d{0,2}$/
const below = new RegExp(`^(?:-|[Bb]|${basementWords.join('|')})(\\d)(?:\\d{2}|[-\u2014\u2013]\\d{1,3})?$`)
const said = new RegExp(`^(\\d{1,2})(?:${floorWords.join('|')})`)

/** The floor that a room's number tells; null where it tells none, as for shops and rooms with names. Source: DOMAIN 6.3. */
export function floorOfRoom(room: string): RoomFloor | null {
  const cleaned = room.normalize('NFKC').trim()
  if (cleaned.includes(mezzanineWord)) return 'mezzanine'
  const basement = below.exec(cleaned)?.[1]
  if (basement !== undefined) return Number(basement) === 0 ? null : -Number(basement)
  for (const pattern of [said, numbered, dashed, lettered]) {
    const floor = pattern.exec(cleaned)?.[1]
    if (floor !== undefined) return floorIn(floor)
  }
  return null
}

function floorIn(digits: string): number | null {
  const floor = Number(digits)
  return floor >= 1 && floor <= most ? floor : null
}

/** The room after this one on the same stairs: its last number is one higher; empty where there is no number. */
export function nextRoom(room: string): string {
  const [, head = '', digits = '', tail = ''] = /^(.*?)(\d+)(\D*)$/.exec(room) ?? []
  if (digits === '') return ''
  return `${head}${String(Number(digits) + 1).padStart(digits.length, '0')}${tail}`
}
