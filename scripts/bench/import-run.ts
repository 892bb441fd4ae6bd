import type { Page } from '@playwright/test'
import { importLabels } from '../../domain/labels/import.zh.ts'
import { answerOpenDialog, launchApp, type RunningApp } from '../../e2e/testing/launch-app.ts'
import { setUpOffice } from '../../e2e/testing/office-steps.ts'
import { timeClick, type Span } from './page-watch.ts'
import { emptyFolder } from './samples.ts'

/** The three waits of an import, from the click to the frame that shows what comes next. */
export interface ImportRun {
  readonly reading: Span
  readonly checking: Span
  readonly writing: Span
}

/** The app with an empty ledger, on the import page. */
export async function launchForImport(): Promise<RunningApp> {
  const running = await launchApp(emptyFolder())
  await setUpOffice(running.window)
  return running
}

/** Imports a roster into the empty ledger; `beforeWriting` is called with everything read and checked. */
export async function importRoster(
  running: RunningApp,
  roster: string,
  beforeWriting: () => Promise<unknown> = () => Promise.resolve(),
): Promise<ImportRun> {
  const { window } = running
  await answerOpenDialog(running, roster)
  const reading = await timeClick(
    window,
    window.getByRole('button', { name: importLabels.start.choose, exact: true }),
    heading(importLabels.columns.heading),
  )
  const checking = await timeClick(
    window,
    window.getByRole('button', { name: importLabels.columns.next }),
    heading(importLabels.preview.heading),
  )
  await beforeWriting()
  const writing = await timeClick(window, applyButton(window), heading(importLabels.result.heading))
  return { reading, checking, writing }
}

/** Unit: milliseconds in which the app worked, without the time between its own clicks. */
export function workingTime({ reading, checking, writing }: ImportRun): number {
  return [reading, checking, writing].reduce((sum, { startedAt, doneAt }) => sum + doneAt - startedAt, 0)
}

function heading(text: string) {
  return { selector: 'h1, h2', text }
}

/** Its label ends in counts. */
function applyButton(window: Page) {
  const label = importLabels.preview.apply({ add: 0, update: 0, unchanged: 0, refuse: 0 })
  const beforeCounts = label.slice(0, label.search(/[^\p{L}]/u))
  return window.getByRole('button', { name: beforeCounts })
}
