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
const slowestOpeningMs = 2000
/** The kill comes within so many ms after one of so many steps, so that it falls into the next one or two. */
const works = {
  edit: { stepCount: 24, withinMs: 12 },
  import: { stepCount: 5, withinMs: 120 },
  delete: { stepCount: 6, withinMs: 100 },
} as const satisfies Partial<Record<WorkKind, object>>

/** Ends the program with kill -9 at a random moment of its work, again and again. */
export function killedAtWork(kind: keyof typeof works): Experiment {
  return {
    id: `R1-${kind}`,
    what: `kill -9 at a random time during ${kind}`,
    run: (bench) => killAgainAndAgain(bench, kind),
  }
}

async function killAgainAndAgain({ folder, size }: Bench, kind: keyof typeof works): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const { stepCount, withinMs } = works[kind]
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
    const moment = { afterStep: random.below(stepCount), withinMs: random.next() * withinMs }
    const done = await killDuring({ filePath, kind, seed, stepCount, isDigestWanted: false }, moment)
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
async function killDuring(
  order: DeskOrder,
  moment: { readonly afterStep: number; readonly withinMs: number },
): Promise<number> {
  const program = startProgram('desk.ts', order, {
    onAck: (_ack, count) => {
      // The first acknowledgement is that of the opening.
      if (count === moment.afterStep + 1) setTimeout(() => program.kill(), moment.withinMs)
    },
  })
  const { code, signal, acks, errorText } = await program.end
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(errorText)
  return acks.length - 1
}
