import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { calls } from '../shim/fault-control.ts'
import type { FaultSomewhere, FileWork } from '../work/disturbed-order.ts'
import { disturb, disturbedScene } from './disturbed-files.ts'

/** What the office may be told; everything else that is written on the way is told in its own words. */
const codes: Partial<Readonly<Record<FileWork, readonly string[]>>> = {
  backup: ['backupDiskFull', 'diskFull'],
  restore: ['backupDiskFull', 'restoreDiskFull', 'diskFull'],
  keys: ['diskFull'],
  place: ['diskFull'],
  stick: ['stickFull'],
  export: ['fileNotWritten'],
}

const full = { calls: calls.write + calls.name, error: 'ENOSPC', isSticky: true } as const
const faults = [
  full,
  { ...full, calls: calls.write, isShort: true },
  { ...full, calls: calls.write, isSticky: false },
]

/** The disk is full from some write on, or once, or after half a write, while a backup is made or brought back. */
export const fullDiskInBackup: Experiment = {
  id: 'F1-backup',
  what: 'ENOSPC at every k-th write of backup, restore, keys, place, stick, list: told, nothing lost',
  run: fillTheDisk,
}

async function fillTheDisk({ folder, size }: Bench): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const scene = await disturbedScene(folder)
  const most = size({ fast: 3, ci: 20, release: 400 })
  let [triedCount, refusedCount] = [0, 0]
  for (const work of ['backup', 'restore', 'keys', 'place', 'stick', 'export'] as const) {
    // A small file has few writes.
    const points = ['backup', 'restore'].includes(work) ? most : Math.ceil(most / 5)
    for (const report of await disturb(scene, work, everywhere(points))) {
      const { fault, code, failedCount, problems } = report
      triedCount += 1
      const at = `${work}: at write ${fault.failAt}${fault.isSticky ? ' and on' : ''}`
      for (const problem of problems) expect(false, `${at}: ${problem}`)
      expect(failedCount > 0, `${at}: the disk never was full`)
      expect(code === 'none' || codes[work]?.includes(code) === true, `${at}: ${code}`)
      if (code !== 'none') refusedCount += 1
    }
  }
  expect(refusedCount > triedCount / 2, `only ${refusedCount} of ${triedCount} were noticed`)
  return { triedCount, misses, note: `${refusedCount} refused, the rest unharmed` }
}

function everywhere(points: number): readonly FaultSomewhere[] {
  return faults.flatMap((fault) =>
    Array.from({ length: points }, (_, index) => ({ ...fault, at: index / points })),
  )
}
