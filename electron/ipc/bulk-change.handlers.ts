import { fewPeople } from '../../domain/bulk.ts'
import type { ChannelOutput } from '../../domain/contract.ts'
import { FailureError, success, valueOf, type Reply } from '../../domain/failure.ts'
import { bulkChangeText } from '../../domain/labels/bulk-change.zh.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import { mayDoInBulk } from '../own-dialogs.ts'
import type { HandlerMap } from './handler-map.ts'

/** Very many people are changed, or changed back, only after a question that no page can answer. */
export function bulkChangeHandlers(
  door: LedgerDoor,
): HandlerMap<'bulkChange.apply' | 'bulkChange.cancel' | 'bulkChange.undo'> {
  return {
    'bulkChange.apply': async (input, { contentsId }) => {
      const asked = { handle: input.handle, verdict: 'change', offset: 0, limit: 1 } as const
      // The worker's operations are typed by the contract; only structured cloning lies between.
      const rows = (await door.ask('channel', { name: 'bulkChange.rows', input: asked })) as Reply<
        ChannelOutput<'bulkChange.rows'>
      >
      const { totalCount } = valueOf(rows)
      if (totalCount > fewPeople && !(await mayDoInBulk(contentsId, dialogTexts.bulkChange(totalCount))))
        throw new FailureError('cancelled')
      return (await door.ask('channel', { name: 'bulkChange.apply', input })) as Reply<
        ChannelOutput<'bulkChange.apply'>
      >
    },
    'bulkChange.undo': async (input, { contentsId }) => {
      const runs = valueOf(
        (await door.ask('channel', { name: 'bulkChange.list', input: {} })) as Reply<
          ChannelOutput<'bulkChange.list'>
        >,
      )
      const run = runs.find(({ id }) => id === input.id)
      if (run === undefined) throw new FailureError('notFound')
      if (run.changedCount > fewPeople) {
        const ownFields = valueOf(
          (await door.ask('channel', { name: 'ownField.list', input: {} })) as Reply<
            ChannelOutput<'ownField.list'>
          >,
        )
        const question = dialogTexts.bulkChangeUndo(bulkChangeText(run.change, ownFields), run.changedCount)
        if (!(await mayDoInBulk(contentsId, question))) throw new FailureError('cancelled')
      }
      return (await door.ask('channel', { name: 'bulkChange.undo', input })) as Reply<
        ChannelOutput<'bulkChange.undo'>
      >
    },
    'bulkChange.cancel': () => {
      door.cancel()
      return Promise.resolve(success({}))
    },
  }
}
