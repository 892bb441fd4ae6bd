import { expect, test } from '@playwright/test'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { dialogTexts } from '../domain/labels/dialog.zh.ts'
import { committeeFieldLabels } from '../domain/labels/field.zh.ts'
import { answerQuestions, launchApp, launchArguments, pressX, type RunningApp } from './testing/launch-app.ts'
import { startWindowManager, type WindowManager } from './testing/virtual-desktop.ts'

let windowManager: WindowManager | null

test.beforeAll(async () => {
  windowManager = await startWindowManager()
  if (windowManager === null) console.log('Skipped: jwm is missing, and without it nothing is minimized.')
  test.skip(windowManager === null, 'nothing minimizes a window here')
})

test.afterAll(() => windowManager?.end())

const isMinimized = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())

const isFocused = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused())

async function minimize(running: RunningApp): Promise<void> {
  // The window manager may still be looking around.
  await expect(async () => {
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    await expect.poll(() => isMinimized(running), { timeout: 1000 }).toBe(true)
  }).toPass({ timeout: 20_000 })
}

test('a second start brings the first window back from the taskbar', async () => {
  const running = await launchApp()
  await minimize(running)
  const { executablePath, args } = launchArguments(running.userData)
  await promisify(execFile)(executablePath, args, { timeout: 30_000 })
  await expect.poll(() => isMinimized(running)).toBe(false)
  await expect.poll(() => isFocused(running)).toBe(true)
  await running.app.close()
})

test('a minimized window with a half filled form comes back to ask before it closes', async () => {
  const running = await launchApp()
  const name = running.window.getByLabel(committeeFieldLabels.committeeName)
  await name.fill('幸福里社区居民委员会')
  await minimize(running)
  const asked = await answerQuestions(running, dialogTexts.unsaved.stay)
  await pressX(running)
  await expect.poll(asked).toEqual([dialogTexts.unsaved.title])
  await expect.poll(() => isMinimized(running)).toBe(false)
  await expect(name).toHaveValue('幸福里社区居民委员会')

  await answerQuestions(running, dialogTexts.unsaved.leave)
  const closed = running.app.waitForEvent('close')
  await pressX(running)
  await closed
})
