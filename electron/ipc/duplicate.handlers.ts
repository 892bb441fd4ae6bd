import { success } from '../../domain/failure.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import type { HandlerMap } from './handler-map.ts'

/** Stopping a search for doubles; everything else about them the ledger answers by itself. */
export function duplicateHandlers(door: Pick<LedgerDoor, 'cancel'>): HandlerMap<'duplicate.cancel'> {
  return {
    'duplicate.cancel': async () => {
      door.cancel()
      return Promise.resolve(success({}))
    },
  }
}
