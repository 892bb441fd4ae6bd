import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { officeText } from '../oracle/office-model.ts'
import { officeThere } from '../oracle/office-there.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { closeOffice, openOffice } from '../office-ledger.ts'
import { randomOf } from '../random.ts'
import { makeBaseOffice, modelsAlong } from '../work/base-office.ts'
import type { DeskOrder } from '../work/desk-order.ts'
import { officePlan, type WorkKind } from '../work/office-plan.ts'
import { startProgram } from '../work/start-program.ts'

const seed = 11
const stepCount = 40
const slowestOpeningMs = 2000
/** Unit: ms after the ledger was opened; a kill falls anywhere in the work. */
const latestKillMs: Readonly<Record<WorkKind, number>> = {
  edit: 150,
  import: 600,
  delete: 400,
  checkpoint: 200,
}

/** Ends the program with kill -9 at a random moment of its work, again and again. */
export function killedAtWork(kind: WorkKind): Experiment {
  return {
    id: `R1-${kind}`,
    what: `kill -9 at a random time during ${kind}`,
    run: (bench) => killAgainAndAgain(bench, kind),
  }
}

async function killAgainAndAgain({ folder, size }: Bench, kind: WorkKind): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const plan = officePlan(kind, seed, stepCount)
  const base = join(folder, 'base.ledger')
  const texts = modelsAlong(await makeBaseOffice(base, plan), plan).map(officeText)
  const times = size({ fast: 6, ci: 300, release: 3000 })
  const random = randomOf(seed)
  let slowestMs = 0
  let workDone = 0
  for (let time = 0; time < times; time += 1) {
    const room = join(folder, String(time))
    mkdirSync(room)
    const filePath = join(room, 'office.ledger')
    copyFileSync(base, filePath)
    const done = await killDuring(
      { filePath, kind, seed, stepCount, isDigestWanted: false },
      random.next() * latestKillMs[kind],
    )
    workDone += done
    const startedAt = performance.now()
    try {
      const ledger = openOffice(filePath)
      slowestMs = Math.max(slowestMs, performance.now() - startedAt)
      const there = officeThere(ledger.raw)
      const isKnown = there === texts[done] || there === texts[done + 1]
      expect(isKnown, `trial ${time}: after ${done} acknowledged steps the ledger holds something else`)
      for (const fault of faultsOf(ledger.raw)) misses.push(`trial ${time}: ${fault}`)
      closeOffice(ledger)
    } catch (error) {
      misses.push(`trial ${time}: ${String(error)}`)
    }
    rmSync(room, { recursive: true })
  }
  expect(slowestMs < slowestOpeningMs, `opening took ${slowestMs.toFixed(0)} ms`)
  expect(workDone > 0, 'no step was ever acknowledged, so nothing was proved')
  return {
    triedCount: times,
    misses,
    note: `${workDone} steps acknowledged, opens in ${slowestMs.toFixed(0)} ms`,
  }
}

/** How many steps were acknowledged before the end. */
async function killDuring(order: DeskOrder, afterMs: number): Promise<number> {
  const program = startProgram('desk.ts', order, {
    onAck: (_ack, count) => {
      if (count === 1) setTimeout(() => program.kill(), afterMs)
    },
  })
  const { code, signal, acks, errorText } = await program.end
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(errorText)
  return acks.length - 1
}
