import { readKeySlots, writeKeySlots } from '../../../db/key/key-file.ts'
import { writePlaceFile } from '../../../electron/place-file.ts'
import { acknowledge } from './acknowledge.ts'
import { nameOfRound } from './round-name.ts'

/*
 * A program of its own: writes the key slots of a ledger and the place of it again and again, each time others.
 */

export interface SmallFileOrder {
  readonly ledgerFile: string
  readonly placeFile: string
  readonly rounds: number
}

const order = JSON.parse(process.argv[2] ?? '{}') as SmallFileOrder
const { slots } = await readKeySlots(order.ledgerFile)
for (let round = 1; round <= order.rounds; round += 1) {
  await writeKeySlots(order.ledgerFile, { ...slots, committeeName: nameOfRound(round) })
  await writePlaceFile(order.placeFile, nameOfRound(round))
  acknowledge(String(round))
}
