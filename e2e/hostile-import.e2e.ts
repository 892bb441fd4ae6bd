import { expect, test } from '@playwright/test'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { failureSentence } from '../domain/labels/failure.zh.ts'
import { importLabels } from '../domain/labels/import.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { hostileRosters } from '../electron/import/testing/hostile-rosters.ts'
import { answerOpenDialog, launchApp, type RunningApp } from './testing/launch-app.ts'
import { applyRoster, goTo, previewRoster, roster, setUpOffice } from './testing/office-steps.ts'

type Doors = Readonly<Record<string, (input: unknown) => Promise<unknown>>>

const folder = mkdtempSync(join(tmpdir(), 'linli 花名册-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A handful that reaches each wall; all of them go through the same reader in electron/import. */
const sample = [
  'one cell in the far corner',
  '10 MB of text that every cell refers to',
  'negative and absurd row numbers',
  'an entry packed 1,000 to 1',
  '29 MB of quotes',
  'a page of cells that span everything',
  'a locked workbook',
] as const

function fileOf(name: string): { readonly path: string; readonly ending: string } {
  const found = hostileRosters.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no hostile roster is called ${name}`)
  const path = join(folder, found.fileName)
  writeFileSync(path, found.bytes())
  return { path, ending: found.ending }
}

/** Unit: ms; the longest the page waited for main, and the longest main was at work without looking up. */
interface Waits {
  readonly longestWaitMs: number
  readonly longestWorkMs: number
}

/** Asks main over and over from the page, past the ledger, and watches main's own work; time given to others is not its. */
async function startPing({ app, window }: RunningApp): Promise<() => Promise<Waits>> {
  await app.evaluate(() => {
    const work = { longestMs: 0, beforeMs: Infinity, lookedAt: Infinity }
    const look = () => {
      const { user, system } = process.cpuUsage()
      const nowMs = (user + system) / 1000
      // The ledger's worker counts as well, so that work alone may be more than the time that went by.
      const busyMs = Math.min(nowMs - work.beforeMs, performance.now() - work.lookedAt)
      work.longestMs = Math.max(work.longestMs, busyMs)
      work.beforeMs = nowMs
      work.lookedAt = performance.now()
    }
    Object.assign(globalThis, { work, watch: setInterval(look, 10) })
  })
  await window.evaluate(() => {
    const { ledger } = globalThis as unknown as { readonly ledger: Doors }
    const ping = { longestMs: 0, isOver: false }
    Object.assign(globalThis, { ping })
    const ask = async () => {
      while (!ping.isOver) {
        const askedAt = performance.now()
        // Refused by main at the door.
        await ledger['resident.get']?.(null)
        ping.longestMs = Math.max(ping.longestMs, performance.now() - askedAt)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    }
    void ask()
  })
  return async () => {
    const longestWaitMs = await window.evaluate(() => {
      const { ping } = globalThis as unknown as { ping: { longestMs: number; isOver: boolean } }
      ping.isOver = true
      return ping.longestMs
    })
    const longestWorkMs = await app.evaluate(() => {
      const { work, watch } = globalThis as unknown as { work: { longestMs: number }; watch: NodeJS.Timeout }
      clearInterval(watch)
      return work.longestMs
    })
    return { longestWaitMs, longestWorkMs }
  }
}

function expectAnswering({ longestWaitMs, longestWorkMs }: Waits): void {
  expect(longestWorkMs).toBeLessThan(200)
  // Of this a busy machine adds some.
  expect(longestWaitMs).toBeLessThan(1000)
}

/** Unit: the readers that are running, by process id. */
function readerIds({ app }: RunningApp): Promise<readonly number[]> {
  return app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name }) => name === 'import-reader')
      .map(({ pid }) => pid),
  )
}

async function chooseAndAnswer({ window }: RunningApp): Promise<unknown> {
  return window.evaluate(() =>
    (globalThis as unknown as { readonly ledger: Doors }).ledger['import.chooseFile']?.({}),
  )
}

async function officeWithSixPeople(): Promise<RunningApp> {
  const running = await launchApp()
  await setUpOffice(running.window)
  await previewRoster(running, roster)
  await applyRoster(running.window)
  await goTo(running.window, 'import')
  return running
}

async function expectSixPeople(running: RunningApp): Promise<void> {
  await goTo(running.window, 'residents')
  await expect(running.window.getByText(residentLabels.list.total(6), { exact: true })).toBeVisible()
}

test('hostile rosters end in words, the window answers meanwhile, and the ledger keeps what it has', async () => {
  const running = await officeWithSixPeople()
  for (const name of sample) {
    const { path, ending } = fileOf(name)
    await answerOpenDialog(running, path)
    const endPing = await startPing(running)
    const startedAt = Date.now()
    const answer = await chooseAndAnswer(running)
    expectAnswering(await endPing())
    expect({ name, answer }).toMatchObject({ name, answer: { ok: false, failure: { code: ending } } })
    expect(Date.now() - startedAt).toBeLessThan(60_000)
    await expect.poll(() => readerIds(running)).toEqual([])
  }
  await expectSixPeople(running)
  // A reader that is ended for its file is nothing unexpected, and no name of a file is written down.
  expect(existsSync(join(running.userData, 'logs', 'main.log'))).toBe(false)
  await running.app.close()
})

test('a reader that hears nothing is ended on cancel and at the time limit', async () => {
  const running = await launchApp()
  const { app, window } = running
  await setUpOffice(window)
  await answerOpenDialog(running, fileOf('29 MB of one line').path)
  const stopReader = () =>
    expect
      .poll(async () => {
        const [pid] = await readerIds(running)
        if (pid !== undefined) process.kill(pid, 'SIGSTOP')
        return pid
      })
      .toBeGreaterThan(0)

  await window.getByRole('button', { name: importLabels.start.choose, exact: true }).click()
  await stopReader()
  await window.getByRole('button', { name: importLabels.start.stop }).click()
  await expect(window.getByText(importLabels.start.stopped)).toBeVisible()
  await expect.poll(() => readerIds(running)).toEqual([])

  // The clock alone is stood in for: a minute passes in two seconds.
  await app.evaluate(() => {
    const original = globalThis.setTimeout
    const shortened = (listener: () => void, ms?: number) => original(listener, ms === 60_000 ? 2000 : ms)
    globalThis.setTimeout = shortened as typeof setTimeout
  })
  await window.getByRole('button', { name: importLabels.start.choose, exact: true }).click()
  await stopReader()
  await expect(window.getByText(failureSentence({ code: 'fileReadTimedOut' })).first()).toBeVisible()
  await expect.poll(() => readerIds(running)).toEqual([])
  await goTo(window, 'residents')
  await expect(window.getByText(residentLabels.list.emptyTitle)).toBeVisible()
  await app.close()
})

test('a roster as long as one can be is read without holding up the window', async () => {
  const running = await officeWithSixPeople()
  const path = join(folder, '长.csv')
  const line = (index: number) =>
    `王${index},1号楼1单元${index}室,1390000${index},${'备注'.repeat(10)},a,b,c,d,e\n`
  writeFileSync(
    path,
    `姓名,住址,电话,备注,一,二,三,四,五\n${Array.from({ length: 99_990 }, (_, index) => line(index)).join('')}`,
  )
  await answerOpenDialog(running, path)
  const endPing = await startPing(running)
  expect(await chooseAndAnswer(running)).toMatchObject({
    ok: true,
    value: { sheets: [{ rowCount: 99_991 }] },
  })
  expectAnswering(await endPing())
  await running.app.close()
})
