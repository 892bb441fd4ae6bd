import type { LedgerTransaction } from '../transaction.ts'
import { auditHead } from './audit.queries.ts'
import { insertDisclosures } from './disclosure.repository.ts'

/** Writes down who stands on a list that leaves; its entry is the first that this transaction writes. */
export async function recordDisclosures(
  trx: LedgerTransaction,
  residentIds: readonly number[],
): Promise<void> {
  const auditSeq = (await auditHead(trx)).seq + 1
  await insertDisclosures(
    trx,
    [...new Set(residentIds)].map((residentId) => ({ residentId, auditSeq })),
  )
}
