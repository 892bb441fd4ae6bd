import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { launchArguments, type RunningApp } from '../../../e2e/testing/launch-app.ts'
import { startWindowManager } from '../../../e2e/testing/virtual-desktop.ts'
import { median } from '../../bench/statistics.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { differingPaths, readImage } from '../shim/disk-image.ts'
import { askFrom, launchOffice, ledgerFolderIn } from '../work/app-window.ts'

/** Unit: milliseconds, as a median: a single start may meet a busy machine. */
const slowest = 2000
const longestMs = 20_000

/** A second start of the same user shows the first window and ends, and leaves the ledger alone. */
export const secondStart: Experiment = {
  id: 'O1-window',
  what: 'packaged app: second start of the same user while the first window is minimized',
  needsWindow: true,
  run: async ({ folder, size }) => {
    const manager = await startWindowManager()
    if (manager === null) return { triedCount: 0, misses: [], skipped: 'nothing minimizes a window here' }
    const { misses, expect } = collectMisses()
    const times = size({ fast: 1, ci: 5, release: 30 })
    const userData = join(folder, 'user')
    const running = await launchOffice(userData)
    const tookMs: number[] = []
    try {
      for (let time = 0; time < times; time += 1) {
        await minimize(running)
        const before = readImage(ledgerFolderIn(userData))
        const { code, shownMs } = await startAgain(running, userData)
        expect(code === 0, `time ${time}: the second start ends with ${String(code)}`)
        expect(shownMs !== null, `time ${time}: the first window never comes forward`)
        if (shownMs !== null) tookMs.push(shownMs)
        const changed = differingPaths(before, readImage(ledgerFolderIn(userData)))
        expect(changed.length === 0, `time ${time}: ${changed.join(' ')} changed`)
        const state = await askFrom(running.window, 'app.state', {})
        expect(state.ok, `time ${time}: the first window's ledger answers no more`)
      }
    } finally {
      await running.app.close()
      await manager.end()
    }
    const middle = tookMs.length > 0 ? median(tookMs) : Infinity
    expect(middle <= slowest, `the first window comes forward after ${middle.toFixed(0)} ms`)
    return { triedCount: times, misses, note: `forward and second one ended after ${middle.toFixed(0)} ms` }
  },
}

/** Starts the program once more; answers when it has ended and the first window has the keyboard. */
async function startAgain(
  running: RunningApp,
  userData: string,
): Promise<{ readonly code: number | null; readonly shownMs: number | null }> {
  const { executablePath, args } = launchArguments(userData)
  const startedAt = performance.now()
  const second = spawn(executablePath, args, { stdio: 'ignore', timeout: longestMs, killSignal: 'SIGKILL' })
  const [code] = (await once(second, 'exit')) as [number | null]
  while (!(await isForward(running))) {
    if (performance.now() - startedAt > longestMs) return { code, shownMs: null }
    await pause(20)
  }
  return { code, shownMs: performance.now() - startedAt }
}

function isForward({ app }: RunningApp): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return window !== undefined && !window.isMinimized() && window.isFocused()
  })
}

/** The window manager may still be looking around, and then it minimizes nothing. */
async function minimize(running: RunningApp): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    const isMinimized = await running.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.minimize()
      await new Promise((resolve) => setTimeout(resolve, 250))
      return window?.isMinimized()
    })
    if (isMinimized === true) return
  }
  throw new Error('the window cannot be minimized')
}
