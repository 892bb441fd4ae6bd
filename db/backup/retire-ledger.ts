import type { AuditAction } from '../../domain/audit.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'

/** What changes nothing that a backup would have to hold. */
const harmless: readonly AuditAction[] = [
  'signedIn',
  'signInFailed',
  'locked',
  'unlocked',
  'unlockFailed',
  'denied',
  'revealed',
  'sealedViewed',
  'clockDoubted',
  'printed',
  'savedAsPdf',
  'paperFailed',
  'backedUp',
  'ledgerRetired',
  'ledgerReactivated',
]

/**
 * Writes down that the ledger goes on at another PC.
 * Throws: backupOutdated unless a backup that was carried away holds everything that is in it.
 */
export async function retireLedger(ledger: Ledger): Promise<void> {
  await inTransaction(ledger, async (trx) => {
    if (!(await isCarriedAway(trx))) throw new FailureError('backupOutdated')
    return { value: null, entries: [{ action: 'ledgerRetired', objectType: 'ledger' }] }
  })
}

async function isCarriedAway(db: LedgerReader): Promise<boolean> {
  const carried = await db
    .selectFrom('auditEntry')
    .select('detail')
    .where('action', '=', 'backedUp')
    .where('detail', 'like', '%"reason":"usb"%')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (carried === undefined) return false
  const { seq } = JSON.parse(carried.detail) as { readonly seq: number }
  const later = await db
    .selectFrom('auditEntry')
    .select('seq')
    .where('seq', '>', seq)
    .where('action', 'not in', harmless)
    .limit(1)
    .executeTakeFirst()
  return later === undefined
}
