import type { LedgerReader } from '../ledger.ts'

interface Visited {
  readonly residentId: number
  readonly isForHousehold: boolean
}

/**
 * Who is visited for an event: whom it is about while that person is here, else of a household its head, else whoever of it
 * is here; null where nobody is.
 */
export async function whoIsVisited(
  db: LedgerReader,
  { residentId, isForHousehold }: Visited,
  exceptId: number | null = null,
): Promise<number | null> {
  const people = await db
    .selectFrom('resident')
    .innerJoin('household', 'household.id', 'householdId')
    .select(['resident.id', 'headResidentId'])
    .where('presence', '=', 'here')
    .where('removedAt', 'is', null)
    .where('householdId', '=', (eb) =>
      eb.selectFrom('resident').select('householdId').where('id', '=', residentId),
    )
    .orderBy('resident.id')
    .execute()
  const here = people.filter(({ id }) => id !== exceptId)
  const own = here.find(({ id }) => id === residentId)
  if (own !== undefined) return own.id
  if (!isForHousehold) return null
  return (here.find(({ id, headResidentId }) => id === headResidentId) ?? here[0])?.id ?? null
}
