import type { DeskEvent } from '../../domain/channel-names.ts'
import type {
  ChannelInput,
  ChannelName,
  ChannelOutput,
  LedgerClient,
  Progress,
} from '../../domain/contract.ts'
import type { Failure } from '../../domain/failure.ts'

declare global {
  interface Window {
    readonly ledger: LedgerClient
    readonly ledgerEvents: {
      /** Answers the function that ends listening. */
      readonly onProgress: (listener: (progress: Progress) => void) => () => void
      readonly onDesk: (listener: (event: DeskEvent) => void) => () => void
    }
  }
}

/** News of long work and of the desk, pushed by main. */
export const ledgerEvents = window.ledgerEvents

/** An expected failure on its way to a page; its sentence comes from the labels. */
export class LedgerFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'LedgerFailure'
    this.failure = failure
  }
}

/**
 * The value of a reply.
 * Throws: LedgerFailure when the reply is a failure.
 */
export async function ask<C extends ChannelName>(
  channel: C,
  input: ChannelInput<C>,
): Promise<ChannelOutput<C>> {
  const reply = await window.ledger[channel](input)
  if (reply.ok) return reply.value
  throw new LedgerFailure(reply.failure)
}

/** The failure in whatever was thrown; what nobody expected has the one general sentence. */
export function failureOf(error: unknown): Failure {
  return error instanceof LedgerFailure ? error.failure : { code: 'unexpected' }
}
