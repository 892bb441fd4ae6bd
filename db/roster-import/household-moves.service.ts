import { setImmediate } from 'node:timers/promises'
import { settleHouseholds } from '../household/household.service.ts'
import type { ChangeBy } from '../resident/record-change.service.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { householdIdsOf } from './import-run.queries.ts'
import { moveToHousehold } from './import-run.repository.ts'

const peoplePerBatch = 500

/** Moves people into the household of somebody else; homes they leave empty go. */
export async function joinHouseholds(
  trx: LedgerTransaction,
  moves: readonly { readonly residentId: number; readonly hostId: number }[],
  by: ChangeBy,
): Promise<void> {
  for (let start = 0; start < moves.length; start += peoplePerBatch) {
    const batch = moves.slice(start, start + peoplePerBatch)
    const households = await householdIdsOf(
      trx,
      batch.flatMap(({ residentId, hostId }) => [residentId, hostId]),
    )
    await moveIntoHouseholds(
      trx,
      batch.flatMap(({ residentId, hostId }) => {
        const [from, to] = [households.get(residentId), households.get(hostId)]
        return from === undefined || to === undefined ? [] : [{ residentId, from, to }]
      }),
      by,
    )
    await setImmediate()
  }
}

/** Shape: at most 1,000 moves between households that exist. */
async function moveIntoHouseholds(
  trx: LedgerTransaction,
  moves: readonly { readonly residentId: number; readonly from: number; readonly to: number }[],
  by: ChangeBy,
): Promise<void> {
  const real = moves.filter(({ from, to }) => from !== to)
  for (const { residentId, to } of real) await moveToHousehold(trx, residentId, to)
  const touched = real.flatMap(({ from, to }) => [from, to])
  await settleHouseholds(trx, [...new Set(touched)], [], by, real)
}
