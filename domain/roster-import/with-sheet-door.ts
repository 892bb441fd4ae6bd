import type { FamilyRow } from './join-families.ts'
import type { SheetDoor } from './sheet-door.ts'

/** Somebody of whose door neither the row nor a head says anything lives in the building of the sheet. */
export function withSheetDoor(row: FamilyRow, door: SheetDoor): FamilyRow {
  const { dwelling, currentAddress, residenceStatus } = row.draft
  const isOpen = dwelling === null && currentAddress === '' && row.headRowNumber === null
  // Who is only registered here lives elsewhere.
  if (!isOpen || residenceStatus === 'registeredOnly') return row
  return {
    ...row,
    draft: { ...row.draft, dwelling: { ...door, room: '' } },
    givenFields: [...row.givenFields, 'building'],
  }
}
