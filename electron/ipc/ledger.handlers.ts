import { ledgerChannels, type ChannelOutput, type LedgerChannel } from '../../domain/contract.ts'
import type { Reply } from '../../domain/failure.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import type { HandlerMap } from './handler-map.ts'

/** Forwards the channels that the ledger answers by itself. */
export function ledgerHandlers(
  door: LedgerDoor,
  whenOpen: () => Promise<unknown>,
): HandlerMap<LedgerChannel> {
  const entries = ledgerChannels.map((name) => [
    name,
    async (input: unknown): Promise<Reply<ChannelOutput<typeof name>>> => {
      await whenOpen()
      const reply = await door.ask('channel', { name, input })
      // The worker's operations are typed by the contract; only structured cloning lies between.
      return reply as Reply<ChannelOutput<typeof name>>
    },
  ])
  // Every ledger channel is in the list the entries were made from.
  return Object.fromEntries(entries) as HandlerMap<LedgerChannel>
}
