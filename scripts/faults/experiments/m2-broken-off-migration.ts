import { readFileSync, rmSync, statSync } from 'node:fs'
import { collectMisses, type Bench, type Experiment } from '../experiment.ts'
import { openOfficeAsItIs, openOfficeAt } from '../office-ledger.ts'
import { codeOfFailing } from '../oracle/failure-code.ts'
import { wholeDigest } from '../oracle/table-digests.ts'
import { releasedVersions } from '../released/released-ledgers.ts'
import { breakingAt, pendingStatementCount, withNext } from '../work/next-migration.ts'
import { startProgram } from '../work/start-program.ts'
import { roomWith, upgradeCase, type UpgradeCase } from '../work/upgrade-case.ts'
import type { UpgradeOrder } from '../work/upgrade-order.ts'

const peopleCount = 60

/** A migration that breaks off before any of its statements leaves the file as it was, and the next start migrates. */
export const brokenOffMigration: Experiment = {
  id: 'M2',
  what: 'error thrown, SQL error, kill at every statement of every migration',
  run: async (bench) => {
    const { misses, expect } = collectMisses()
    let triedCount = 0
    for (const version of releasedVersions) {
      const upgrade = upgradeCase(bench.folder, version, peopleCount)
      const last = pendingStatementCount(withNext(upgrade.next), version)
      for (let index = 0; index <= last; index += 1) {
        // A kill needs a process of its own; the fast tier takes the first, the last and the commit.
        const isKilled = bench.size({ fast: 0, ci: 1, release: 1 }) === 1 || index === 0 || index >= last - 1
        const ways = isKilled ? (['throw', 'statement', 'kill'] as const) : (['throw', 'statement'] as const)
        for (const way of ways) {
          await breakOff(bench, upgrade, index, way, expect)
          triedCount += 1
        }
      }
    }
    return { triedCount, misses }
  },
}

async function breakOff(
  { folder }: Bench,
  upgrade: UpgradeCase,
  index: number,
  way: 'throw' | 'statement' | 'kill',
  expect: (holds: boolean, sentence: string) => void,
): Promise<void> {
  const where = `version ${upgrade.version}, ${way} at statement ${index}`
  const room = roomWith(folder, 'broken', upgrade.seedFile)
  if (way === 'kill') {
    const order: UpgradeOrder = {
      filePath: room.filePath,
      fromVersion: upgrade.version,
      next: upgrade.next,
      dieAt: index,
    }
    const { signal, errorText } = await startProgram('upgrade.ts', order).end
    expect(signal === 'SIGKILL', `${where}: it was not killed ${errorText}`)
  } else {
    const all = breakingAt(withNext(upgrade.next), upgrade.version, index, () => {
      if (way === 'throw') throw new Error('on purpose')
      return 'INSERT INTO nowhere VALUES (1)'
    })
    const code = codeOfFailing(() => openOfficeAt(room.filePath, all).close())
    expect(code === 'migrationFailed', `${where}: ${code}`)
    expect(isWalEmpty(room.filePath), `${where}: something is left in the WAL`)
  }
  expect(readFileSync(room.filePath).equals(readFileSync(upgrade.seedFile)), `${where}: the file is changed`)
  const raw = openOfficeAsItIs(room.filePath)
  expect(wholeDigest(raw) === upgrade.oldDigest, `${where}: the ledger holds something else`)
  raw.close()
  const second = openOfficeAt(room.filePath, withNext(upgrade.next))
  expect(wholeDigest(second) === upgrade.newDigest, `${where}: the next start leaves another ledger`)
  second.close()
  rmSync(room.folder, { recursive: true })
}

function isWalEmpty(filePath: string): boolean {
  return (statSync(`${filePath}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0
}
