import { z } from 'zod'
import { FailureError } from '../../domain/failure.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { lastActionIn } from './database-facts.ts'

const carriedSchema = z.object({ seq: z.int() })

/**
 * Writes down that the ledger goes on at another PC.
 * Throws: backupOutdated unless a backup that was carried away holds everything that is in it.
 */
export async function retireLedger(ledger: Ledger): Promise<void> {
  await inTransaction(ledger, async (trx) => {
    if (!(await isCarriedAway(ledger, trx))) throw new FailureError('backupOutdated')
    return { value: null, entries: [{ action: 'ledgerRetired', objectType: 'ledger' }] }
  })
}

async function isCarriedAway({ raw }: Ledger, db: LedgerReader): Promise<boolean> {
  const carried = await db
    .selectFrom('auditEntry')
    .select('detail')
    .where('action', '=', 'backedUp')
    .where('detail', 'like', '%"reason":"usb"%')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (carried === undefined) return false
  const { seq } = carriedSchema.parse(JSON.parse(carried.detail))
  return (lastActionIn(raw)?.seq ?? 0) <= seq
}
