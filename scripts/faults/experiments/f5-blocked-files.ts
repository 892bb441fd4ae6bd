import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { randomOf } from '../random.ts'
import { calls, type Fault } from '../shim/fault-control.ts'
import { fileWorks, type FaultSomewhere, type FileWork } from '../work/disturbed-order.ts'
import { disturb, disturbedScene } from './disturbed-files.ts'

/** Unit: milliseconds; what ends within two seconds nobody hears of. */
const durations = [100, 1000, 5000]
const unheardOf = 2000
/** Longer than the patience of two copies of one file. */
const slowestMs = 9000

const replacing = calls.name + calls.openToReplace
const allErrors = ['EPERM', 'EBUSY', 'EACCES', 'ENOENT', 'EBADF'] as const
/** What the one says who holds a file; a file that is not there is no file that is held. */
const heldErrors = ['EPERM', 'EBUSY', 'EACCES'] as const

interface Blocked {
  readonly calls: number
  readonly errors: readonly Fault['error'][]
  /** What the office may be told. */
  readonly codes: readonly string[]
}

const blocked: Readonly<Record<FileWork, Blocked>> = {
  backup: { calls: replacing, errors: allErrors, codes: ['backupFolderBlocked'] },
  restore: {
    calls: replacing,
    errors: allErrors,
    codes: ['backupFolderBlocked', 'restoreFolderBlocked', 'stateFileBlocked'],
  },
  keys: { calls: replacing, errors: allErrors, codes: ['stateFileBlocked'] },
  place: { calls: replacing, errors: allErrors, codes: ['stateFileBlocked'] },
  tries: { calls: replacing, errors: allErrors, codes: ['stateFileBlocked'] },
  readKeys: { calls: calls.openToRead, errors: heldErrors, codes: ['keysBlocked'] },
  readPlace: { calls: calls.openToRead, errors: heldErrors, codes: ['placeBlocked'] },
  stick: { calls: replacing, errors: allErrors, codes: ['stickBlocked', 'stickGone'] },
  export: { calls: replacing, errors: allErrors, codes: ['fileNotWritten'] },
}

/** A virus scanner, the folder protection or Excel holds a file for a while. */
export const blockedFiles: Experiment = {
  id: 'F5',
  what: 'files and names blocked for 0.1, 1, 5 s: backup, restore, keys, place, tries, stick, export',
  run: blockFiles,
}

async function blockFiles({ folder, size }: Bench): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const scene = await disturbedScene(folder)
  const [errorCount, pointCount] = [
    size({ fast: 1, ci: 2, release: 5 }),
    // One alone may fall where a restore is through and its keys may wait: that nobody needs to hear of.
    size({ fast: 2, ci: 2, release: 8 }),
  ]
  let [triedCount, refusedCount] = [0, 0]
  // They wait far more than they work.
  const all = fileWorks.map(async (work, index) => {
    const faults = faultsFor(blocked[work], { seed: 149 + index, errorCount, pointCount })
    let refusedHere = 0
    for (const { fault, code, tookMs, failedCount, problems } of await disturb(scene, work, faults)) {
      triedCount += 1
      const { error, failAt, healsAfter = 0 } = fault
      const at = `${work}: ${error} at call ${failAt} for ${healsAfter} ms`
      for (const problem of problems) expect(false, `${at}: ${problem}`)
      expect(failedCount > 0, `${at}: it never happened`)
      const isAllowed = healsAfter > unheardOf && blocked[work].codes.includes(code)
      expect(code === 'none' || isAllowed, `${at}: ${code}`)
      expect(tookMs < slowestMs, `${at}: it takes ${tookMs.toFixed(0)} ms`)
      if (code !== 'none') refusedHere += 1
    }
    refusedCount += refusedHere
    expect(refusedHere > 0, `${work}: no fault was ever noticed`)
  })
  await Promise.all(all)
  return { triedCount, misses, note: `${refusedCount} told, the rest unheard of` }
}

function faultsFor(
  { calls: kinds, errors }: Blocked,
  {
    seed,
    errorCount,
    pointCount,
  }: { readonly seed: number; readonly errorCount: number; readonly pointCount: number },
): readonly FaultSomewhere[] {
  const random = randomOf(seed)
  const first = random.below(errors.length)
  return Array.from({ length: Math.min(errorCount, errors.length) }, (_, index) => {
    const error = errors[(first + index) % errors.length] ?? 'EPERM'
    return Array.from({ length: pointCount }, (_point, point) =>
      durations.map((healsAfter): FaultSomewhere => {
        const at = (point + random.next()) / pointCount
        return { calls: kinds, error, isSticky: true, healsAfter, at }
      }),
    ).flat()
  }).flat()
}
