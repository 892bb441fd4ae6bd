import type { Transaction } from 'kysely'
import { failureOfLedgerError } from './constraint-failure.ts'
import type { Ledger } from './ledger.ts'
import type { LedgerSchema } from './schema.ts'

/** The only handle in scope inside a transaction: statements on `ledger.db` would wait for its end for ever. */
export type LedgerTransaction = Transaction<LedgerSchema>

/** All of the work or none of it. Throws: FailureError for what the user can act on. */
export async function inTransaction<T>(
  ledger: Pick<Ledger, 'db'>,
  work: (trx: LedgerTransaction) => Promise<T>,
): Promise<T> {
  try {
    return await ledger.db.transaction().execute(work)
  } catch (error) {
    throw failureOfLedgerError(error)
  }
}

/** Several reads of one moment: no transaction of another request gets between them. */
export async function inOneMoment<T>(
  ledger: Pick<Ledger, 'db'>,
  work: (db: Ledger['db']) => Promise<T>,
): Promise<T> {
  return ledger.db.connection().execute(work)
}
