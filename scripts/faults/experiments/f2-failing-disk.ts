import type { Experiment } from '../experiment.ts'
import { calls } from '../shim/fault-control.ts'
import { allWork } from './f1-full-disk.ts'
import { workOnFaultyDisk } from './faulty-disk.ts'

/** A write, a flush or a change of length fails, once or from then on. */
export const failingDisk: Experiment = {
  id: 'F2-calls',
  what: 'EIO at every k-th write and flush, once and for good',
  run: (bench) =>
    workOnFaultyDisk(bench, {
      works: allWork,
      faults: [calls.write, calls.sync, calls.truncate].flatMap((kind) =>
        [false, true].map((isSticky) => ({ calls: kind, error: 'EIO', isSticky }) as const),
      ),
      codes: ['ledgerDamaged', 'folderUnusable', 'stateFileBlocked'],
      mostCalls: bench.size({ fast: 3, ci: 40, release: 400 }),
    }),
}
