import { dirname } from 'node:path'
import { moveLedger } from '../ledger-move.ts'
import { readPlaceFile, writePlaceFile } from '../place-file.ts'
import { plainDoor } from './plain-door.ts'

/** Runs as a process of its own until it is killed: moves the ledger to and fro between two folders. */
const [placeFile = '', oneFolder = '', otherFolder = ''] = process.argv.slice(2)
const door = plainDoor()

for (let count = 0; ; count += 1) {
  const place = await readPlaceFile(placeFile)
  if (place.kind !== 'known') throw new Error(`the place is ${place.kind}`)
  const from = place.ledgerFile
  await door.ask('resume', { filePath: from })
  await moveLedger({
    from,
    folder: dirname(from) === oneFolder ? otherFolder : oneFolder,
    keptName: `kept-${process.pid}.db`,
    door,
    readPlace: () => readPlaceFile(placeFile),
    writePlace: (ledgerFile) => writePlaceFile(placeFile, ledgerFile),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
  process.stdout.write(`${count}\n`)
}
