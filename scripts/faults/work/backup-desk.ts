import { basename } from 'node:path'
import { clockOn, closeOffice, openOffice } from '../office-ledger.ts'
import { contentDigest } from '../oracle/table-digests.ts'
import { acknowledge } from './acknowledge.ts'
import { addSomebody, backUp, keyFrom } from './backup-office.ts'

/*
 * A program of its own: adds somebody, makes a backup, and so on; tells what each backup must hold.
 */

export interface BackupOrder {
  readonly filePath: string
  readonly key: string
  readonly rounds: number
}

const order = JSON.parse(process.argv[2] ?? '{}') as BackupOrder
const key = keyFrom(order.key)
let seconds = 0
/** Which of several backups is the newest is told by the clock. */
const clock = {
  ...clockOn(),
  nowAt: () => new Date(Date.UTC(2026, 10, 25, 1, 0, (seconds += 1))).toISOString(),
}
const ledger = openOffice(order.filePath, clock, key)
acknowledge(`open ${contentDigest(ledger.raw)}`)
for (let round = 1; round <= order.rounds; round += 1) {
  await addSomebody(ledger, round)
  acknowledge(`added ${contentDigest(ledger.raw)}`)
  acknowledge(`kept ${basename(await backUp(ledger, key))}`)
}
closeOffice(ledger)
