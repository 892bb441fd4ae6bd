import { expect, test, type Page } from '@playwright/test'
import { failureSentence } from '../domain/labels/failure.zh.ts'
import { residentFieldLabels } from '../domain/labels/field.zh.ts'
import { lifeLabels } from '../domain/labels/life.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { revealLabels } from '../domain/labels/reveal.zh.ts'
import { sealedLabels, sealedMatterKindLabels } from '../domain/labels/sealed.zh.ts'
import { signInLabels } from '../domain/labels/sign-in.zh.ts'
import { askFromPage } from './testing/ask-from-page.ts'
import { launchApp, type RunningApp } from './testing/launch-app.ts'
import {
  applyRoster,
  director,
  goTo,
  previewRoster,
  roster,
  searchResidents,
  setUpOffice,
  signInAs,
  windowAfter,
} from './testing/office-steps.ts'

const person = '王建国'
const [named, other] = ['钱社工', '李社工']
const state = '生活不能自理'
const { seal, unseal } = sealedLabels
const health = sealedMatterKindLabels.health

async function openPerson(window: Page): Promise<void> {
  await goTo(window, 'residents')
  await searchResidents(window, person, 1)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: person, level: 1 })).toBeVisible()
}

async function change(running: RunningApp, name: string): Promise<RunningApp> {
  const left = await windowAfter(running, () =>
    running.window.getByRole('button', { name: signInLabels.account.signOut }).press('Enter'),
  )
  await signInAs(left.window, name, director.password)
  await left.window.getByRole('row').nth(1).waitFor()
  await openPerson(left.window)
  return left
}

function cardIn(window: Page) {
  return window.getByRole('region', { name: sealedLabels.title })
}

/** Asks for what is sealed, with the reason that is offered first. */
async function lookAt(window: Page): Promise<void> {
  await cardIn(window).getByRole('button', { name: sealedLabels.show }).press('Enter')
  await window.getByRole('dialog').getByLabel(revealLabels.note).press('Enter')
  await expect(window.getByRole('dialog')).toBeHidden()
}

async function chooseHealth(window: Page): Promise<void> {
  await window.getByLabel(residentFieldLabels.health, { exact: true }).selectOption({ label: state })
  await window.getByRole('button', { name: residentLabels.page.save, exact: true }).press('Enter')
}

/** What the history says of the state of health; it is closed again. */
async function historyOf(window: Page): Promise<string> {
  await window.getByRole('button', { name: lifeLabels.timeline.show }).press('Enter')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('row').nth(1).waitFor()
  const text = await dialog.innerText()
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return text
}

test('a state of health is sealed, seen by its worker and the director alone, and given back', async () => {
  test.setTimeout(180_000)
  let running = await launchApp()
  await setUpOffice(running.window)
  await previewRoster(running, roster)
  await applyRoster(running.window)
  for (const name of [named, other]) {
    const draft = { name, role: 'worker', workFields: [], isInSealedCircle: false }
    const reply = await askFromPage(running.window, 'staff.add', { draft, password: director.password })
    expect(reply).toMatchObject({ ok: true })
  }
  await openPerson(running.window)
  await chooseHealth(running.window)
  await expect(running.window.getByText(residentLabels.page.saved).first()).toBeVisible()
  expect(await historyOf(running.window)).toContain(state)

  await cardIn(running.window).getByRole('button', { name: seal.open }).press('Enter')
  const dialog = running.window.getByRole('dialog')
  await dialog.getByLabel(seal.worker).selectOption({ label: named })
  await dialog.getByLabel(seal.reason).press('Enter')
  await expect(dialog.getByText(seal.reasonMissing)).toBeVisible()
  await dialog.getByLabel(seal.reason).fill('本人要求保密')
  await dialog.getByLabel(seal.reason).press('Enter')
  await expect(cardIn(running.window).getByText(seal.done(health))).toBeVisible()
  await expect(running.window.getByLabel(residentFieldLabels.health, { exact: true })).toHaveValue('')
  const history = await historyOf(running.window)
  expect(history).toContain(sealedLabels.inHistory)
  expect(history).not.toContain(state)
  await lookAt(running.window)
  await expect(cardIn(running.window).getByText(sealedLabels.sealedContent(state))).toBeVisible()
  await cardIn(running.window).getByText(sealedLabels.sealedContent(state)).scrollIntoViewIfNeeded()

  running = await change(running, other)
  expect(await historyOf(running.window)).not.toContain(sealedLabels.inHistory)
  await lookAt(running.window)
  await expect(cardIn(running.window).getByText(sealedLabels.none)).toBeVisible()
  await chooseHealth(running.window)
  await expect(running.window.getByText(failureSentence({ code: 'notAllowed' })).first()).toBeVisible()
  await running.window.getByLabel(residentFieldLabels.health, { exact: true }).selectOption('')

  running = await change(running, named)
  await chooseHealth(running.window)
  await expect(running.window.getByText(failureSentence({ code: 'fieldSealed' })).first()).toBeVisible()
  await running.window.getByLabel(residentFieldLabels.health, { exact: true }).selectOption('')
  await lookAt(running.window)
  const card = cardIn(running.window)
  await card.getByLabel(sealedLabels.sealedField(residentFieldLabels.health)).selectOption('selfReliant')
  await card.getByRole('button', { name: sealedLabels.save }).press('Enter')
  await expect(card.getByText(sealedLabels.saved)).toBeVisible()
  await card.getByRole('button', { name: unseal.open(health) }).press('Enter')
  await running.window.getByRole('dialog').getByLabel(unseal.reason).fill('本人同意公开')
  await running.window.keyboard.press('Enter')
  await expect(cardIn(running.window).getByText(unseal.done(health))).toBeVisible()
  await expect(running.window.getByLabel(residentFieldLabels.health, { exact: true })).toHaveValue(
    'selfReliant',
  )
  await running.app.close()
})
