import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, Experiment, Outcome } from '../experiment.ts'
import { lookAtOffice, openOfficeAsItIs, openOfficeAt } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { wholeDigest } from '../oracle/table-digests.ts'
import { releasedVersions } from '../released/released-ledgers.ts'
import { readImage } from '../shim/disk-image.ts'
import { cutPower, type AfterCut } from '../shim/power-cuts.ts'
import { readRecording } from '../shim/recording.ts'
import { withNext } from '../work/next-migration.ts'
import { runProgram } from '../work/start-program.ts'
import { roomWith, upgradeCase, type UpgradeCase } from '../work/upgrade-case.ts'
import type { UpgradeOrder } from '../work/upgrade-order.ts'

const seed = 29
const peopleCount = 300

/** Cuts the power at many points while a newer version migrates a ledger of each released one. */
export const powerCutInMigration: Experiment = {
  id: 'R2-migration',
  what: 'power cut at a point of a migration from each version',
  run: async (bench) => {
    const pointCount = Math.ceil(bench.size({ fast: 120, ci: 1000, release: 5000 }) / releasedVersions.length)
    const outcomes: Outcome[] = []
    for (const version of releasedVersions) outcomes.push(await cutFrom(bench, version, pointCount))
    return {
      triedCount: outcomes.reduce((sum, one) => sum + one.triedCount, 0),
      misses: outcomes.flatMap((one) => one.misses),
      note: outcomes.map((one) => one.note).join(', '),
    }
  },
}

async function cutFrom({ folder }: Bench, version: number, pointCount: number): Promise<Outcome> {
  const upgrade = upgradeCase(folder, version, peopleCount)
  const room = roomWith(folder, `record-${version}`, upgrade.seedFile)
  const before = readImage(room.folder)
  const log = join(folder, `recording-${version}`)
  const order: UpgradeOrder = { filePath: room.filePath, fromVersion: version, next: upgrade.next }
  await runProgram('upgrade.ts', order, { shim: { folder: room.folder, log } })
  const report = await cutPower({
    before,
    events: readRecording(log),
    after: readImage(room.folder),
    pointCount,
    seed,
    stepOf: (ack) => (ack === 'migrated' ? 1 : null),
    inspect: async (cutFolder) => Promise.resolve(stateOf(cutFolder, upgrade)),
  })
  return {
    triedCount: report.pointCount,
    misses: report.lost,
    note: `${report.distinctCount} different disks`,
  }
}

/** Old or new, never between; the copy is there before anything is new; the second start succeeds. */
function stateOf(folder: string, upgrade: UpgradeCase): AfterCut {
  const filePath = join(folder, 'office.ledger')
  const raw = openOfficeAsItIs(filePath)
  const digest = wholeDigest(raw)
  const [fault] = faultsOf(raw)
  raw.close()
  if (fault !== undefined) return { wrong: fault }
  const state = [upgrade.oldDigest, upgrade.newDigest].indexOf(digest)
  if (state < 0) return { wrong: 'neither the old ledger nor the new one' }
  if (state === 1 && !hasCopyOf(folder, upgrade.oldDigest))
    return { wrong: 'migrated, and no copy of the old ledger' }
  const second = openOfficeAt(filePath, withNext(upgrade.next))
  const secondDigest = wholeDigest(second)
  second.close()
  return secondDigest === upgrade.newDigest
    ? { states: [state] }
    : { wrong: 'the second start leaves another ledger' }
}

function hasCopyOf(folder: string, digest: string): boolean {
  const copies = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.ledger'))
  return copies.some((name) => {
    const raw = lookAtOffice(join(folder, 'backups', name))
    try {
      return wholeDigest(raw) === digest
    } finally {
      raw.close()
    }
  })
}
