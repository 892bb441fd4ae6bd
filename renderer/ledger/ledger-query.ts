import { queryOptions } from '@tanstack/react-query'
import type { ChannelInput, ChannelName } from '../../domain/contract.ts'
import { ask } from './ledger-client.ts'

/** The react-query options of one request; its key begins with the channel, so a channel can be invalidated. */
export function ledgerQuery<C extends ChannelName>(channel: C, input: ChannelInput<C>) {
  return queryOptions({ queryKey: [channel, input] as const, queryFn: () => ask(channel, input) })
}
