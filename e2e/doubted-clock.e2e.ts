import { expect, test } from '@playwright/test'
import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { clockLabels } from '../domain/labels/clock.zh.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { signInLabels } from '../domain/labels/sign-in.zh.ts'
import { axeFindings } from './testing/axe-findings.ts'
import { launchApp } from './testing/launch-app.ts'
import { confirmRecoveryCode, fillInOffice, signIn } from './testing/office-steps.ts'

test('a clock that went back is asked about before anybody signs in, until it is right or said to be', async () => {
  const first = await launchApp()
  await fillInOffice(first.window)
  await first.window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  await confirmRecoveryCode(first.window)
  await first.window.getByRole('navigation').waitFor()
  await first.app.close()
  const ledger = join(first.userData, 'ledger', 'linli-ledger.db')
  // Seen from what was written in two years, the clock of today has gone back.
  const later = new Date(Date.now() + 2 * 365 * 86_400_000)
  utimesSync(ledger, later, later)

  const { window, app } = await launchApp(first.userData)
  await expect(window.getByRole('heading', { name: clockLabels.title })).toBeVisible()
  await expect(window.getByLabel(signInLabels.password)).toHaveCount(0)
  await window.getByRole('button', { name: clockLabels.retry }).click()
  await expect(window.getByText(clockLabels.stillDoubtful)).toBeVisible()
  expect(await axeFindings(window)).toEqual([])

  const now = new Date()
  utimesSync(ledger, now, now)
  await window.getByRole('button', { name: clockLabels.retry }).click()
  await expect(window.getByRole('form', { name: signInLabels.title })).toBeVisible()
  await app.close()

  utimesSync(ledger, later, later)
  const again = await launchApp(first.userData)
  await again.window.getByRole('button', { name: clockLabels.trust }).click()
  await signIn(again.window)
  await expect(again.window.getByRole('navigation')).toBeVisible()
  await again.app.close()
})
