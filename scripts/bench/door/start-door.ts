import { Worker } from 'node:worker_threads'
import { startLedgerDoor, type LedgerDoor } from '../../../electron/ledger/ledger-door.ts'

/** The product's own door; what it launches depends on what the build puts in the place of node:worker_threads. */
export function startDoor(): LedgerDoor {
  return startLedgerDoor({
    launch: () => new Worker(new URL('./ledger-worker.js', import.meta.url)),
    onProgress: () => undefined,
    onDeskNews: () => undefined,
    report: () => undefined,
    onLost: () => undefined,
  })
}
