import { z } from 'zod'
import { readSmallState, writeSmallStateTwice } from '../db/small-state-file.ts'

/** Where this PC's ledger is. `isFromCopy`: the file itself was broken, which the user must hear. */
export type LedgerPlace =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly ledgerFile: string; readonly isFromCopy: boolean }
  /** It went to another PC; the file is still there. */
  | { readonly kind: 'retired'; readonly ledgerFile: string; readonly retiredOn: string }
  | { readonly kind: 'damaged' }
  /** Another program keeps it from being read: nothing is known to be wrong with it. */
  | { readonly kind: 'blocked' }

const placeSchema = z.strictObject({ ledgerFile: z.string().nullable(), retiredOn: z.string().optional() })
type Place = z.infer<typeof placeSchema>

/** What a place file says; a broken one is never taken for a first run. */
export async function readPlaceFile(path: string): Promise<LedgerPlace> {
  const state = await readSmallState(path, (value) => placeSchema.parse(value))
  switch (state.kind) {
    case 'absent':
      return { kind: 'none' }
    case 'damaged':
    case 'blocked':
      return { kind: state.kind }
    case 'current':
    case 'previous':
      return placeOf(state.value, state.kind === 'previous')
  }
}

function placeOf({ ledgerFile, retiredOn }: Place, isFromCopy: boolean): LedgerPlace {
  if (ledgerFile !== null && retiredOn !== undefined) return { kind: 'retired', ledgerFile, retiredOn }
  if (ledgerFile !== null) return { kind: 'known', ledgerFile, isFromCopy }
  // A kill between the two writings leaves a copy older than the file: a ledger may have been set up since.
  return isFromCopy ? { kind: 'damaged' } : { kind: 'none' }
}

/**
 * Remembers a ledger, or with null that there is none. No copy keeps the ledger named before: it may be removed or moved.
 * Throws: stateFileBlocked, diskFull.
 */
export async function writePlaceFile(path: string, ledgerFile: string | null): Promise<void> {
  await writeSmallStateTwice(path, { ledgerFile })
}

/** Remembers that the ledger went to another PC. Throws: stateFileBlocked, diskFull. */
export async function writeRetiredPlace(path: string, ledgerFile: string, retiredOn: string): Promise<void> {
  await writeSmallStateTwice(path, { ledgerFile, retiredOn })
}
