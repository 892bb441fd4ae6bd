import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Clock } from '../../domain/clock.ts'
import type { Actor } from '../../domain/staff.ts'
import { anActor, fixedClock } from '../../domain/testing/builders.ts'
import { makePartialLedger, nameLedgerFile } from '../ledger-making.ts'
import { closeLedger, ledgerFor, openLedger, type Ledger } from '../ledger.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { testKey } from './test-key.ts'

const openedLedgers: Ledger[] = []
const folders: string[] = []

afterAll(() => {
  for (const ledger of openedLedgers.splice(0)) closeLedger(ledger)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own that disappears after the test file, with a name as Windows users have it. */
export function aLedgerFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'linli 台账-'))
  folders.push(folder)
  return folder
}

/** A new ledger with a known key and without an account, whose password would take its time. Throws: FailureError. */
export function makeTestLedger(filePath: string, clock: Clock = fixedClock()): Ledger {
  const committee = {
    committeeName: '幸福里社区居民委员会',
    streetOfficeName: '太乙路街道',
    phone: '029-80000000',
  }
  nameLedgerFile(makePartialLedger({ filePath, key: testKey, committee, isSample: false }), filePath)
  return openLedger({ filePath, key: testKey, clock })
}

/** A real new ledger in a real folder, as set-up makes it, worked on by a director; closed and removed afterwards. */
export function openTestLedger(options: { readonly clock?: Clock; readonly actor?: Actor } = {}): Ledger {
  const ledger = makeTestLedger(join(aLedgerFolder(), '台账.ledger'), options.clock)
  openedLedgers.push(ledger)
  return ledgerFor(ledger, options.actor ?? anActor())
}

/** For tests of what happens inside somebody else's transaction. */
export function inTestTransaction<T>(
  ledger: Ledger,
  work: (trx: LedgerTransaction) => Promise<T>,
): Promise<T> {
  return inTransaction(ledger, async (trx) => ({
    value: await work(trx),
    entries: [{ action: 'changed', objectType: 'ledger' }],
  }))
}
