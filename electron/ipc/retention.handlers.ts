import type { ChannelOutput } from '../../domain/contract.ts'
import { FailureError, type Reply } from '../../domain/failure.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import { mayDoInBulk } from '../own-dialogs.ts'
import type { HandlerMap } from './handler-map.ts'

/** Records are deleted for good only after a question that no page can answer, however few they are. */
export function retentionHandlers(door: LedgerDoor): HandlerMap<'retention.erase'> {
  return {
    'retention.erase': async (input, { contentsId }) => {
      if (!(await mayDoInBulk(contentsId, dialogTexts.erase(input.ids.length))))
        throw new FailureError('cancelled')
      // The worker's operations are typed by the contract; only structured cloning lies between.
      return (await door.ask('channel', { name: 'retention.erase', input })) as Reply<
        ChannelOutput<'retention.erase'>
      >
    },
  }
}
