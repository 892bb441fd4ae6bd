import type { Transaction } from 'kysely'
import type { AuditEntryDraft } from '../domain/audit.ts'
import { insertAuditEntries } from './audit/audit.repository.ts'
import { failureOfLedgerError } from './constraint-failure.ts'
import type { Ledger, LedgerReader } from './ledger.ts'
import type { LedgerSchema } from './schema.ts'

/**
 * The only handle that can write, and only a transaction that leaves a trace gives it out.
 * While it is in scope, statements on `ledger.db` would wait for its end for ever.
 */
export type LedgerTransaction = Transaction<LedgerSchema>

/** What a transaction answers: its value, and what it did in at least one audit entry. */
export interface Recorded<T> {
  readonly value: T
  readonly entries: readonly [AuditEntryDraft, ...AuditEntryDraft[]]
}

/** All of the work and its audit entries, or none of it. Throws: FailureError for what the user can act on. */
export async function inTransaction<T>(
  ledger: Ledger,
  work: (trx: LedgerTransaction) => Promise<Recorded<T>>,
): Promise<T> {
  try {
    return await ledger.writer.transaction().execute(async (trx) => {
      const { value, entries } = await work(trx)
      const { clock, bootId, actor } = ledger
      const moment = { at: clock.nowAt(), localOn: clock.todayOn(), bootId, actor }
      await insertAuditEntries(trx, moment, entries)
      return value
    })
  } catch (error) {
    throw failureOfLedgerError(error)
  }
}

/** Writes what is half filled in, and can write nothing else. */
export type DraftTransaction = Transaction<Pick<LedgerSchema, 'formDraft'>>

/**
 * The one way to write without a trace: a form is kept every second while it is typed in, is no record yet, and its
 * saving leaves the trace. Throws: FailureError for what the user can act on.
 */
export async function inDraftTransaction(
  ledger: Pick<Ledger, 'writer'>,
  work: (trx: DraftTransaction) => Promise<void>,
): Promise<void> {
  try {
    await ledger.writer.transaction().execute((trx) => work(trx.$pickTables<'formDraft'>()))
  } catch (error) {
    throw failureOfLedgerError(error)
  }
}

/** Several reads of one moment: no transaction of another request gets between them. */
export async function inOneMoment<T>(
  ledger: Pick<Ledger, 'writer'>,
  work: (db: LedgerReader) => Promise<T>,
): Promise<T> {
  return ledger.writer.connection().execute(work)
}
