import { toLedgerKey } from '../key/ledger-key.ts'

/** What all test ledgers are encrypted with. */
export const testKey = toLedgerKey(Buffer.alloc(32, 7))
