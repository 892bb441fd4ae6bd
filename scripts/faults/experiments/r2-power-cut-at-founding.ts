import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, Experiment, Outcome } from '../experiment.ts'
import { closeOffice, createOffice, openOffice } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { wholeDigest } from '../oracle/table-digests.ts'
import { readImage } from '../shim/disk-image.ts'
import { cutPower, type AfterCut } from '../shim/power-cuts.ts'
import { readRecording } from '../shim/recording.ts'
import { runProgram } from '../work/start-program.ts'

/** Cuts the power at many points while a ledger is made: there is none, or a complete one. */
export const powerCutAtFounding: Experiment = {
  id: 'R2-founding',
  what: 'power cut at a point of making a ledger',
  run: cutFounding,
}

async function cutFounding({ folder, size }: Bench): Promise<Outcome> {
  const room = join(folder, 'room')
  mkdirSync(room)
  const before = readImage(room)
  const log = join(folder, 'recording')
  // The folder of the ledger is made with it.
  await runProgram(
    'found.ts',
    { filePath: join(room, 'data', 'office.ledger') },
    { shim: { folder: room, log } },
  )
  const digest = digestOf(join(room, 'data', 'office.ledger'))
  const report = await cutPower({
    before,
    events: readRecording(log),
    after: readImage(room),
    pointCount: size({ fast: 60, ci: 1000, release: 3000 }),
    seed: 31,
    stepOf: (ack) => (ack === 'made' ? 1 : null),
    inspect: async (cutFolder) => Promise.resolve(stateOf(join(cutFolder, 'data', 'office.ledger'), digest)),
  })
  return {
    triedCount: report.pointCount,
    misses: report.lost,
    note: `${report.distinctCount} different disks`,
  }
}

function stateOf(filePath: string, digest: string): AfterCut {
  const state = existsSync(filePath) ? 1 : 0
  if (state === 0) closeOffice(createOffice(filePath))
  return digestOf(filePath) === digest ? { states: [state] } : { wrong: 'a ledger that is not complete' }
}

function digestOf(filePath: string): string {
  const ledger = openOffice(filePath)
  try {
    return [wholeDigest(ledger.raw), ...faultsOf(ledger.raw)].join(' ')
  } finally {
    closeOffice(ledger)
  }
}
