import { expect, test } from '@playwright/test'
import { appLabels } from '../domain/labels/app.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { signInLabels } from '../domain/labels/sign-in.zh.ts'
import { launchApp, newUserData, type RunningApp } from './testing/launch-app.ts'
import {
  applyRoster,
  director,
  goTo,
  launchSignedIn,
  lockDesk,
  previewRoster,
  roster,
  setUpOffice,
  signIn,
  windowAfter,
} from './testing/office-steps.ts'

const userData = newUserData()
const person = '陈国栋'

const processOfPage = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())

test.beforeAll(async () => {
  const running = await launchApp(userData)
  await setUpOffice(running.window)
  await previewRoster(running, roster)
  await applyRoster(running.window)
  await running.app.close()
})

test('a covered desk shows nobody, in a page whose process has seen nobody, and opens with the password', async () => {
  const running = await launchSignedIn(userData)
  await expect(running.window.getByText(person).first()).toBeVisible()
  const seen = await processOfPage(running)
  const covered = await lockDesk(running)
  await expect(covered.window.getByRole('heading', { name: signInLabels.titleLocked })).toBeVisible()
  expect(await covered.window.content()).not.toContain(person)
  expect(await processOfPage(covered)).not.toBe(seen)
  await signIn(covered.window)
  await expect(covered.window.getByText(person).first()).toBeVisible()
  await covered.app.close()
})

test('Ctrl+L covers the desk from the middle of a form, and leaving it asks who comes next', async () => {
  const running = await launchSignedIn(userData)
  await goTo(running.window, 'residents')
  await running.window.getByText(residentLabels.list.add).click()
  const covered = await windowAfter(running, () => running.window.keyboard.press('Control+l'))
  await signIn(covered.window)
  const left = await windowAfter(covered, () =>
    covered.window.getByRole('button', { name: signInLabels.account.signOut }).click(),
  )
  await expect(left.window.getByRole('heading', { name: signInLabels.title, exact: true })).toBeVisible()
  await signIn(left.window)
  await expect(left.window.getByText(person).first()).toBeVisible()
  await left.app.close()
})

test('the desk covers itself when nobody touches the PC, and when the screen is locked', async () => {
  const running = await launchSignedIn(userData)
  await expect(running.window.getByText(person).first()).toBeVisible()
  await running.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 301
  })
  const covered = await windowAfter(running, () =>
    // The clock the program counts idleness by is the runtime's own.
    running.app.evaluate(() => {
      const elapsed = performance.now.bind(performance)
      performance.now = () => elapsed() + 301_000
    }),
  )
  await signIn(covered.window)
  await expect(covered.window.getByText(person).first()).toBeVisible()
  const again = await windowAfter(covered, () =>
    covered.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')),
  )
  await expect(again.window.getByRole('heading', { name: signInLabels.titleLocked })).toBeVisible()
  await again.app.close()
})

test('a desk that stays covered for half an hour is given up, and its page follows', async () => {
  const running = await launchSignedIn(userData)
  await expect(running.window.getByText(person).first()).toBeVisible()
  const covered = await lockDesk(running)
  await expect(covered.window.getByRole('heading', { name: signInLabels.titleLocked })).toBeVisible()
  // The program has to see that it is covered before it counts from there.
  await covered.app.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 2500))
    const elapsed = performance.now.bind(performance)
    performance.now = () => elapsed() + 30 * 60_000
  })
  await expect(covered.window.getByRole('heading', { name: signInLabels.title, exact: true })).toBeVisible()
  await covered.app.close()
})

test('the time after which the desk covers itself is the one the director set', async () => {
  const running = await launchSignedIn(userData)
  await goTo(running.window, 'settings')
  await running.window
    .getByRole('combobox', { name: appLabels.settings.idleLock })
    .selectOption(appLabels.settings.idleLockOption(1))
  await expect(running.window.getByText(appLabels.form.saved)).toBeVisible()
  await running.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 61
  })
  const covered = await windowAfter(running, () =>
    running.app.evaluate(() => {
      const elapsed = performance.now.bind(performance)
      performance.now = () => elapsed() + 61_000
    }),
  )
  await expect(covered.window.getByRole('heading', { name: signInLabels.titleLocked })).toBeVisible()
  await covered.app.close()
})

test('the window comes back where and as large as it was', async () => {
  const running = await launchSignedIn(userData)
  const bounds = ({ app }: RunningApp) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1100, height: 700 }),
  )
  await expect.poll(() => bounds(running)).toMatchObject({ width: 1100, height: 700 })
  const before = await bounds(running)
  const covered = await lockDesk(running)
  await expect.poll(() => bounds(covered)).toEqual(before)
  await covered.app.close()
})

test('sleep takes the key away: the short PIN is not even offered', async () => {
  const running = await launchSignedIn(userData)
  await expect(running.window.getByText(person).first()).toBeVisible()
  const left = await windowAfter(running, () =>
    running.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
  )
  await expect(left.window.getByRole('heading', { name: signInLabels.title, exact: true })).toBeVisible()
  await signIn(left.window, director.password)
  await expect(left.window.getByText(person).first()).toBeVisible()
  await left.app.close()
})

test('the first page has the letters its reader chose the last time', async () => {
  const running = await launchSignedIn(userData)
  await goTo(running.window, 'settings')
  await running.window.getByLabel(appLabels.settings.textSizeOption(150)).check()
  await expect(running.window.locator('html')).toHaveCSS('font-size', '24px')
  await running.app.close()
  const again = await launchApp(userData)
  await again.window.getByRole('heading', { name: signInLabels.title, exact: true }).waitFor()
  await expect(again.window.locator('html')).toHaveCSS('font-size', '24px')
  await again.app.close()
})
