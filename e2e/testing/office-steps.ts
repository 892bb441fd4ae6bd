import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { committeeFieldLabels } from '../../domain/labels/field.zh.ts'
import { appLabels } from '../../domain/labels/app.zh.ts'
import { importLabels } from '../../domain/labels/import.zh.ts'
import { paperLabels } from '../../domain/labels/paper.zh.ts'
import { revealLabels } from '../../domain/labels/reveal.zh.ts'
import type { PaperNumbers } from '../../domain/paper-stamp.ts'
import { residentLabels } from '../../domain/labels/resident.zh.ts'
import { setupLabels } from '../../domain/labels/setup.zh.ts'
import { signInLabels } from '../../domain/labels/sign-in.zh.ts'
import { visitLabels } from '../../domain/labels/visit.zh.ts'
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './launch-app.ts'

/** The first account of every office in these tests. */
export const director = { name: '赵主任', password: 'luohua-tixiang-58' } as const

/** The roster of six people with which most tests begin. */
export const roster = join(import.meta.dirname, '../fixtures/rosters/exceljs-two-row-header.xlsx')

/** A required field's label ends with its mark. */
function startingWith(label: string): RegExp {
  return new RegExp(`^${label}`)
}

const submitOrUnlock = new RegExp(`^(${signInLabels.submit}|${signInLabels.unlock})$`)

/** Starts the app on an office that is set up, and signs in as its director. */
export async function launchSignedIn(userData: string): Promise<RunningApp> {
  const running = await launchApp(userData)
  await signIn(running.window)
  return running
}

/** Fills in the first page. */
export async function fillInOffice(window: Page): Promise<void> {
  await window.getByLabel(committeeFieldLabels.committeeName).fill('幸福里社区居民委员会')
  await window.getByLabel(committeeFieldLabels.streetOfficeName).fill('和平街道办事处')
  await window.getByLabel(startingWith(signInLabels.director.name)).fill(director.name)
  await window.getByLabel(startingWith(signInLabels.newPassword.password)).fill(director.password)
  await window.getByLabel(startingWith(signInLabels.newPassword.repeat)).fill(director.password)
}

/** Types the recovery code back as it is shown, and answers it. */
export async function confirmRecoveryCode(window: Page): Promise<string> {
  const shown = window.getByRole('region', { name: signInLabels.recovery.code })
  await shown.waitFor()
  const groups = await shown.locator('span').allTextContents()
  await window
    .getByRole('textbox', { name: startingWith(signInLabels.recovery.confirm) })
    .fill(groups.join('-'))
  await window.getByRole('button', { name: signInLabels.recovery.submit }).click()
  return groups.join('-')
}

/** Signs in as the director. */
export async function signIn(window: Page, password: string = director.password): Promise<void> {
  // The first page, which may still be there, has a password field as well.
  const form = window.getByRole('form', { name: signInLabels.title })
  await form.getByLabel(startingWith(signInLabels.password)).fill(password)
  await form.getByRole('button', { name: submitOrUnlock }).click()
}

/** Signs in as one of several. */
export async function signInAs(window: Page, name: string, password: string): Promise<void> {
  await window.getByText(name, { exact: true }).click()
  await signIn(window, password)
}

/** The window that takes the place of the one there is. */
export async function windowAfter(running: RunningApp, work: () => Promise<unknown>): Promise<RunningApp> {
  const next = running.app.waitForEvent('window')
  // The page may be gone before it can say that its key or click was taken.
  await Promise.race([next, work().catch(() => next)])
  return { ...running, window: await next }
}

/** Covers the desk by its button. */
export async function lockDesk(running: RunningApp): Promise<RunningApp> {
  const button = running.window.getByRole('button', { name: signInLabels.account.lock, exact: true })
  return windowAfter(running, () => button.click())
}

/** Signs in to the sample ledger, whose password is filled in, and waits for its first resident. */
export async function enterSample(window: Page): Promise<void> {
  await window.getByRole('button', { name: signInLabels.enterSample, exact: true }).click()
  await window.getByRole('row').nth(1).waitFor()
}

