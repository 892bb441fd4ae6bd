import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { collectMisses, type Bench, type Experiment } from '../experiment.ts'
import { releasedVersions } from '../released/released-ledgers.ts'
import { calls, makeControlFile, type Fault } from '../shim/fault-control.ts'
import type { FaultyUpgradeOrder, FaultyUpgradeReport } from '../work/faulty-upgrades.ts'
import { runProgram } from '../work/start-program.ts'
import { upgradeCase, type UpgradeCase } from '../work/upgrade-case.ts'

interface BadDisk {
  readonly name: string
  readonly fault: Omit<Fault, 'failAt'>
  /** The codes that say what is the matter. */
  readonly codes: readonly string[]
}

const writing = calls.write + calls.name

const badDisks: readonly BadDisk[] = [
  { name: 'full disk', fault: { calls: writing, error: 'ENOSPC', isSticky: true }, codes: ['diskFull'] },
  {
    name: 'full disk, half a write',
    fault: { calls: calls.write, error: 'ENOSPC', isSticky: true, isShort: true },
    codes: ['diskFull'],
  },
  {
    name: 'failed flush',
    fault: { calls: calls.sync, error: 'EIO', isSticky: false },
    codes: ['ledgerDamaged', 'migrationFailed'],
  },
  {
    name: 'failed write',
    fault: { calls: calls.write, error: 'EIO', isSticky: false },
    codes: ['ledgerDamaged', 'migrationFailed'],
  },
  {
    name: 'read-only medium',
    fault: { calls: calls.openForWriting + calls.name + calls.remove, error: 'EROFS', isSticky: true },
    // A disk that lets itself be written at first and no longer is a broken one.
    codes: ['ledgerReadOnly', 'ledgerDamaged'],
  },
]

/** A migration on a disk that is full, breaks or is read-only, or with a clock five years back. */
export const migrationOnABadDisk: Experiment = {
  id: 'M6',
  what: 'migration with a full, failing or read-only disk at every k-th call; clock 5 years back',
  run: async (bench) => {
    const { misses, expect } = collectMisses()
    let triedCount = 0
    const seenCodes = new Set<string>()
    for (const version of releasedVersions) {
      const upgrade = upgradeCase(bench.folder, version, 60)
      const try_ = async (name: string, faults: readonly Fault[], day: string) => {
        const reports = await runFaulty(bench, upgrade, faults, day)
        triedCount += reports.length
        for (const [index, report] of reports.entries()) {
          const where = `version ${version}, ${name}, call ${faults[index]?.failAt ?? 0}`
          for (const problem of report.problems) expect(false, `${where}: ${problem}`)
        }
        return reports
      }
      const counting = { calls: writing, error: 'EIO', failAt: 0, isSticky: false } as const
      const [clockBack] = await try_('clock back', [counting], '2021-11-25')
      expect(
        clockBack?.code === 'none',
        `version ${version}: with the clock back it ends with ${String(clockBack?.code)}`,
      )
      for (const { name, fault, codes } of badDisks) {
        const [counted] = await try_(name, [{ ...fault, failAt: 0 }], '2026-11-25')
        const faults = spread(counted?.seenCount ?? 0, bench).map((failAt): Fault => ({ ...fault, failAt }))
        const reports = await try_(name, faults, '2026-11-25')
        for (const [index, { code, failedCount }] of reports.entries()) {
          seenCodes.add(code)
          // An error while the finished work is tidied up is nobody's loss.
          const isExpected = failedCount === 0 || code === 'none' || codes.includes(code)
          expect(isExpected, `version ${version}, ${name}, call ${faults[index]?.failAt ?? 0}: ${code}`)
        }
        // Which of the calls are tried depends on how many the migration makes; one of them must be told as what it is.
        const told = reports.map(({ code }) => code).filter((code) => code !== 'none')
        expect(told.length > 0, `version ${version}, ${name}: no call was told`)
      }
    }
    return { triedCount, misses, note: `answers: ${[...seenCodes].sort().join(' ')}` }
  },
}

function spread(callCount: number, { size }: Bench): number[] {
  const count = Math.min(callCount, size({ fast: 6, ci: 100, release: 400 }))
  return [
    ...new Set(Array.from({ length: count }, (_, index) => Math.floor((index * callCount) / count) + 1)),
  ]
}

async function runFaulty(
  { folder }: Bench,
  upgrade: UpgradeCase,
  faults: readonly Fault[],
  day: string,
): Promise<readonly FaultyUpgradeReport[]> {
  const room = join(folder, 'watched')
  mkdirSync(room, { recursive: true })
  const control = join(folder, 'control')
  makeControlFile(control)
  const order: FaultyUpgradeOrder = { folder: room, control, upgrade, faults, day }
  const acks = await runProgram('faulty-upgrades.ts', order, { shim: { folder: room, control } })
  return acks.map((ack) => JSON.parse(ack) as FaultyUpgradeReport)
}
