import { existsSync, mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { hostilePage } from '../../../e2e/testing/hostile-page.ts'
import type { RunningApp } from '../../../e2e/testing/launch-app.ts'
import { openTrap } from '../../../e2e/testing/trap-server.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { launchOffice } from '../work/app-window.ts'

/** The stand-in runtime is older than Electron's permission check of this old command. */
const checksPasting = 34

/** A page taken over tries to get out and to get in by everything a browser has. */
export const hostilePageIsShutIn: Experiment = {
  id: 'S3',
  what: 'packaged app: network, code, frames, files and devices tried from within the page of an open desk',
  needsWindow: true,
  run: async ({ folder }) => {
    const { misses, expect } = collectMisses()
    const trap = await openTrap()
    try {
      await visit(trap.port)
      expect(trap.visits() === 1, 'the trap does not notice a visit, so that it proves nothing')
      const running = await launchOffice(join(folder, 'user'))
      try {
        const triedCount = await expectShutIn(running, trap.port, expect)
        expect(trap.visits() === 1, `${trap.visits() - 1} connections reached the trap`)
        return { triedCount, misses, note: 'the rest is told by the trap, which nobody reached' }
      } finally {
        await running.app.close()
      }
    } finally {
      await trap.close()
    }
  },
}

async function expectShutIn(
  { app, window, userData }: RunningApp,
  port: number,
  expect: (holds: boolean, sentence: string) => void,
): Promise<number> {
  const downloads = join(userData, 'downloads')
  mkdirSync(downloads)
  await app.evaluate(({ app, clipboard }, folder) => {
    app.setPath('downloads', folder)
    void clipboard.writeText('610103')
  }, downloads)
  const address = window.url()
  const outcomes = Object.entries(await window.evaluate(hostilePage, port))
  const version = Number.parseInt(await app.evaluate(() => process.versions.electron))
  const known = version < checksPasting ? ['pasting: went through: 610103'] : []
  for (const [name, outcome] of outcomes) {
    const line = `${name}: ${outcome}`
    expect(outcome.startsWith('blocked: ') || known.includes(line), line)
  }
  expect(outcomes.length > 60, `only ${outcomes.length} attempts were made`)
  expect(window.url() === address, `the page is at ${window.url()}`)
  const windowCount = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(windowCount === 1, `${windowCount} windows are open`)
  expect(!existsSync(join(downloads, 'hostile.exe')), 'a download lies on the disk')
  return outcomes.length
}

function visit(port: number): Promise<void> {
  return new Promise((resolve) => connect(port, '127.0.0.1').on('close', () => resolve()))
}
