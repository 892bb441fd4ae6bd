import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { collectMisses, type Bench, type Outcome } from '../experiment.ts'
import { makeControlFile, type Fault } from '../shim/fault-control.ts'
import { makeBaseOffice } from '../work/base-office.ts'
import type { FaultPhase, FaultyOrder, FaultyReport } from '../work/faulty-order.ts'
import { officePlan, type WorkKind } from '../work/office-plan.ts'
import { runProgram } from '../work/start-program.ts'

const seed = 41

/** What the office does while the disk fails, and in how many steps. */
export interface DisturbedWork {
  readonly program: 'faulty-desk.ts' | 'faulty-founding.ts'
  readonly kind: WorkKind
  readonly phase: FaultPhase
  readonly stepCount: number
}

export interface FaultyRuns {
  readonly works: readonly DisturbedWork[]
  /** Each is tried at every k-th matching call. */
  readonly faults: readonly Omit<Fault, 'failAt'>[]
  /** What the office may be told. */
  readonly codes: readonly string[]
  /** How many different k for each work and fault. */
  readonly mostCalls: number
}

/** Lets each fault happen at every k-th call of each work. */
export async function workOnFaultyDisk(bench: Bench, runs: FaultyRuns): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  let triedCount = 0
  let refusedCount = 0
  for (const work of runs.works) {
    const name = work.program === 'faulty-founding.ts' ? 'founding' : `${work.kind}, ${work.phase}`
    for (const { fault, code, failedCount, problems } of await reportsOf(bench, work, runs)) {
      triedCount += 1
      const at = `${name}: ${fault.error} at call ${fault.failAt}${fault.isSticky ? ' and on' : ''}`
      for (const problem of problems) expect(false, `${at}: ${problem}`)
      if (fault.failAt === 0) {
        expect(code === 'none', `${name} fails on a good disk: ${code}`)
        continue
      }
      if (code !== 'none') refusedCount += 1
      expect(code === 'none' || runs.codes.includes(code), `${at}: ${code}`)
      expect(failedCount > 0, `${at}: the fault never happened`)
    }
  }
  expect(refusedCount > 0, 'no fault was ever noticed')
  return { triedCount, misses, note: `${refusedCount} refused, the rest unharmed` }
}

async function reportsOf(
  { folder }: Bench,
  { program, kind, phase, stepCount }: DisturbedWork,
  { faults, mostCalls }: FaultyRuns,
): Promise<readonly FaultyReport[]> {
  const room = join(folder, 'watched')
  mkdirSync(room)
  const control = join(folder, 'control')
  makeControlFile(control)
  const baseFile = join(folder, 'base.ledger')
  await makeBaseOffice(baseFile, officePlan(kind, seed, stepCount))
  const order: FaultyOrder = {
    folder: room,
    control,
    baseFile,
    kind,
    seed,
    stepCount,
    phase,
    faults,
    // Its passwords make an attempt a hundred times as long as any other.
    mostCalls: program === 'faulty-founding.ts' ? Math.ceil(mostCalls / 4) : mostCalls,
  }
  const acks = await runProgram(program, order, { shim: { folder: room, control } })
  for (const used of [room, baseFile]) rmSync(used, { recursive: true })
  return acks.map((ack) => JSON.parse(ack) as FaultyReport)
}
