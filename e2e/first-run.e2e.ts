import { expect, test } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { committeeFieldLabels } from '../domain/labels/field.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { launchApp } from './testing/launch-app.ts'

test('a first run started empty shows the residents page, and the next start finds the ledger', async () => {
  const { app, window, userData } = await launchApp()
  await expect(window.getByRole('heading', { name: setupLabels.title })).toBeVisible()
  await window.getByLabel(committeeFieldLabels.committeeName).fill('幸福里社区居民委员会')
  await window.getByLabel(committeeFieldLabels.streetOfficeName).fill('和平街道办事处')
  await window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  await expect(window.getByRole('heading', { name: residentLabels.list.title, exact: true })).toBeVisible()
  await app.close()

  expect(existsSync(join(userData, 'ledger', 'linli-ledger.db'))).toBe(true)

  const again = await launchApp(userData)
  await expect(
    again.window.getByRole('heading', { name: residentLabels.list.title, exact: true }),
  ).toBeVisible()
  await again.app.close()

  // Nothing unexpected happened, closing included.
  const log = join(userData, 'logs', 'main.log')
  expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('')
})
