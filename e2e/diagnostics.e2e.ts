import { expect, test } from '@playwright/test'
import { readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { diagnosticsLabels as words } from '../domain/labels/diagnostics.zh.ts'
import { failureSentence } from '../domain/labels/failure.zh.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { answerSaveDialog, launchApp, type RunningApp } from './testing/launch-app.ts'
import { confirmRecoveryCode, director, fillInOffice, goTo } from './testing/office-steps.ts'

test('the file for help by phone tells of the program and the PC, and of nobody', async () => {
  const running = await launchApp()
  const { window, app, userData } = running
  await fillInOffice(window)
  await window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  await confirmRecoveryCode(window)
  await goTo(window, 'settings')
  const text = await savedDiagnostics(running)
  await app.close()

  expect(text.startsWith('\uFEFF' + words.heading)).toBe(true)
  expect(text).toContain(`${words.facts.version}：0.`)
  expect(text).toContain(`${words.facts.residentCount}：0`)
  expect(text).toMatch(new RegExp(`${words.facts.ledgerFile}：\\d+\\.\\d\\d MB`))
  for (const personal of [director.name, '幸福里', '和平街道', userData, '用户']) {
    expect(text).not.toContain(personal)
  }
})

test('a ledger that does not open can be told about too', async () => {
  const first = await launchApp()
  await fillInOffice(first.window)
  await first.window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  await confirmRecoveryCode(first.window)
  await first.window.getByRole('navigation').waitFor()
  await first.app.close()
  truncateSync(join(first.userData, 'ledger', 'linli-ledger.db'), 0)

  const again = await launchApp(first.userData)
  const text = await savedDiagnostics(again)
  await again.app.close()
  expect(text).toContain(words.facts.failure)
  expect(text).toContain(failureSentence({ code: 'ledgerDamaged' }))
  expect(text).toMatch(new RegExp(`${words.facts.ledgerFile}：0\\.00 MB`))
})

async function savedDiagnostics(running: RunningApp): Promise<string> {
  const filePath = join(running.userData, 'diagnostics.txt')
  await answerSaveDialog(running, filePath)
  await running.window.getByRole('button', { name: words.save }).click()
  await expect(running.window.getByText(words.saved)).toBeVisible()
  return readFileSync(filePath, 'utf8')
}
