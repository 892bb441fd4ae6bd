import type { DataTag } from '@tanstack/react-query'
import type { ChannelInput, ChannelName, ChannelOutput } from '../../domain/contract.ts'
import { ask } from './ledger-client.ts'

type Key<C extends ChannelName> = readonly [C, ChannelInput<C>]

/** Named, because the compiler would else write out the whole contract at every use. */
interface LedgerQuery<C extends ChannelName> {
  readonly queryKey: DataTag<Key<C>, ChannelOutput<C>>
  readonly queryFn: () => Promise<ChannelOutput<C>>
}

/** The react-query options of one request; its key begins with the channel, so a channel can be invalidated. */
export function ledgerQuery<C extends ChannelName>(channel: C, input: ChannelInput<C>): LedgerQuery<C> {
  // The tag is a mark of the compiler's: it tells what is kept under the key.
  const queryKey = [channel, input] as const as LedgerQuery<C>['queryKey']
  return { queryKey, queryFn: () => ask(channel, input) }
}
