import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { channelNames } from '../../domain/channel-names.ts'
import { contract, type ChannelName } from '../../domain/contract.ts'
import { failed, FailureError, type Reply } from '../../domain/failure.ts'
import { logUnexpected } from '../log.ts'
import { appOrigin } from '../security.ts'
import { isOwnContents } from '../window.ts'
import type { Gatekeeper } from './gatekeeper.ts'
import type { HandlerMap } from './handler-map.ts'
import { parseInput } from './parse-input.ts'

// The preload's names and the contract's are the same set, or this does not compile.
const everyChannel = channelNames satisfies readonly ChannelName[]
type Unlisted = Exclude<ChannelName, (typeof channelNames)[number]>
type NothingUnlisted = [Unlisted] extends [never] ? HandlerMap : never

/** The one loop over the contract: trusted sender, right person, parse, call, wrap failure. */
export function registerHandlers(
  handlers: NothingUnlisted,
  mayPass: Gatekeeper,
  devOrigin: string | undefined,
): void {
  for (const channel of everyChannel) {
    ipcMain.handle(channel, (event, input: unknown) =>
      answer(channel, handlers, mayPass, event, input, devOrigin),
    )
  }
}

async function answer(
  channel: ChannelName,
  handlers: HandlerMap,
  mayPass: Gatekeeper,
  event: IpcMainInvokeEvent,
  input: unknown,
  devOrigin: string | undefined,
): Promise<Reply<unknown>> {
  if (!isTrusted(event, devOrigin)) return failed('unexpected')
  const refusal = await mayPass(channel)
  if (refusal !== null) return { ok: false, failure: refusal }
  const parsed = parseInput(contract[channel].input, input)
  if (!parsed.ok) return parsed
  try {
    // The input was parsed by the very schema this handler's type is derived from.
    const handler = handlers[channel] as (
      value: unknown,
      context: { contentsId: number },
    ) => Promise<Reply<unknown>>
    const reply = await handler(parsed.value, { contentsId: event.sender.id })
    // An answer that breaks the contract is our own mistake: found while developing, never paid for by users.
    if (devOrigin !== undefined && reply.ok) contract[channel].output.parse(reply.value)
    return reply
  } catch (error) {
    if (error instanceof FailureError) return { ok: false, failure: error.failure }
    logUnexpected(channel, error)
    return failed('unexpected')
  }
}

function isTrusted(event: IpcMainInvokeEvent, devOrigin: string | undefined): boolean {
  const frame = event.senderFrame
  if (frame === null || frame !== event.sender.mainFrame || !isOwnContents(event.sender.id)) return false
  if (frame.url.startsWith(`${appOrigin}/`)) return true
  return devOrigin !== undefined && new URL(frame.url).origin === new URL(devOrigin).origin
}
