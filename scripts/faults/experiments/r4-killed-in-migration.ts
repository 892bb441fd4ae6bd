import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { openOfficeAsItIs, openOfficeAt } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { wholeDigest } from '../oracle/table-digests.ts'
import { randomOf } from '../random.ts'
import { releasedVersions } from '../released/released-ledgers.ts'
import { calls, liftFault, makeControlFile, setFault } from '../shim/fault-control.ts'
import { withNext } from '../work/next-migration.ts'
import { startProgram } from '../work/start-program.ts'
import { roomWith, upgradeCase, type UpgradeCase } from '../work/upgrade-case.ts'
import type { UpgradeOrder } from '../work/upgrade-order.ts'

const peopleCount = 600
const anyCall = calls.write + calls.sync + calls.openForWriting + calls.truncate + calls.name

/** Ends the program with kill -9 while it migrates: half of the times at a call, half at a moment. */
export const killedInMigration: Experiment = {
  id: 'R4',
  what: 'kill -9 during a migration from each version',
  run: async (bench) => {
    const { misses, expect } = collectMisses()
    const times = bench.size({ fast: 6, ci: 50, release: 300 })
    let newCount = 0
    for (const version of releasedVersions) {
      const upgrade = upgradeCase(bench.folder, version, peopleCount)
      const callCount = await countCalls(bench, upgrade)
      const random = randomOf(version)
      for (let time = 0; time < times; time += 1) {
        const how =
          time % 2 === 0
            ? { atCall: Math.floor(((time + random.next()) / times) * callCount) + 1 }
            : { afterMs: random.next() * 120 }
        newCount += await killOnce(bench, upgrade, `${version}-${time}`, how, expect)
      }
    }
    const triedCount = times * releasedVersions.length
    return {
      triedCount,
      misses,
      note: `${newCount} were new already, ${triedCount - newCount} still old`,
    } satisfies Outcome
  },
}

type Moment = { readonly atCall: number } | { readonly afterMs: number }

async function countCalls({ folder }: Bench, upgrade: UpgradeCase): Promise<number> {
  const room = roomWith(folder, `count-${upgrade.version}`, upgrade.seedFile)
  const control = join(folder, `count-control-${upgrade.version}`)
  makeControlFile(control)
  setFault(control, { calls: anyCall, error: 'dies', failAt: 0, isSticky: false })
  await startProgram('upgrade.ts', orderOf(upgrade, room.filePath), {
    shim: { folder: room.folder, control },
  }).end
  return liftFault(control).seenCount
}

/** Answers 1 when the ledger was found migrated. */
async function killOnce(
  { folder }: Bench,
  upgrade: UpgradeCase,
  name: string,
  how: Moment,
  expect: (holds: boolean, sentence: string) => void,
): Promise<number> {
  const room = roomWith(folder, name, upgrade.seedFile)
  const control = join(folder, 'control')
  makeControlFile(control)
  if ('atCall' in how)
    setFault(control, { calls: anyCall, error: 'dies', failAt: how.atCall, isSticky: false })
  const program = startProgram('upgrade.ts', orderOf(upgrade, room.filePath), {
    shim: { folder: room.folder, control },
    onAck: (_ack, count) => {
      if (count === 1 && 'afterMs' in how) setTimeout(() => program.kill(), how.afterMs)
    },
  })
  const { acks, code, errorText } = await program.end
  if (code !== null && code !== 0) throw new Error(errorText)
  const raw = openOfficeAsItIs(room.filePath)
  const digest = wholeDigest(raw)
  for (const fault of faultsOf(raw)) expect(false, `${name}: ${fault}`)
  raw.close()
  const isNew = digest === upgrade.newDigest
  expect(isNew || digest === upgrade.oldDigest, `${name}: neither the old ledger nor the new one`)
  expect(isNew || !acks.includes('migrated'), `${name}: said to be migrated, but the old ledger is there`)
  const second = openOfficeAt(room.filePath, withNext(upgrade.next))
  expect(wholeDigest(second) === upgrade.newDigest, `${name}: the second start leaves another ledger`)
  second.close()
  rmSync(room.folder, { recursive: true })
  return isNew ? 1 : 0
}

function orderOf(upgrade: UpgradeCase, filePath: string): UpgradeOrder {
  return { filePath, fromVersion: upgrade.version, next: upgrade.next }
}
