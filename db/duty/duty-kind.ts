import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** How a kind of work finds what somebody answers for, and gives it to somebody else. */
export interface DutyKind {
  readonly countOf: (db: LedgerReader, staffId: number) => Promise<number>
  readonly handOver: (trx: LedgerTransaction, from: number, to: number) => Promise<void>
}
