import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, Experiment, Outcome } from '../experiment.ts'
import { officeText } from '../oracle/office-model.ts'
import { officeThere } from '../oracle/office-there.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { wholeDigest } from '../oracle/table-digests.ts'
import { openOffice } from '../office-ledger.ts'
import { readImage } from '../shim/disk-image.ts'
import { cutPower, type AfterCut, type CutReport } from '../shim/power-cuts.ts'
import { readRecording } from '../shim/recording.ts'
import { makeBaseOffice, modelsAlong } from '../work/base-office.ts'
import type { DeskOrder } from '../work/desk-order.ts'
import { officePlan, type WorkKind } from '../work/office-plan.ts'
import { runProgram } from '../work/start-program.ts'

const seed = 23
const stepCounts = { edit: 60, import: 6, delete: 8, checkpoint: 170 } as const satisfies Partial<
  Record<WorkKind, number>
>
type CutKind = keyof typeof stepCounts
const points = { fast: 120, ci: 1000, release: 5000 } as const

/** Cuts the power at many points while the office works. */
export function powerCutDuring(kind: CutKind): Experiment {
  return {
    id: `R2-${kind}`,
    what: `power cut at a point of ${kind}: drop, subset, torn`,
    run: async (bench) => {
      const report = await cutDuring(bench, kind, bench.size(points))
      return outcomeOf(report, report.lost)
    },
  }
}

/** The same with a weaker setting than the product's: the suite must see what that would lose. */
export const weakFlushingIsSeen: Experiment = {
  id: 'R2-canary',
  what: 'canary: with synchronous NORMAL the cuts must lose steps',
  run: async (bench) => {
    const report = await cutDuring(bench, 'edit', bench.size({ fast: 60, ci: 300, release: 1000 }), 'NORMAL')
    const misses = report.lost.length > 0 ? [] : ['the suite did not notice that nothing was flushed']
    return {
      ...outcomeOf(report, misses),
      note: `caught: ${report.lost.length} of ${report.pointCount} lost`,
    }
  },
}

function outcomeOf({ pointCount, distinctCount }: CutReport, misses: readonly string[]): Outcome {
  return { triedCount: pointCount, misses, note: `${distinctCount} different disks` }
}

async function cutDuring(
  { folder }: Bench,
  kind: CutKind,
  pointCount: number,
  synchronous?: 'NORMAL',
): Promise<CutReport> {
  const plan = officePlan(kind, seed, stepCounts[kind])
  const base = join(folder, 'base.ledger')
  const texts = modelsAlong(await makeBaseOffice(base, plan), plan).map(officeText)
  const room = join(folder, 'room')
  mkdirSync(room)
  copyFileSync(base, join(room, 'office.ledger'))
  const before = readImage(room)
  const first = openOffice(base)
  const digests = [wholeDigest(first.raw)]
  first.raw.close()
  const order: DeskOrder = {
    filePath: join(room, 'office.ledger'),
    kind,
    seed,
    stepCount: plan.steps.length,
    isDigestWanted: true,
    ...(synchronous === undefined ? {} : { synchronous }),
  }
  const log = join(folder, 'recording')
  const acks = await runProgram('desk.ts', order, { shim: { folder: room, log } })
  digests.push(...acks.filter((ack) => stepOf(ack) !== null).map((ack) => ack.split(' ')[1] ?? ''))
  return cutPower({
    before,
    events: readRecording(log),
    after: readImage(room),
    pointCount,
    seed,
    stepOf,
    inspect: async (cutFolder) => Promise.resolve(stateOf(join(cutFolder, 'office.ledger'), digests, texts)),
  })
}

function stepOf(ack: string): number | null {
  return /^\d/.test(ack) ? Number.parseInt(ack, 10) : null
}

/** Which step's state a ledger is in, by the digest of all tables and by the model of the office. */
function stateOf(filePath: string, digests: readonly string[], texts: readonly string[]): AfterCut {
  const ledger = openOffice(filePath)
  try {
    const [fault] = faultsOf(ledger.raw)
    if (fault !== undefined) return { wrong: fault }
    const digest = wholeDigest(ledger.raw)
    // Ending and starting the program changes nothing, so that states can be equal.
    const states = digests.flatMap((one, state) => (one === digest ? [state] : []))
    if (states.length === 0) return { wrong: 'a state that never was' }
    const text = officeThere(ledger.raw)
    const isAsDone = states.every((state) => texts[state] === text)
    return isAsDone ? { states } : { wrong: `state ${states.join(' or ')} is not what the office did` }
  } finally {
    ledger.raw.close()
  }
}
