import { expect, test } from '@playwright/test'
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { appLabels } from '../domain/labels/app.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { confirmRecoveryCode, fillInOffice, signIn } from './testing/office-steps.ts'
import { launchApp, launchArguments } from './testing/launch-app.ts'

test('a first run started empty shows the residents page, and the next start finds the ledger', async () => {
  const { app, window, userData } = await launchApp()
  await expect(window.getByRole('heading', { name: setupLabels.title })).toBeVisible()
  await fillInOffice(window)
  await window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  await confirmRecoveryCode(window)
  await expect(window.getByRole('heading', { name: residentLabels.list.title, exact: true })).toBeVisible()
  await app.close()

  expect(existsSync(join(userData, 'ledger', 'linli-ledger.db'))).toBe(true)

  const again = await launchApp(userData)
  await signIn(again.window)
  await expect(
    again.window.getByRole('heading', { name: residentLabels.list.title, exact: true }),
  ).toBeVisible()
  await again.app.close()

  // Nothing unexpected happened, closing included.
  const log = join(userData, 'logs', 'main.log')
  expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('')
})

test('the sample is marked as one and removed in one step', async () => {
  const { app, window, userData } = await launchApp()
  await window.getByRole('button', { name: setupLabels.choices.sample.title }).click()
  await expect(window.getByText(appLabels.sample.banner)).toBeVisible({ timeout: 60_000 })
  const sample = join(userData, 'sample-ledger', 'linli-ledger.db')
  expect(existsSync(sample)).toBe(true)
  await window.getByRole('button', { name: appLabels.sample.remove }).click()
  await window.getByRole('button', { name: appLabels.sample.removeConfirm, exact: true }).click()
  await expect(window.getByRole('heading', { name: setupLabels.title })).toBeVisible()
  expect(existsSync(sample)).toBe(false)
  await app.close()
})

test('a second start ends by itself and brings the first window forward', async () => {
  const { app, userData } = await launchApp()
  const focus = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isFocused()))
  // A screen without a window manager minimizes nothing, but it knows the focus.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur())
  await expect.poll(focus).toEqual([false])
  const { executablePath, args } = launchArguments(userData)
  await promisify(execFile)(executablePath, args, { timeout: 30_000 })
  await expect.poll(focus).toEqual([true])
  await app.close()
})
