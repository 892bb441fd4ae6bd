import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listBackups } from '../../../db/backup/backup-folder.ts'
import type { Experiment } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { readImage } from '../shim/disk-image.ts'
import { cutPower, type AfterCut } from '../shim/power-cuts.ts'
import { readRecording } from '../shim/recording.ts'
import { addSomebody, backUp, makeKeptOffice, openKept } from '../work/backup-office.ts'
import { runProgram } from '../work/start-program.ts'
import type { StickOrder } from '../work/stick-desk.ts'

const carriedCount = 3

/** A stick is pulled without a word: whatever was said to be on it is there, byte for byte, and nothing half is offered. */
export const pulledStick: Experiment = {
  id: 'R2-stick',
  what: 'stick pulled at a point of carrying three backups of one name to it: drop, subset, torn',
  run: async ({ folder, size }) => {
    const office = await makeKeptOffice(join(folder, 'data', 'office.ledger'))
    const ledger = openKept(office)
    const sources: string[] = []
    for (let index = 0; index < carriedCount; index += 1) {
      await addSomebody(ledger, index)
      const place = join(folder, `source-${index}`)
      mkdirSync(place)
      // All of one name, so that one could take the place of another.
      sources.push(join(place, 'backup.llbak'))
      copyFileSync(await backUp(ledger, office.key), sources[index] ?? '')
    }
    closeOffice(ledger)
    const stick = join(folder, 'stick')
    mkdirSync(stick)
    const before = readImage(stick)
    const log = join(folder, 'recording')
    const order: StickOrder = { sources, folder: stick }
    await runProgram('stick-desk.ts', order, { shim: { folder: stick, log } })
    const whole = sources.map((source) => readFileSync(source))
    const report = await cutPower({
      before,
      events: readRecording(log),
      after: readImage(stick),
      pointCount: size({ fast: 90, ci: 600, release: 3000 }),
      seed: 127,
      stepOf: (ack) => (ack.startsWith('carried') ? Number(ack.split(' ')[1]) : null),
      inspect: async (cut) => Promise.resolve(stateOf(cut, whole)),
    })
    return {
      triedCount: report.pointCount,
      misses: report.lost,
      note: `${report.distinctCount} different sticks`,
    }
  },
}

/** How many of the backups are there, of which each needs those before it. */
function stateOf(folder: string, whole: readonly Buffer[]): AfterCut {
  const offered = listBackups(folder).map(({ filePath }) => readFileSync(filePath))
  const strange = offered.filter((bytes) => !whole.some((one) => one.equals(bytes)))
  if (strange.length > 0) return { wrong: 'a backup is offered that is none of those that were carried' }
  const half = readdirSync(folder).filter((name) => !name.endsWith('.part')).length - offered.length
  if (half > 0) return { wrong: `${half} halves have the name of a backup` }
  const missing = whole.findIndex((one) => !offered.some((bytes) => bytes.equals(one)))
  const count = missing < 0 ? whole.length : missing
  return offered.length === count ? { states: [count] } : { wrong: 'an older backup gave way to a newer one' }
}
