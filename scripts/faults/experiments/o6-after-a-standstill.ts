import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import type { RunningApp } from '../../../e2e/testing/launch-app.ts'
import { signIn, windowAfter } from '../../../e2e/testing/office-steps.ts'
import { familyOf } from '../../bench/process-memory.ts'
import { median } from '../../bench/statistics.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { askFrom, launchOffice, timeToPaint, waitForList } from '../work/app-window.ts'

type Expect = (holds: boolean, sentence: string) => void

/** Unit: milliseconds, as a median: a single one may meet a busy machine. */
const slowest = 2000
/** Unit: milliseconds that the program believes to have stood still in addition to the real time. */
const longIdle = 301_000

/** After the whole program stood still the window paints, is covered when it was for long, and the ledger answers. */
export const afterAStandstill: Experiment = {
  id: 'O6',
  what: 'packaged app: all processes stopped and going on; for longer than the idle limit; asleep meanwhile',
  needsWindow: true,
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const times = size({ fast: 1, ci: 2, release: 4 })
    const stoodStillMs = size({ fast: 3000, ci: 10_000, release: 600_000 })
    const running = await launchOffice(join(folder, 'user'))
    const paintedMs: number[] = []
    const coveredMs: number[] = []
    try {
      let desk = running
      for (let time = 0; time < times; time += 1) {
        // Ten minutes of a real standstill are beyond the limit by themselves.
        if (stoodStillMs < 300_000) paintedMs.push(await standStillShortly(desk, stoodStillMs, expect))
        await leapWithTheNextStandstill(desk)
        const covered = await windowAfter(desk, async () => {
          await standStill(desk, stoodStillMs)
          coveredMs.push(-performance.now())
          await wakeUp(desk)
        })
        await titled(covered, signInLabels.titleLocked)
        coveredMs.push(performance.now() + (coveredMs.pop() ?? 0))
        paintedMs.push(await timeToPaint(covered.window))
        await takeUpWork(covered, 'after a long standstill', expect)

        const left = await windowAfter(covered, () =>
          covered.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
        )
        await titled(left, signInLabels.title)
        await standStill(left, stoodStillMs)
        await wakeUp(left)
        paintedMs.push(await timeToPaint(left.window))
        await takeUpWork(left, 'after sleep', expect)
        desk = left
      }
    } finally {
      await running.app.close()
    }
    const [painted, covered] = [median(paintedMs), median(coveredMs)]
    expect(painted <= slowest, `the window paints after ${painted.toFixed(0)} ms`)
    expect(covered <= slowest, `the desk is covered after ${covered.toFixed(0)} ms`)
    const note = `painted after ${painted.toFixed(0)} ms, covered after ${covered.toFixed(0)} ms`
    return { triedCount: times * 3, misses, note }
  },
}

/** Answers after how long the window, which is still open, paints again. */
async function standStillShortly(desk: RunningApp, forMs: number, expect: Expect): Promise<number> {
  await standStill(desk, forMs)
  await wakeUp(desk)
  const painted = await timeToPaint(desk.window)
  const list = await askFrom(desk.window, 'visitRound.list', {})
  expect(list.ok, 'after a short standstill the ledger does not answer')
  return painted
}

/** Stops every process of the program, as a PC that is out of breath does, and lets them go on. */
async function standStill({ app }: RunningApp, forMs: number): Promise<void> {
  const family = familyOf(app.process().pid ?? 0)
  for (const pid of family) process.kill(pid, 'SIGSTOP')
  try {
    await pause(forMs)
  } finally {
    for (const pid of family) process.kill(pid, 'SIGCONT')
  }
}

/** What Windows says after sleep. */
async function wakeUp({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
}

/** From the next standstill on, the program's clock says that it lasted for longer than the idle limit. */
async function leapWithTheNextStandstill({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ powerMonitor }, leapMs) => {
    const elapsed = performance.now.bind(performance)
    let last = elapsed()
    let leapt = 0
    const now = () => {
      const real = elapsed()
      // The desk is looked at every two seconds.
      if (leapt === 0 && real - last > 2500) leapt = leapMs
      last = real
      return real + leapt
    }
    performance.now = now
    powerMonitor.getSystemIdleTime = () => (leapt === 0 ? 0 : leapMs / 1000)
  }, longIdle)
}

async function titled({ window }: RunningApp, name: string): Promise<void> {
  await window.getByRole('heading', { name, exact: true }).waitFor()
}

async function takeUpWork({ window }: RunningApp, where: string, expect: Expect): Promise<void> {
  const early = await askFrom(window, 'visitRound.list', {})
  expect(!early.ok && early.failure.code === 'notSignedIn', `${where}: the ledger answers nobody`)
  await signIn(window)
  await waitForList(window)
  const rounds = await askFrom(window, 'visitRound.list', {})
  expect(rounds.ok, `${where}: the ledger does not answer`)
}
