import { expect, test, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { auditActionLabels } from '../domain/labels/audit.zh.ts'
import { dialogTexts } from '../domain/labels/dialog.zh.ts'
import { lifeEventLabels, lifeLabels } from '../domain/labels/life.zh.ts'
import { paperLabels } from '../domain/labels/paper.zh.ts'
import { noticeLabels, noticePartLabels, noticeSignerLabels } from '../domain/labels/privacy-notice.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { retentionLabels } from '../domain/labels/retention.zh.ts'
import { noticeParts } from '../domain/privacy-notice.ts'
import { inspector } from './testing/axe-findings.ts'
import { answerQuestions, answerSaveDialog, launchApp, type RunningApp } from './testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  previewRoster,
  roster,
  searchResidents,
  setUpOffice,
} from './testing/office-steps.ts'

const output = paperLabels.output
const { card, form, page, text: textWords } = noticeLabels

async function launchWithPeople(): Promise<RunningApp> {
  const running = await launchApp()
  await setUpOffice(running.window)
  await previewRoster(running, roster)
  await applyRoster(running.window)
  return running
}

async function openPerson(window: Page, name: string): Promise<void> {
  await goTo(window, 'residents')
  await searchResidents(window, name, 1)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name, level: 1 })).toBeVisible()
}

async function openPrivacy(window: Page): Promise<void> {
  await goTo(window, 'settings')
  await window.getByRole('link', { name: retentionLabels.page.open }).press('Enter')
  await expect(window.getByRole('heading', { name: retentionLabels.page.title, level: 1 })).toBeVisible()
}

async function savedPdf(running: RunningApp, name: string): Promise<string> {
  const { window, userData } = running
  const file = join(userData, name)
  await expect(window.getByText(/^共 \d+ 页$/)).toBeVisible()
  await answerSaveDialog(running, file)
  await window.getByRole('button', { name: output.savePdf }).press('Enter')
  await expect(window.getByText(output.pdfSaved)).toBeVisible({ timeout: 40_000 })
  return execFileSync('pdftotext', ['-layout', file, '-']).toString()
}

test('a notice says what the director wrote, and who has signed it is on the person and in the history', async () => {
  const running = await launchWithPeople()
  const { window } = running
  const { look, expectNothing } = inspector(window)
  await openPrivacy(window)
  await look('privacy')
  await window.getByLabel(noticePartLabels.purpose).fill('这是本社区自己写的目的。')
  await window.getByRole('button', { name: textWords.save }).press('Enter')
  await expect(window.getByText(textWords.saved)).toBeVisible()
  await window.getByRole('link', { name: textWords.blank }).press('Enter')
  const blank = await savedPdf(running, 'blank.pdf')
  await look('notice')
  expect(blank).toContain('这是本社区自己写的目的。')
  for (const part of noticeParts) expect(blank).toContain(noticePartLabels[part])
  expect(blank).not.toContain('王建国')

  await openPerson(window, '王建国')
  await expect(window.getByText(card.none)).toBeVisible()
  await window.getByRole('link', { name: page.open }).press('Enter')
  expect(await savedPdf(running, 'own.pdf')).toContain('王建国')
  await window.getByRole('link', { name: page.back }).press('Enter')
  await window.getByRole('button', { name: card.sign, exact: true }).press('Enter')
  await window.getByLabel(form.signedOn).fill('2099-1-1')
  await window.keyboard.press('Enter')
  await expect(window.getByText(form.problems.future)).toBeVisible()
  await look('signature')
  await window.getByLabel(form.signedOn).fill('2026-3-1')
  await window.keyboard.press('Enter')
  await expect(window.getByText(card.signed(`2026-03-01 ${noticeSignerLabels.self}`))).toBeVisible()
  await window.getByRole('button', { name: lifeLabels.timeline.show }).press('Enter')
  await expect(window.getByRole('row').filter({ hasText: noticeLabels.history })).toContainText('2026-03-01')
  expectNothing(3)
  await running.app.close()
})

test('whose term is over is deleted for good, after a reason and a question of the system', async () => {
  const running = await launchWithPeople()
  const { window } = running
  await openPerson(window, '王建国')
  await window.getByRole('button', { name: lifeLabels.card.record(lifeEventLabels.movedOut) }).press('Enter')
  await window.getByRole('dialog').getByLabel(lifeLabels.form.happenedOn).fill('2015-01-01')
  await window.keyboard.press('Enter')
  await expect(window.getByText(lifeLabels.card.done(lifeEventLabels.movedOut))).toBeVisible()

  const { list, rules, erase } = retentionLabels
  await openPrivacy(window)
  const { look, expectNothing } = inspector(window)
  await expect(window.getByText(rules.undecided)).toBeVisible()
  await window.getByLabel(rules.movedOutYears).fill('3')
  await window.getByRole('button', { name: rules.save }).press('Enter')
  await expect(window.getByText(rules.saved)).toBeVisible()
  await window.getByRole('link', { name: rules.list }).press('Enter')
  await window.getByLabel(list.choose('王建国')).press('Space')
  await look('expired')
  await window.getByRole('button', { name: list.erase }).press('Enter')
  await window.getByRole('button', { name: erase.confirm, exact: true }).press('Enter')
  await expect(window.getByText(erase.missing)).toBeVisible()
  await look('erase')
  // What can't be taken back has the colour of danger.
  const eraseButton = window.getByRole('dialog').getByRole('button', { name: erase.confirm, exact: true })
  await expect(eraseButton).toHaveCSS('background-color', 'rgb(180, 35, 24)')
  await window.keyboard.type('保存期满，已归档')
  const asked = await answerQuestions(running, dialogTexts.erase(1).stop)
  await window.keyboard.press('Enter')
  await expect.poll(asked).toEqual([dialogTexts.erase(1).title])
  await answerQuestions(running, dialogTexts.erase(1).goOn)
  await window.getByRole('button', { name: erase.confirm, exact: true }).press('Enter')
  await expect(window.getByText(erase.done(1, 0))).toBeVisible()
  await expect(window.getByText(list.empty)).toBeVisible()

  await goTo(window, 'residents')
  await window.getByLabel(residentLabels.list.presence).selectOption('all')
  await searchResidents(window, '王建国', 0)
  await goTo(window, 'records')
  await expect(window.getByRole('row').filter({ hasText: auditActionLabels.erased }).first()).toContainText(
    '保存期满，已归档',
  )
  expectNothing(2)
  await running.app.close()
})
