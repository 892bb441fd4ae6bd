import { sql, type Insertable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { madeCalls, madeVisits } from './counted-contacts.ts'

type ReachFigures = Omit<Insertable<LedgerSchema['namelessReach']>, 'id' | 'namelessPersonId'>

interface MadeVisit {
  readonly residentId: number
  readonly householdId: number
  readonly on: string
  readonly kind: string
}

/**
 * In which months these people were reached, and how many visits to their doors are told by nobody who stays, by kind of
 * visit and all together; a visit that several of them tell of counts with the first.
 */
export async function reachFigures(
  trx: LedgerTransaction,
  residentIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ReachFigures[]>> {
  const { rows: visits } = await sql<MadeVisit>`
    SELECT residentId, householdId, "on", kind FROM (${madeVisits})
    WHERE householdId IN (SELECT householdId FROM resident WHERE id IN (${sql.join(residentIds)}))`.execute(
    trx,
  )
  const { rows: calls } = await sql<Pick<MadeVisit, 'residentId' | 'on'>>`
    SELECT residentId, "on" FROM (${madeCalls})
    WHERE result = 'reached' AND residentId IN (${sql.join(residentIds)})`.execute(trx)
  const going = new Set(residentIds)
  const told = new Set(visits.filter(({ residentId }) => !going.has(residentId)).flatMap(doorsOf))
  return new Map(
    residentIds.map((id) => {
      const own = visits.filter(({ residentId }) => residentId === id)
      const months = [...own, ...calls.filter(({ residentId }) => residentId === id)].map(({ on }) =>
        monthOf(on),
      )
      const counts = new Map<string, number>()
      for (const door of own.flatMap(doorsOf)) {
        if (told.has(door)) continue
        told.add(door)
        const [kind = '', , on = ''] = door.split(' ')
        const key = `${kind} ${monthOf(on)}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      return [
        id,
        [
          ...[...new Set(months)].map((month) => ({ month, kind: 'contact', householdCount: 0 })),
          ...[...counts].map(([key, householdCount]) => {
            const [kind = '', month = ''] = key.split(' ')
            return { month, kind, householdCount }
          }),
        ],
      ]
    }),
  )
}

/** A visit to a door counts once among its kind, and once among all. */
function doorsOf({ householdId, on, kind }: MadeVisit): string[] {
  return [`${kind} ${householdId} ${on}`, `all ${householdId} ${on}`]
}

function monthOf(on: string): string {
  return on.slice(0, 7)
}
