import type { LedgerTransaction } from '../transaction.ts'
import { auditHead } from './audit.queries.ts'

/** So that one statement stays below the number of values SQLite takes. */
const rowsPerStatement = 1000

/** Writes down who stands on a list that leaves; its entry is the first that this transaction writes. */
export async function insertDisclosures(
  trx: LedgerTransaction,
  residentIds: readonly number[],
): Promise<void> {
  const auditSeq = (await auditHead(trx)).seq + 1
  const ids = [...new Set(residentIds)]
  for (let start = 0; start < ids.length; start += rowsPerStatement)
    await trx
      .insertInto('disclosure')
      .values(ids.slice(start, start + rowsPerStatement).map((residentId) => ({ residentId, auditSeq })))
      .execute()
}
