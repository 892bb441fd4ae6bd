import { expect, test } from '@playwright/test'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dialogTexts } from '../domain/labels/dialog.zh.ts'
import { failureSentence } from '../domain/labels/failure.zh.ts'
import { importLabels } from '../domain/labels/import.zh.ts'
import { paperLabels } from '../domain/labels/paper.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { answerQuestions, answerSaveDialog, launchApp, newUserData } from './testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  openSpringFestivalRound,
  previewRoster,
  setUpOffice,
} from './testing/office-steps.ts'

const peopleCount = 51
const given = ['福', '禄', '寿', '喜', '安', '康', '宁', '和', '顺', '祥']
const people = Array.from({ length: peopleCount }, (_, index) => {
  const name = `王${given[Math.floor(index / 10)] ?? ''}${given[index % 10] ?? ''}`
  return `${name},1940-05-20,3号楼1单元${index + 101}`
})

test('more than 50 people on a paper, or taken out of the ledger, are asked about where no page can answer', async () => {
  const userData = newUserData()
  const roster = join(userData, '老人.csv')
  const running = await launchApp(userData)
  const { window } = running
  await setUpOffice(window)
  writeFileSync(roster, ['姓名,出生日期,住址', ...people].join('\r\n'))
  await previewRoster(running, roster)
  await applyRoster(window)

  await openSpringFestivalRound(window)
  const paper = dialogTexts.bulkPaper('savedAsPdf', 'masked', peopleCount)
  const pdf = join(userData, '名单.pdf')
  await answerSaveDialog(running, pdf)
  await window.getByRole('button', { name: visitLabels.round.print }).click()
  const save = window.getByRole('button', { name: paperLabels.output.savePdf })
  await expect(save).toBeEnabled()
  const refused = await answerQuestions(running, paper.stop)
  await save.click()
  await expect(window.getByText(paperLabels.output.pdfCancelled)).toBeVisible()
  expect(await refused()).toEqual([paper.title])
  expect(existsSync(pdf)).toBe(false)
  await answerQuestions(running, paper.goOn)
  await save.click()
  await expect(window.getByText(paperLabels.output.pdfSaved)).toBeVisible({ timeout: 40_000 })
  expect(existsSync(pdf)).toBe(true)
  await goTo(window, 'records')
  // The one that was refused never left, and no entry says that it did.
  await expect(window.getByText(/把走访名单（51 人，号码隐藏，单号 \d{4}-1）存为 PDF/)).toHaveCount(1)

  const undo = dialogTexts.bulkUndo(peopleCount, 0)
  const kept = await answerQuestions(running, undo.stop)
  await goTo(window, 'import')
  const press = async () => {
    await window.getByRole('button', { name: importLabels.undo.button }).click()
    await window.getByRole('dialog').getByRole('button', { name: importLabels.undo.confirm }).click()
  }
  await press()
  await expect(window.getByText(failureSentence({ code: 'cancelled' }))).toBeVisible()
  expect(await kept()).toEqual([undo.title])
  await answerQuestions(running, undo.goOn)
  await press()
  // All of them are on a visit round by now, and are kept.
  await expect(
    window.getByText(importLabels.undo.done({ removedCount: 0, restoredCount: 0, keptCount: 51 })),
  ).toBeVisible()
  await running.app.close()
})
