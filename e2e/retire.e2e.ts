import { expect, test } from '@playwright/test'
import { auditSentence } from '../domain/labels/audit.zh.ts'
import { backupLabels } from '../domain/labels/backup.zh.ts'
import { failureSentence } from '../domain/labels/failure.zh.ts'
import { retireLabels as words } from '../domain/labels/retire.zh.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { signInLabels } from '../domain/labels/sign-in.zh.ts'
import { axeFindings } from './testing/axe-findings.ts'
import { answerOpenDialog, answerQuestions, launchApp, newUserData } from './testing/launch-app.ts'
import { confirmRecoveryCode, fillInOffice, goTo, signIn } from './testing/office-steps.ts'
import { aSmallStick, stickObstacle } from './testing/small-stick.ts'

test('a ledger that went to another PC is retired only with everything on a stick, and taken back on purpose', async () => {
  const obstacle = stickObstacle()
  test.skip(obstacle !== null, obstacle ?? '')
  const userData = newUserData()
  const stick = aSmallStick(userData, 2000)
  const first = await launchApp(userData, stick.launcher)
  const { window } = first
  await fillInOffice(window)
  await window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  await confirmRecoveryCode(window)
  await goTo(window, 'settings')
  const retire = window.getByRole('button', { name: words.retire })

  await answerQuestions(first, words.question.stop)
  await retire.click()
  await expect(retire).toBeEnabled()
  await answerQuestions(first, words.question.goOn)
  await retire.click()
  await expect(window.getByText(failureSentence({ code: 'backupOutdated' }))).toBeVisible()
  expect(await axeFindings(window)).toEqual([])

  await window.getByRole('link', { name: words.toBackups }).click()
  await answerOpenDialog(first, stick.folder)
  await window.getByRole('button', { name: backupLabels.stick.choose }).click()
  await expect(window.getByText(/并核对无误/)).toBeVisible()
  await goTo(window, 'settings')
  await retire.click()
  await expect(window.getByRole('heading', { name: words.page.title })).toBeVisible()
  await first.app.close()

  const again = await launchApp(first.userData)
  await expect(again.window.getByRole('heading', { name: words.page.title })).toBeVisible()
  expect(await axeFindings(again.window)).toEqual([])
  await again.window.getByRole('button', { name: words.page.reactivate }).click()
  expect(await axeFindings(again.window)).toEqual([])
  await again.window.getByRole('button', { name: words.page.reactivateConfirm, exact: true }).click()
  await expect(again.window.getByRole('form', { name: signInLabels.title })).toBeVisible()
  await signIn(again.window)
  await goTo(again.window, 'settings')
  await again.window.getByRole('region', { name: words.title }).scrollIntoViewIfNeeded()
  await goTo(again.window, 'records')
  for (const action of ['ledgerRetired', 'ledgerReactivated'] as const) {
    const sentence = auditSentence({ action, detail: {}, reason: '' } as Parameters<typeof auditSentence>[0])
    await expect(again.window.getByText(sentence)).toBeVisible()
  }
  await again.app.close()
})
