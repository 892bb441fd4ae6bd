import { parseDwelling, type DwellingParts } from '../address.ts'
import { roomAlone, sheetNameEnd, unitAndRoom } from '../codes/address-words.ts'

/** What the name of a sheet says of where its people live. */
export type SheetDoor = Pick<DwellingParts, 'building' | 'unit'>

/** The building, and perhaps the unit, that a sheet is named after; null for any other name. */
export function doorOfSheet(name: string): SheetDoor | null {
  const bare = name.normalize('NFKC').replace(/\s/g, '').replace(sheetNameEnd, '')
  const door = parseDwelling(bare)
  return door === undefined || door.room !== '' ? null : { building: door.building, unit: door.unit }
}

/** An address below the name of its sheet, where 1-201 is a unit and a room; what says more by itself stays as it is. */
export function addressBelow(
  { building, unit }: SheetDoor,
  address: string,
  own: DwellingParts | undefined,
): DwellingParts | undefined {
  if (own !== undefined && (own.building === building || !unitAndRoom.test(address))) return own
  const whole = parseDwelling(`${building}${address}`)
  if (whole === undefined || !roomAlone.test(whole.room)) return own
  return { building, unit: whole.unit === '' ? unit : whole.unit, room: whole.room }
}
