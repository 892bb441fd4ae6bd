import { sealableKinds, type SealableKind } from '../../domain/sealed-content.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** What of somebody's record is sealed, and whose matter that is; null for the circle's. */
export interface SealedPlace {
  readonly kind: SealableKind
  readonly staffId: number | null
}

/** Shape: by person; without those of whom nothing is sealed. At most 1,000 people. */
export async function sealedPlacesOf(
  db: LedgerReader | LedgerTransaction,
  residentIds: readonly number[],
): Promise<ReadonlyMap<number, readonly SealedPlace[]>> {
  if (residentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('sealedMatter')
    .select(['residentId', 'kind', 'staffId'])
    .where('residentId', 'in', residentIds)
    .where('content', '!=', '')
    .execute()
  const places = rows.flatMap(({ residentId, kind, staffId }) => {
    const known = sealableKinds.find((one) => one === kind)
    return known === undefined ? [] : [{ residentId, place: { kind: known, staffId: staffId || null } }]
  })
  const people = Map.groupBy(places, ({ residentId }) => residentId)
  return new Map([...people].map(([id, of]) => [id, of.map(({ place }) => place)]))
}

/** The kinds alone, for one of those people. */
export function sealedKindsIn(
  places: ReadonlyMap<number, readonly SealedPlace[]>,
  residentId: number,
): SealableKind[] {
  return (places.get(residentId) ?? []).map(({ kind }) => kind)
}
