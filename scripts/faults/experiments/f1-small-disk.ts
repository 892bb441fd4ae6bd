import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { collectMisses, type Experiment } from '../experiment.ts'
import { whyNoMount } from '../work/private-mount.ts'
import type { SmallDiskOrder } from '../work/small-disk.ts'
import { runProgram } from '../work/start-program.ts'

/** Real disks of 2, 4 and 8 MB, filled to the last page. */
export const smallDisk: Experiment = {
  id: 'F1-disk',
  what: 'disks of 2, 4, 8 MB filled by imports, then room is made',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    const skipped = whyNoMount(disk)
    if (skipped !== null) return { triedCount: 0, misses, skipped }
    // A ledger with nobody in it takes most of one.
    const sizes = [2, 4, 8]
    const rounds = size({ fast: 1, ci: 3, release: 20 })
    let steps = 0
    for (let seed = 1; seed <= rounds; seed += 1) {
      for (const diskSize of sizes) {
        const order: SmallDiskOrder = { folder: disk, elsewhere: folder, seed, size: diskSize }
        const mount = { folder: disk, size: diskSize }
        const [ack = '{}'] = await runProgram('small-disk.ts', order, { mount })
        const report = JSON.parse(ack) as { steps: number; problems: string[] }
        steps += report.steps
        for (const problem of report.problems) expect(false, `${diskSize} MB, seed ${seed}: ${problem}`)
      }
    }
    return { triedCount: rounds * sizes.length, misses, note: `${steps} imports fitted` }
  },
}
