import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { failureSentence } from '../domain/labels/failure.zh.ts'
import { importLabels } from '../domain/labels/import.zh.ts'
import { paperLabels } from '../domain/labels/paper.zh.ts'
import { recoveryTexts } from '../domain/labels/recovery.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { answerSaveDialog, launchApp, type RunningApp } from './testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  launchWithRound,
  previewRoster,
  roster,
  searchResidents,
  setUpOffice,
  signIn,
} from './testing/office-steps.ts'

/** Stands in for the system's message boxes: notes what they say and presses the button of that number. */
async function answerMessages(
  { app }: RunningApp,
  button: number,
): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ dialog }, response) => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    const answer = (...args: readonly unknown[]) => {
      said.push((args.at(-1) as Electron.MessageBoxOptions).message)
      return Promise.resolve({ response, checkboxChecked: false })
    }
    dialog.showMessageBox = answer
  }, button)
  return () => app.evaluate(() => (globalThis as unknown as { readonly said: readonly string[] }).said)
}

function crashPage({ app }: RunningApp): Promise<void> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
}

/** Playwright gives up a page whose process ended, so the page that comes back is asked through main. */
function pageText({ app }: RunningApp): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined || contents.isCrashed()) return ''
    // A page that hangs or is about to be loaded again never answers.
    const late = new Promise<string>((resolve) => setTimeout(() => resolve(''), 1000))
    return Promise.race([contents.executeJavaScript('document.body.innerText') as Promise<string>, late])
  })
}

function logOf({ userData }: RunningApp): string {
  return readFileSync(join(userData, 'logs', 'main.log'), 'utf8')
}

test('a page whose process ends is said so and comes back with everything that was saved', async () => {
  const running = await launchApp()
  await setUpOffice(running.window)
  await previewRoster(running, roster)
  await applyRoster(running.window)
  await goTo(running.window, 'residents')
  await searchResidents(running.window, '王建国', 1)
  const said = await answerMessages(running, 0)

  await crashPage(running)
  await expect.poll(() => pageText(running)).toContain(residentLabels.list.total(6))
  expect(await said()).toEqual([recoveryTexts.pageLost.message])
  const log = logOf(running)
  expect(log.match(/process ended/g)).toHaveLength(1)
  expect(log).not.toMatch(/[一-鿿]|6101/)
  await running.app.close()
})

test('a page that keeps failing ends the program instead of trying for ever', async () => {
  const running = await launchApp()
  await running.window.getByRole('heading', { name: setupLabels.title }).waitFor()
  const said = await answerMessages(running, 0)
  const closed = new Promise<void>((resolve) => running.app.once('close', () => resolve()))
  for (const count of [1, 2, 3]) {
    await crashPage(running)
    await expect.poll(said).toHaveLength(count)
    await expect.poll(() => pageText(running)).toContain(setupLabels.title)
  }
  expect(await said()).toEqual(new Array(3).fill(recoveryTexts.pageLost.message))
  await crashPage(running).catch(() => undefined)
  await closed
  expect(logOf(running).match(/process ended/g)).toHaveLength(4)
})

test('a page that hangs is asked about and can be loaded again', async () => {
  const running = await launchApp()
  await running.window.getByRole('heading', { name: setupLabels.title }).waitFor()
  const said = await answerMessages(running, 1)
  await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    void contents?.executeJavaScript('setTimeout(() => { for (;;); }, 0)')
  })
  // Chromium overlooks a hanging page while a debugger is attached to it, as the tests' is: its word is given for it.
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'))
  await expect.poll(said).toEqual([recoveryTexts.pageHangs.message])
  await expect.poll(() => pageText(running)).toContain(setupLabels.title)
  await running.app.close()
})

test('a ledger worker that ends fails what was asked in words, and the ledger is there again', async () => {
  const running = await launchApp()
  const { window, app } = running
  await setUpOffice(window)
  await previewRoster(running, roster)
  // The worker is caught at the next question and ended before it can answer.
  await app.evaluate(() => {
    const { Worker } = process.getBuiltinModule('node:worker_threads')
    const original = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (this: InstanceType<typeof Worker>) {
      Worker.prototype.postMessage = original
      void this.terminate()
    }
  })
  await window.getByRole('button', { name: /^开始导入/ }).click()
  await expect(window.getByText(failureSentence({ code: 'ledgerInterrupted' })).first()).toBeVisible()
  await goTo(window, 'residents')
  // The key went with the worker.
  await signIn(window)
  await expect(window.getByText(residentLabels.list.emptyTitle)).toBeVisible()
  // What was read went with the worker: the file is chosen again.
  await goTo(window, 'import')
  for (const step of [importLabels.preview, importLabels.columns])
    await window.getByRole('button', { name: step.back, exact: true }).click()
  await previewRoster(running, roster)
  await applyRoster(window)
  await goTo(window, 'residents')
  await expect(window.getByText(residentLabels.list.total(6), { exact: true })).toBeVisible()
  expect(logOf(running)).toContain('ledger worker')
  await app.close()
})

test('a print window whose process ends is a failed print, and nothing of it stays open', async () => {
  const running = await launchWithRound()
  const { window, app, userData } = running
  await window.getByRole('button', { name: visitLabels.round.print }).click()
  await window.getByRole('button', { name: paperLabels.output.savePdf }).waitFor()
  await answerSaveDialog(running, join(userData, '名单.pdf'))
  await app.evaluate(({ app }) => {
    app.once('web-contents-created', (_event, contents) => {
      contents.once('dom-ready', () => contents.forcefullyCrashRenderer())
    })
  })
  await window.getByRole('button', { name: paperLabels.output.savePdf }).click()
  await expect(window.getByText(failureSentence({ code: 'printFailed' })).first()).toBeVisible()
  const windowCount = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(windowCount).toBe(1)
  await app.close()
})
