import { FailureError } from '../../domain/failure.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { lastUsbBackup } from './backup.queries.ts'
import { lastActionIn } from './database-facts.ts'

/**
 * Writes down that the ledger goes on at another PC.
 * Throws: backupOutdated unless a backup that was carried away holds everything that is in it.
 */
export async function retireLedger(ledger: Ledger): Promise<void> {
  await inTransaction(ledger, async (trx) => {
    const carried = await lastUsbBackup({ db: trx })
    const last = lastActionIn(ledger.raw)
    if (carried === null || (last !== null && last.seq > carried.seq))
      throw new FailureError('backupOutdated')
    return { value: null, entries: [{ action: 'ledgerRetired', objectType: 'ledger' }] }
  })
}
