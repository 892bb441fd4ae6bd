import { expect, test, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { failureSentence } from '../domain/labels/failure.zh.ts'

import { paperLabels } from '../domain/labels/paper.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { type RunningApp } from './testing/launch-app.ts'
import { launchWithRound } from './testing/office-steps.ts'
import { printServerObstacle, startPrintServer, type PrintServer } from './testing/print-server.ts'

const words = paperLabels.output
const usualServer = process.env['CUPS_SERVER']
let server: PrintServer | undefined

test.skip(printServerObstacle !== null, printServerObstacle ?? '')

test.beforeEach(async () => {
  server = await startPrintServer()
  process.env['CUPS_SERVER'] = server.address
})

test.afterEach(async () => {
  if (usualServer === undefined) delete process.env['CUPS_SERVER']
  else process.env['CUPS_SERVER'] = usualServer
  await server?.end()
})

/** The print preview of a new office's first round. */
async function openPreview(): Promise<RunningApp> {
  const running = await launchWithRound()
  const { window } = running
  await window.getByRole('button', { name: visitLabels.round.print }).click()
  await window.getByRole('button', { name: words.savePdf }).waitFor()
  return running
}

/** Prints and waits until it is said to be printed. */
async function print(window: Page): Promise<void> {
  await window.getByRole('button', { name: words.print, exact: true }).click()
  await expect(window.getByText(words.printed)).toBeVisible({ timeout: 40_000 })
}

test('a visit list goes to the usual printer, or to another that was chosen', async () => {
  server?.addPrinter('hall')
  server?.addPrinter('office')
  server?.makeDefault('office')
  const countsAt = () => ['office', 'hall'].map((name) => server?.papersOf(name).length)
  const { app, window } = await openPreview()
  const choice = window.getByLabel(words.printer)
  await expect(choice.locator('option')).toHaveText([words.usualPrinter, 'hall', 'office'])
  await print(window)
  await expect.poll(countsAt).toEqual([1, 0])
  await choice.selectOption('hall')
  await print(window)
  await expect.poll(countsAt).toEqual([1, 1])

  for (const paper of [...(server?.papersOf('office') ?? []), ...(server?.papersOf('hall') ?? [])]) {
    const text = execFileSync('pdftotext', ['-layout', paper, '-']).toString()
    expect(text).toContain('王建国')
    expect(text).not.toContain('610103195001011037')
    const info = execFileSync('pdfinfo', [paper]).toString()
    expect(info).toMatch(/Pages:\s+1\n/)
    expect(info).toMatch(/Page size:\s+84[12](\.\d+)? x 59[45](\.\d+)? pts/)
  }
  await app.close()
})

test('a printer that is gone is told as such, and nothing is said to be printed', async () => {
  server?.addPrinter('office')
  const { app, window } = await openPreview()
  await expect(window.getByLabel(words.printer)).toHaveValue('office')
  server?.removePrinter('office')
  await window.getByRole('button', { name: words.print, exact: true }).click()
  await expect(window.getByText(failureSentence({ code: 'printFailed' }))).toBeVisible({ timeout: 40_000 })
  await expect(window.getByText(words.printed)).toBeHidden()
  await app.close()
})

test('without any printer the way to a PDF is shown', async () => {
  const { app, window } = await openPreview()
  await expect(window.getByText(words.noPrinter)).toBeVisible()
  await expect(window.getByRole('button', { name: words.print, exact: true })).toBeDisabled()
  await expect(window.getByRole('button', { name: words.savePdf })).toBeEnabled()
  await app.close()
})
