import { expect, type Page } from '@playwright/test'
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { paperLabels } from '../../domain/labels/paper.zh.ts'
import { visitLabels } from '../../domain/labels/visit.zh.ts'
import type { VisitList } from '../../domain/paper.ts'
import { answerQuestions, answerSaveDialog, type RunningApp } from '../../e2e/testing/launch-app.ts'
import { openSpringFestivalRound } from '../../e2e/testing/office-steps.ts'
import type { Figure } from './figure.ts'
import { noOffice, officeName, startLibreOffice } from './libre-office.ts'
import { timeClick } from './page-watch.ts'
import { launchInSample, userWithLedger } from './samples.ts'
import { median } from './statistics.ts'
import { writeVisitListWorkbook } from './visit-list-workbook.ts'

const repetitions = 5

/** The size of community in which the rules choose about 1,000 people. */
const householdCount = 4_216

/** A visit list of about 1,000 rows saved as PDF, beside LibreOffice making a PDF of the same rows. */
export async function paperFigures(): Promise<readonly Figure[]> {
  const userData = await userWithLedger(householdCount)
  const office = await startLibreOffice()
  const running = await launchInSample(userData)
  try {
    const { window } = running
    await answerQuestions(running, dialogTexts.bulkPaper('savedAsPdf', 'masked', 1).goOn)
    await openSpringFestivalRound(window)
    const list = await visitListOf(window)
    const workbook = join(userData, 'visit-list.xlsx')
    await writeVisitListWorkbook(workbook, list)
    const ours: number[] = []
    const conversions: number[] = []
    // The first round is not counted: the print window's code and the office suite's profile are new.
    for (let round = 0; round <= repetitions; round += 1) {
      const saved = await savePdf(running, join(userData, 'visit-list.pdf'))
      const converted = await office?.convert(workbook, 'pdf')
      if (round === 0) continue
      ours.push(saved / 1000)
      if (converted !== undefined) conversions.push(converted / 1000)
    }
    return [
      {
        name: `visit list of ${list.rows.length.toLocaleString('en')} rows to PDF`,
        unit: 's',
        ours: median(ours),
        peer: conversions.length === 0 ? null : median(conversions),
        peerName: office === null ? noOffice : `${officeName} to PDF`,
        target: { kind: 'ratio', most: 1 },
        samples: ours,
        peerSamples: conversions,
      },
    ]
  } finally {
    office?.end()
    await running.app.close()
  }
}

/** The rows as the paper gets them, over the window's own door. */
async function visitListOf(window: Page): Promise<VisitList> {
  const visitRoundId = Number(new URL(window.url()).hash.split('/').at(-1))
  return window.evaluate(async (id) => {
    const { ledger } = globalThis as unknown as {
      readonly ledger: Record<string, (input: unknown) => Promise<{ readonly value: VisitList }>>
    }
    const rows: VisitList['rows'] = []
    for (;;) {
      const page = { visitRoundId: id, offset: rows.length, limit: 200 }
      const reply = await ledger['paper.visitList']?.(page)
      if (reply === undefined) throw new Error('no door for papers')
      if (reply.value.rows.length === 0) return { ...reply.value, rows }
      rows.push(...reply.value.rows)
    }
  }, visitRoundId)
}

/** Unit: milliseconds from the click in a fresh preview to the frame that says the file is saved. */
async function savePdf(running: RunningApp, filePath: string): Promise<number> {
  const { window } = running
  const words = paperLabels.preview
  rmSync(filePath, { force: true })
  await answerSaveDialog(running, filePath)
  await window.getByRole('button', { name: visitLabels.round.print }).click()
  const save = window.getByRole('button', { name: paperLabels.output.savePdf })
  await expect(save).toBeEnabled({ timeout: 30_000 })
  const isAskedAgain = (await window.getByRole('alert').count()) > 0
  if (isAskedAgain) await save.click()
  const button = isAskedAgain ? window.getByRole('button', { name: words.missingContinue }) : save
  const span = await timeClick(window, button, {
    selector: '[role=status]',
    text: paperLabels.output.pdfSaved,
  })
  if (!existsSync(filePath) || statSync(filePath).size === 0) throw new Error('the app made no PDF')
  await window.getByRole('button', { name: words.back }).click()
  return span.doneAt - span.startedAt
}
