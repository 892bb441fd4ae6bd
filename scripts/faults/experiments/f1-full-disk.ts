import type { Experiment } from '../experiment.ts'
import { calls } from '../shim/fault-control.ts'
import { workOnFaultyDisk, type DisturbedWork } from './faulty-disk.ts'

/** Everything the office does with its ledger. */
export const allWork: readonly DisturbedWork[] = [
  { program: 'faulty-desk.ts', kind: 'edit', phase: 'work', stepCount: 6 },
  { program: 'faulty-desk.ts', kind: 'import', phase: 'work', stepCount: 2 },
  { program: 'faulty-desk.ts', kind: 'delete', phase: 'work', stepCount: 2 },
  { program: 'faulty-desk.ts', kind: 'edit', phase: 'close', stepCount: 6 },
  { program: 'faulty-desk.ts', kind: 'edit', phase: 'open', stepCount: 1 },
  { program: 'faulty-founding.ts', kind: 'edit', phase: 'open', stepCount: 1 },
]

/** The disk is full from some write on, or once, or after half a write. */
export const fullDisk: Experiment = {
  id: 'F1-calls',
  what: 'ENOSPC at every k-th write of edit, import, delete, close, founding',
  run: (bench) =>
    workOnFaultyDisk(bench, {
      works: allWork,
      faults: [
        { calls: calls.write + calls.name, error: 'ENOSPC', isSticky: true },
        { calls: calls.write, error: 'ENOSPC', isSticky: true, isShort: true },
        { calls: calls.write, error: 'ENOSPC', isSticky: false },
      ],
      codes: ['diskFull'],
      mostCalls: bench.size({ fast: 6, ci: 60, release: 400 }),
    }),
}
