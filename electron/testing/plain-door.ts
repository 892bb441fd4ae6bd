import { openLedger, closeLedger, type Ledger } from '../../db/ledger.ts'
import { testKey } from '../../db/testing/test-key.ts'
import { fixedClock } from '../../domain/testing/builders.ts'
import { failed, FailureError, success } from '../../domain/failure.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'

/** The ledger's door without the worker behind it: the same real ledger on this thread. */
export function plainDoor(): Pick<LedgerDoor, 'ask'> & { readonly ledger: () => Ledger | undefined } {
  let ledger: Ledger | undefined
  const close = () => {
    if (ledger !== undefined) closeLedger(ledger)
    ledger = undefined
  }
  return {
    ledger: () => ledger,
    ask: async (kind, input) => {
      close()
      if (kind === 'pause') return success({})
      try {
        // Moving asks for nothing besides closing and opening.
        const { filePath } = input as { readonly filePath: string }
        ledger = openLedger({ filePath, key: testKey, clock: fixedClock() })
        return success({})
      } catch (error) {
        if (error instanceof FailureError) return failed(error.failure.code)
        throw error
      }
    },
  }
}
