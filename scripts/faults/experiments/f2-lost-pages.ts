import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, Experiment, Outcome } from '../experiment.ts'
import { closeOffice, openOffice } from '../office-ledger.ts'
import { officeText } from '../oracle/office-model.ts'
import { officeThere } from '../oracle/office-there.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { readImage } from '../shim/disk-image.ts'
import { liftFault, makeControlFile } from '../shim/fault-control.ts'
import { cutPower, type AfterCut } from '../shim/power-cuts.ts'
import { readRecording } from '../shim/recording.ts'
import { makeBaseOffice, modelsAlong } from '../work/base-office.ts'
import { officePlan } from '../work/office-plan.ts'
import { startProgram } from '../work/start-program.ts'
import type { StubbornOrder } from '../work/stubborn-desk.ts'

const seed = 43
const stepCount = 12

/**
 * After a failed flush the system takes the pages for written although the disk never gets them. The office opens its
 * ledger anew and works on; then the power goes.
 */
export const lostPages: Experiment = {
  id: 'F2-lost-pages',
  what: 'one flush fails and its pages are gone; work goes on; power cut',
  run: (bench) => loseEachFlush(bench, false),
}

/** A disk that lies about a flush loses steps whatever the program does: the suite must see it. */
export const lyingDiskIsSeen: Experiment = {
  id: 'F2-canary',
  what: 'canary: a flush that lies must lose steps',
  run: async (bench) => {
    const { triedCount, misses } = await loseEachFlush(bench, true)
    const isSeen = misses.length > 0
    return {
      triedCount,
      misses: isSeen ? [] : ['the suite did not notice that a flush did nothing'],
      note: `caught: ${misses.length} of ${triedCount} lost`,
    }
  },
}

async function loseEachFlush(bench: Bench, isLying: boolean): Promise<Outcome> {
  const plan = officePlan('edit', seed, stepCount)
  const base = join(bench.folder, 'base.ledger')
  const texts = modelsAlong(await makeBaseOffice(base, plan), plan).map(officeText)
  const { flushCount } = await recordWith(bench, base, 0, isLying)
  const most = Math.min(flushCount, bench.size({ fast: 4, ci: 20, release: 200 }))
  const misses: string[] = []
  let triedCount = 0
  for (let index = 0; index < most; index += 1) {
    const failAt = Math.floor((index * flushCount) / most) + 1
    const { before, after, events } = await recordWith(bench, base, failAt, isLying)
    const report = await cutPower({
      before,
      after,
      events,
      pointCount: bench.size({ fast: 15, ci: 60, release: 300 }),
      seed,
      stepOf: (ack) => Number(ack),
      inspect: async (folder) => Promise.resolve(stateOf(join(folder, 'office.ledger'), texts)),
    })
    triedCount += report.pointCount
    misses.push(...report.lost.map((lost) => `flush ${failAt} of ${flushCount} failed, ${lost}`))
  }
  return { triedCount, misses, note: `${most} of ${flushCount} flushes` }
}

async function recordWith({ folder }: Bench, base: string, failAt: number, isLying: boolean) {
  const room = join(folder, 'room')
  mkdirSync(room)
  const filePath = join(room, 'office.ledger')
  copyFileSync(base, filePath)
  const before = readImage(room)
  const [log, control] = [join(folder, 'recording'), join(folder, 'control')]
  makeControlFile(control)
  const order: StubbornOrder = {
    filePath,
    kind: 'edit',
    seed,
    stepCount,
    isDigestWanted: false,
    control,
    failAt,
    isLying,
  }
  const { code, errorText } = await startProgram('stubborn-desk.ts', order, {
    shim: { folder: room, log, control },
  }).end
  if (code !== 0 && !errorText.includes('ledgerDamaged')) throw new Error(errorText)
  const recording = { before, events: readRecording(log), after: readImage(room) }
  const { seenCount } = liftFault(control)
  for (const used of [room, log]) rmSync(used, { recursive: true })
  return { ...recording, flushCount: seenCount }
}

function stateOf(filePath: string, texts: readonly string[]): AfterCut {
  const ledger = openOffice(filePath)
  try {
    const [fault] = faultsOf(ledger.raw)
    if (fault !== undefined) return { wrong: fault }
    const text = officeThere(ledger.raw)
    const states = texts.flatMap((one, state) => (one === text ? [state] : []))
    return states.length > 0 ? { states } : { wrong: 'a state that never was' }
  } finally {
    closeOffice(ledger)
  }
}
