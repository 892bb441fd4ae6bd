import { setImmediate } from 'node:timers/promises'
import type { ResidentDraft } from '../../domain/resident.ts'
import type { Ledger } from '../ledger.ts'
import type { ChangeBy } from '../resident/record-change.service.ts'
import { insertResidents } from '../resident/resident.service.ts'
import { inTransaction } from '../transaction.ts'
import { generateCommunity, type CommunityOptions } from './generate-community.ts'
import { writeSampleClaims } from './write-sample-claims.ts'

const peoplePerBatch = 500

/** Fills an empty ledger with an invented community in one transaction and answers how many people it has. */
export async function writeSampleCommunity(
  ledger: Ledger,
  options: CommunityOptions & {
    /** Unit: households. */
    readonly report?: (doneCount: number, totalCount: number) => void
  },
): Promise<number> {
  const { householdCount, report } = options
  const { actor, clock } = ledger
  const by: ChangeBy = {
    at: clock.nowAt(),
    staffId: actor?.staffId ?? null,
    staffName: actor?.name ?? '',
    source: 'sample',
    reason: '',
  }
  return inTransaction(ledger, async (trx) => {
    let batch: ResidentDraft[] = []
    let residentCount = 0
    let doneCount = 0
    const flush = async () => {
      await insertResidents(trx, batch, by)
      residentCount += batch.length
      batch = []
      report?.(doneCount, householdCount)
      // Lets other messages of the worker through between batches.
      await setImmediate()
    }
    for (const household of generateCommunity(options)) {
      batch.push(...household)
      doneCount += 1
      if (batch.length >= peoplePerBatch) await flush()
    }
    await flush()
    await writeSampleClaims(trx, { seed: options.seed, todayOn: clock.todayOn(), by })
    return {
      value: residentCount,
      entries: [{ action: 'imported', objectType: 'rosterImport', detail: { addedCount: residentCount } }],
    }
  })
}
