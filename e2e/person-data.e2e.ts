import { expect, test, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { auditActionLabels } from '../domain/labels/audit.zh.ts'
import { paperLabels } from '../domain/labels/paper.zh.ts'
import { personAskerLabels, personDataLabels, personSectionLabels } from '../domain/labels/person-data.zh.ts'
import { answerSaveDialog, launchApp, type RunningApp } from './testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  previewRoster,
  roster,
  searchResidents,
  setUpOffice,
} from './testing/office-steps.ts'

const words = personDataLabels.page
const output = paperLabels.output

async function launchWithPeople(): Promise<RunningApp> {
  const running = await launchApp()
  await setUpOffice(running.window)
  await previewRoster(running, roster)
  await applyRoster(running.window)
  return running
}

/** From the list to somebody's paper, with the keyboard alone. */
async function openPaper(window: Page, name: string): Promise<void> {
  await goTo(window, 'residents')
  await searchResidents(window, name, 1)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await window.getByRole('link', { name: words.open }).press('Enter')
  await expect(window.getByText(/^共 \d+ 页$/)).toBeVisible()
}

test('a person is given all that is held on them, and it is written down who asked', async () => {
  const running = await launchWithPeople()
  const { window, userData } = running
  await openPaper(window, '王建国')
  await expect(window.getByText('610103195001011037')).toBeHidden()

  const file = join(userData, 'data.pdf')
  await answerSaveDialog(running, file)
  await window.getByLabel(words.asker).selectOption('guardian')
  await window.getByRole('button', { name: output.savePdf }).press('Enter')
  await expect(window.getByText(words.noteMissing)).toBeVisible()
  await expect(window.getByLabel(words.note)).toBeFocused()
  await window.keyboard.type('女儿王红')
  await window.getByRole('button', { name: output.savePdf }).press('Enter')
  await expect(window.getByText(output.pdfSaved)).toBeVisible({ timeout: 40_000 })

  const text = execFileSync('pdftotext', ['-layout', file, '-']).toString()
  expect(text).toContain('610103195001011037')
  expect(text).toContain('女儿王红')
  for (const section of ['record', 'phones', 'household', 'visits', 'changes', 'disclosures'] as const)
    expect(text).toContain(personSectionLabels[section].title)
  expect(text).not.toContain(personSectionLabels.sealedMatters.title)
  expect(text).toContain(personDataLabels.paper.receiptSign)
  const info = execFileSync('pdfinfo', [file]).toString()
  const pageCount = Number(/Pages:\s+(\d+)/.exec(info)?.[1])
  expect(info).toMatch(/Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts/)
  expect(text.match(/第 ?\d+ ?页\s+共 ?\d+ ?页/g)).toHaveLength(pageCount)

  await goTo(window, 'records')
  const entry = window.getByRole('row').filter({ hasText: auditActionLabels.dataIssued })
  await expect(entry).toContainText(`“王建国”的个人信息查阅单给了${personAskerLabels.guardian}`)
  await expect(entry).toContainText('女儿王红')
  await running.app.close()
})
