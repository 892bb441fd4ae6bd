import type { ChannelInput, ChannelOutput, LedgerChannel, Progress } from '../domain/contract.ts'
import type { LedgerKey } from './key/ledger-key.ts'
import type { Ledger } from './ledger.ts'

/** What an operation may use besides its input. */
export interface OperationContext {
  readonly reportProgress: (progress: Progress) => void
  /** For the work on accounts, which seals it under other passwords. */
  readonly key: LedgerKey
  /** True once the user asked to stop; long work checks it between batches. */
  readonly isCancelled: () => boolean
}

type LedgerOperation<C extends LedgerChannel> = (
  ledger: Ledger,
  input: ChannelInput<C>,
  context: OperationContext,
) => Promise<ChannelOutput<C>>

export type LedgerOperations<C extends LedgerChannel = LedgerChannel> = {
  readonly [K in C]: LedgerOperation<K>
}
