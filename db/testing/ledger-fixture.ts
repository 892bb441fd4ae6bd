import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Clock } from '../../domain/clock.ts'
import { fixedClock } from '../../domain/testing/builders.ts'
import { closeLedger, createLedger, type Ledger } from '../ledger.ts'

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

/** A real new ledger in a real folder, as set-up makes it; closed and removed after the test file. */
export function openTestLedger(options: { readonly clock?: Clock } = {}): Ledger {
  const ledger = createLedger({
    filePath: join(aLedgerFolder(), '台账.ledger'),
    clock: options.clock ?? fixedClock(),
    committee: {
      committeeName: '幸福里社区居民委员会',
      streetOfficeName: '太乙路街道',
      phone: '029-80000000',
    },
    isSample: false,
  })
  openedLedgers.push(ledger)
  return ledger
}
