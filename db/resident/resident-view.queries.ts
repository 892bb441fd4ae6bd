import type { ResidentView } from '../../domain/resident-view.ts'
import type { Resident } from '../../domain/resident.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { residentNames } from './resident-names.queries.ts'
import { getResident } from './resident.queries.ts'
import { residentView } from './resident-view.ts'

/** One person as whoever is at the desk may see them. Throws: notFound, notSignedIn. */
export async function getResidentView(ledger: Ledger, id: number, key: LedgerKey): Promise<ResidentView> {
  return viewOfResident(ledger, await getResident(ledger, id), key)
}

/** The same of a person who was just read. */
export async function viewOfResident(
  ledger: Ledger,
  resident: Resident,
  key: LedgerKey,
): Promise<ResidentView> {
  const { spouseId } = resident
  const names = await residentNames(ledger.db, [spouseId])
  const spouseName = names.get(spouseId ?? 0) ?? ''
  return residentView(resident, actorAt(ledger), { key, spouseName })
}
