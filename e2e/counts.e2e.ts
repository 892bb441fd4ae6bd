import { expect, test } from '@playwright/test'
import * as xlsx from '@e965/xlsx'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countLabels, sheetLineLabel } from '../domain/labels/count.zh.ts'
import { lifeEventLabels, lifeLabels } from '../domain/labels/life.zh.ts'
import { paperLabels } from '../domain/labels/paper.zh.ts'
import { answerSaveDialog, launchApp } from './testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  previewRoster,
  roster,
  searchResidents,
  setUpOffice,
} from './testing/office-steps.ts'

const words = countLabels

test('a figure of the population sheet opens its people, and a sheet that is kept stays as it was', async () => {
  const running = await launchApp()
  const { app, window } = running
  await setUpOffice(window)
  await previewRoster(running, roster)
  await applyRoster(window)

  await goTo(window, 'counts')
  await window.getByLabel(words.referenceOn).fill('2020-01-01')
  await window.getByLabel(words.fromOn).fill('2021-01-01')
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.fromLater)).toBeVisible()
  await window.getByLabel(words.referenceOn).fill('2026-11-01')
  await window.getByLabel(words.fromOn).fill('2026-1-1')
  await window.keyboard.press('Enter')
  const total = (count: number) =>
    window.getByRole('button', { name: words.open(sheetLineLabel('total'), words.columns.all, count) })
  await expect(total(6)).toBeVisible()

  // Four of the six are seventy or older that day: born in 1946, 1948, 1950 and 1952.
  const elders = words.open(sheetLineLabel('from:70'), words.columns.all, 4)
  await window.getByRole('button', { name: elders }).press('Enter')
  const people = window.getByRole('grid', { name: words.rowsName })
  await expect(people.getByRole('row')).toHaveCount(5)
  await expect(people).toContainText('陈国栋')
  await window.keyboard.press('Escape')

  await window.getByRole('button', { name: words.submit }).press('Enter')
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.submitted(words.sheetName('2026-11-01')))).toBeVisible()

  await goTo(window, 'residents')
  await searchResidents(window, '赵强', 1)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  const card = window.getByRole('region', { name: lifeLabels.card.title })
  await card.getByRole('button', { name: lifeLabels.card.record(lifeEventLabels.movedOut) }).click()
  await window.getByRole('dialog').getByLabel(lifeLabels.form.happenedOn).fill('2026-10-01')
  await window.keyboard.press('Enter')
  await expect(card.getByText(lifeLabels.card.done(lifeEventLabels.movedOut))).toBeVisible()

  // The page still knows the days, and counts them anew.
  await goTo(window, 'counts')
  await expect(window.getByLabel(words.referenceOn)).toHaveValue('2026-11-01')
  await expect(total(5)).toBeVisible()
  await window.getByRole('button', { name: words.sheetName('2026-11-01') }).press('Enter')
  await expect(window.getByText(words.frozen)).toBeVisible()
  await expect(total(6)).toBeVisible()

  // On paper stand the same figures, with the name under which they are kept.
  await window.getByRole('link', { name: words.print }).press('Enter')
  await expect(window.getByText(`（${words.sheetName('2026-11-01')}，`)).toBeVisible()
  const file = join(mkdtempSync(join(tmpdir(), 'linli 统计-')), '统计表.pdf')
  await answerSaveDialog(running, file)
  await window.getByRole('button', { name: paperLabels.output.savePdf }).press('Enter')
  await expect(window.getByText(paperLabels.output.pdfSaved)).toBeVisible()
  const text = execFileSync('pdftotext', ['-layout', file, '-']).toString()
  expect(text).toMatch(/总人数 +6 +4 +2/)
  expect(text).toMatch(/70 岁及以上 +4 /)
  expect(text).not.toContain('陈国栋')
  const workbookFile = join(mkdtempSync(join(tmpdir(), 'linli 统计-')), '统计表.xlsx')
  await answerSaveDialog(running, workbookFile)
  await window.getByRole('button', { name: paperLabels.output.saveWorkbook }).press('Enter')
  await expect(window.getByText(paperLabels.output.workbookSaved)).toBeVisible()
  const workbook = xlsx.read(readFileSync(workbookFile))
  const rows = xlsx.utils.sheet_to_json<(string | number)[]>(
    workbook.Sheets[workbook.SheetNames[0] ?? ''] ?? {},
    {
      header: 1,
    },
  )
  expect(rows).toContainEqual([sheetLineLabel('total'), 6, 4, 2])
  expect(rows.find(([line]) => line === sheetLineLabel('from:70'))?.[1]).toBe(4)
  expect(JSON.stringify(rows)).toContain(`（${words.sheetName('2026-11-01')}，`)
  expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(1)
  await app.close()
})
