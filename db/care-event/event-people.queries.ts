import { addressText } from '../../domain/address.ts'
import type { LedgerReader } from '../ledger.ts'

/** Shape: what lists say of a person something hangs on. */
interface PersonOfRow {
  readonly residentName: string
  readonly address: string
}

/** Shape: by id; without those in the recycle bin. At most 1,000 people. */
export async function peopleOfRows(
  db: LedgerReader,
  residentIds: readonly number[],
): Promise<ReadonlyMap<number, PersonOfRow>> {
  if (residentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('resident')
    .innerJoin('household', 'household.id', 'resident.householdId')
    .leftJoin('dwelling', 'dwelling.id', 'household.dwellingId')
    .leftJoin('building', 'building.id', 'dwelling.buildingId')
    .select(['resident.id', 'resident.name', 'currentAddress'])
    .select(['building.name as building', 'dwelling.unit', 'dwelling.room'])
    .where('resident.id', 'in', [...new Set(residentIds)])
    .where('removedAt', 'is', null)
    .execute()
  return new Map(
    rows.map(({ id, name, currentAddress, building, unit, room }) => {
      const dwelling = building === null ? null : { building, unit: unit ?? '', room: room ?? '' }
      return [id, { residentName: name, address: addressText(dwelling, currentAddress) }]
    }),
  )
}
