import { setImmediate } from 'node:timers/promises'
import type { ResidentDraft } from '../../domain/resident.ts'
import type { Ledger } from '../ledger.ts'
import { insertResidents } from '../resident/resident.service.ts'
import { inTransaction } from '../transaction.ts'
import { generateCommunity } from './generate-community.ts'

const peoplePerBatch = 500

/** Fills an empty ledger with an invented community in one transaction and answers how many people it has. */
export async function writeSampleCommunity(
  ledger: Ledger,
  options: {
    readonly seed: number
    readonly householdCount: number
    readonly report?: (doneCount: number, totalCount: number) => void
  },
): Promise<number> {
  const { seed, householdCount, report } = options
  const now = ledger.clock.nowAt()
  return inTransaction(ledger, async (trx) => {
    let batch: ResidentDraft[] = []
    let residentCount = 0
    let doneHouseholds = 0
    const flush = async () => {
      await insertResidents(trx, batch, now)
      residentCount += batch.length
      batch = []
      report?.(doneHouseholds, householdCount)
      // Lets other messages of the worker through between batches.
      await setImmediate()
    }
    for (const household of generateCommunity({ seed, householdCount, todayOn: ledger.clock.todayOn() })) {
      batch.push(...household)
      doneHouseholds += 1
      if (batch.length >= peoplePerBatch) await flush()
    }
    await flush()
    return residentCount
  })
}