/** Sets up an office and starts with an import. */
export async function setUpOffice(window: Page): Promise<void> {
  await fillInOffice(window)
  await window.getByRole('button', { name: setupLabels.choices.import.title }).click()
  await confirmRecoveryCode(window)
  await window.getByRole('heading', { name: importLabels.title }).waitFor()
}

/** Chooses a roster and goes as far as the preview. */
export async function previewRoster(running: RunningApp, path: string): Promise<void> {
  const { window } = running
  await answerOpenDialog(running, path)
  await window.getByRole('button', { name: importLabels.start.choose, exact: true }).click()
  const columnsHeading = window.getByRole('heading', { name: importLabels.columns.heading })
  const sheetNext = window.getByRole('button', { name: importLabels.start.next })
  await columnsHeading.or(sheetNext).first().waitFor()
  if (await sheetNext.isVisible()) await sheetNext.click()
  await columnsHeading.waitFor()
  await window.getByRole('button', { name: importLabels.columns.next }).click()
  await window.getByRole('heading', { name: importLabels.preview.heading }).waitFor()
}

/** Writes the previewed rows into the ledger. */
export async function applyRoster(window: Page): Promise<void> {
  await window.getByRole('button', { name: /^开始导入/ }).click()
  await window.getByRole('heading', { name: importLabels.result.heading }).waitFor()
}

/** Goes to a page of the rail on the left. */
export async function goTo(window: Page, page: keyof typeof appLabels.navigation): Promise<void> {
  await window.getByRole('link', { name: appLabels.navigation[page], exact: true }).click()
}

/** Types into the search box and waits for the count. */
export async function searchResidents(window: Page, text: string, count: number): Promise<void> {
  await window.getByLabel(residentLabels.list.search).fill(text)
  await window.getByText(residentLabels.list.found(count), { exact: true }).waitFor()
}

/** Opens a round for the next Spring Festival with the rules offered. */
export async function openSpringFestivalRound(window: Page): Promise<void> {
  await goTo(window, 'visits')
  await window.getByRole('button', { name: visitLabels.rounds.create }).click()
  const festival = window.getByLabel(visitLabels.create.festival, { exact: true })
  const option = festival.getByRole('option', { name: /年春节走访/, includeHidden: true }).first()
  await festival.selectOption({ label: (await option.textContent()) ?? '' })
  for (const rule of await window
    .getByRole('dialog')
    .or(window.getByRole('main'))
    .getByRole('checkbox')
    .all()) {
    if (!(await rule.isChecked())) await rule.check()
  }
  await window.getByText(/^将走访 [1-9][\d,]* 人/).waitFor()
  await window.getByRole('button', { name: visitLabels.create.submit }).click()
  await window.getByRole('button', { name: visitLabels.round.print }).waitFor()
}

/** Starts the app with an office that has that roster and a round for the next Spring Festival, which is shown. */
export async function launchWithRound(userData?: string): Promise<RunningApp> {
  const running = await launchApp(userData)
  await setUpOffice(running.window)
  await previewRoster(running, roster)
  await applyRoster(running.window)
  await openSpringFestivalRound(running.window)
  return running
}

interface WholeNumbers {
  readonly numbers: PaperNumbers
  /** Why they are needed. */
  readonly note: string
}

/** Opens the print preview and saves the visit list as PDF, with masked numbers or, for a reason, whole ones. */
export async function saveVisitList(running: RunningApp, path: string, whole?: WholeNumbers): Promise<void> {
  const { window } = running
  await window.getByRole('button', { name: visitLabels.round.print }).click()
  await window.getByRole('button', { name: paperLabels.output.savePdf }).waitFor()
  if (whole !== undefined) {
    await window.getByLabel(paperLabels.preview.numbers).selectOption(whole.numbers)
    await window.getByLabel(revealLabels.note).fill(whole.note)
  }
  await answerSaveDialog(running, path)
  await window.getByRole('button', { name: paperLabels.output.savePdf }).click()
  const saved = window.getByText(paperLabels.output.pdfSaved)
  const goOn = window.getByRole('button', { name: paperLabels.preview.missingContinue })
  await saved.or(goOn).first().waitFor({ timeout: 40_000 })
  if (await goOn.isVisible()) await goOn.click()
  await saved.waitFor({ timeout: 40_000 })
}
