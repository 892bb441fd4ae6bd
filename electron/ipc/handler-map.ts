import type { ChannelInput, ChannelName, ChannelOutput } from '../../domain/contract.ts'
import type { Reply } from '../../domain/failure.ts'

interface RequestContext {
  /** The page that asked. */
  readonly contentsId: number
}

/** One handler per channel of the contract: a missing one does not compile. */
export type HandlerMap<C extends ChannelName = ChannelName> = {
  readonly [K in C]: (input: ChannelInput<K>, context: RequestContext) => Promise<Reply<ChannelOutput<K>>>
}
