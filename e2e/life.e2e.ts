import { expect, test, type Page } from '@playwright/test'
import { lifeEventLabels, lifeLabels } from '../domain/labels/life.zh.ts'
import { residentFieldLabels } from '../domain/labels/field.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { educations } from '../domain/codes/education.ts'
import { launchApp } from './testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  openSpringFestivalRound,
  previewRoster,
  roster,
  searchResidents,
  setUpOffice,
} from './testing/office-steps.ts'

const words = lifeLabels.card
const page = residentLabels.page

/** The people who are still to be visited; where there are any, the list is there. */
function toVisit(window: Page) {
  return window.getByRole('list', { name: visitLabels.round.listName }).getByRole('listitem')
}

async function openRound(window: Page): Promise<void> {
  await goTo(window, 'visits')
  await window.getByRole('link', { name: /春节/ }).first().click()
}

async function openPerson(window: Page): Promise<void> {
  await goTo(window, 'residents')
  await window.getByLabel(residentLabels.list.presence).selectOption('all')
  await searchResidents(window, '王建国', 1)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
}

test('a reported death hides greetings, is taken back with one click, and a confirmed one ends them', async () => {
  const running = await launchApp()
  const { app, window } = running
  await setUpOffice(window)
  await previewRoster(running, roster)
  await applyRoster(window)
  await openSpringFestivalRound(window)
  const listed = toVisit(window).filter({ hasText: '王建国' })
  await expect(listed).toBeVisible()
  const everybody = Number(await listed.getAttribute('aria-setsize'))
  const expectToVisit = (count: number) =>
    expect(toVisit(window).first()).toHaveAttribute('aria-setsize', String(count))

  await openPerson(window)
  const card = window.getByRole('region', { name: words.title })
  await card.getByRole('button', { name: words.record(lifeEventLabels.deathReported) }).click()
  await window.keyboard.press('Enter')
  await expect(card.getByText(words.done(lifeEventLabels.deathReported))).toBeVisible()
  await expect(card.getByText(words.now(residentLabels.presence.deathReported))).toBeVisible()

  await openRound(window)
  await expectToVisit(everybody - 1)
  await expect(listed).toHaveCount(0)

  await openPerson(window)
  await card.getByRole('button', { name: words.withdraw(lifeEventLabels.deathReported) }).click()
  await expect(card.getByText(words.now(residentLabels.presence.here))).toBeVisible()
  await openRound(window)
  await expectToVisit(everybody)
  await expect(listed).toBeVisible()

  await openPerson(window)
  await card.getByRole('button', { name: words.record(lifeEventLabels.deathConfirmed) }).click()
  await window.keyboard.press('Enter')
  await expect(card.getByText(words.now(residentLabels.presence.deceased))).toBeVisible()
  await expect(
    card.getByRole('button', { name: words.withdraw(lifeEventLabels.deathConfirmed) }),
  ).toBeVisible()
  await openRound(window)
  await expectToVisit(everybody - 1)
  await expect(listed).toHaveCount(0)
  await app.close()
})

test('one change is taken back from the history, and a record comes back from the recycle bin', async () => {
  const running = await launchApp()
  const { app, window } = running
  await setUpOffice(window)
  await previewRoster(running, roster)
  await applyRoster(window)
  await goTo(window, 'residents')
  await searchResidents(window, '王建国', 1)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  const education = window.getByLabel(residentFieldLabels.education)
  await education.selectOption({ label: educations['71'] })
  await window.keyboard.press('Control+s')
  await expect(window.getByText(page.saved)).toBeVisible()

  await window.getByRole('button', { name: lifeLabels.timeline.show }).click()
  const history = window.getByRole('dialog', { name: lifeLabels.timeline.title })
  await expect(history.getByRole('cell', { name: educations['71'] })).toBeVisible()
  const undo = lifeLabels.timeline.undoOf(residentFieldLabels.education)
  await history.getByRole('button', { name: undo }).click()
  await window.getByRole('button', { name: lifeLabels.timeline.undoConfirm, exact: true }).last().click()
  await expect(history.getByText(lifeLabels.timeline.undoDone(residentFieldLabels.education))).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(education).toHaveValue('')

  await window.getByRole('button', { name: lifeLabels.bin.remove }).click()
  const asking = window.getByRole('dialog')
  await window.keyboard.press('Enter')
  await expect(asking.getByText(lifeLabels.bin.removeReasonMissing)).toBeVisible()
  await asking.getByLabel(lifeLabels.bin.removeReason).fill('登记错了人')
  await window.keyboard.press('Enter')
  await searchResidents(window, '王建国', 0)
  await window.getByRole('link', { name: lifeLabels.bin.open }).click()
  await window.getByRole('button', { name: lifeLabels.bin.restoreOf('王建国') }).click()
  await expect(window.getByText(lifeLabels.bin.restored('王建国'))).toBeVisible()
  await window.getByRole('link', { name: lifeLabels.bin.back }).click()
  await searchResidents(window, '王建国', 1)
  await app.close()
})
