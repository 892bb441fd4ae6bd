import { expect, test, type Page } from '@playwright/test'
import { claimLabels } from '../domain/labels/claim.zh.ts'
import { callResultLabels, phoneCallLabels } from '../domain/labels/phone-call.zh.ts'
import { launchApp } from './testing/launch-app.ts'
import { applyRoster, goTo, previewRoster, roster, setUpOffice } from './testing/office-steps.ts'

const { board, post, start, handOver, people, claimant } = claimLabels
const { entry, list, counts } = phoneCallLabels

const startingWith = (label: string) => new RegExp(`^${label}`)
const tab = (window: Page, name: keyof typeof claimLabels.tabs) =>
  window.getByRole('link', { name: claimLabels.tabs[name], exact: true }).click()

/** Somebody from outside who may claim elders. */
async function addMember(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name: people.add }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel(people.sources.outside).check()
  await dialog.getByLabel(startingWith(claimant.name)).fill(name)
  await dialog.getByRole('button', { name: claimant.save, exact: true }).click()
  await expect(window.getByText(people.saved(name), { exact: true })).toBeVisible()
}

test('an elder is claimed, called by keyboard alone, counted, and handed over with what was', async () => {
  const running = await launchApp()
  const { window, app } = running
  await setUpOffice(window)
  await previewRoster(running, roster)
  await applyRoster(window)
  await goTo(window, 'claims')
  await expect(window.getByText(board.noPosts)).toBeVisible()

  await window.getByRole('button', { name: board.newPost }).click()
  await expect(window.getByLabel(startingWith(post.name))).toBeFocused()
  await window.keyboard.type('孝亲岗')
  await window.getByLabel(startingWith(post.callEveryDays)).fill('几天')
  await window.keyboard.press('Enter')
  await expect(window.getByText(post.daysNumber)).toBeVisible()
  await window.getByLabel(startingWith(post.callEveryDays)).fill('10')
  await window.keyboard.press('Enter')
  await expect(window.getByText(board.postSaved('孝亲岗'), { exact: true })).toBeVisible()
  await tab(window, 'people')
  for (const name of ['周党员', '吴积极']) await addMember(window, name)

  await tab(window, 'board')
  await window.getByRole('button', { name: board.claim, exact: true }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel(start.person).fill('wang')
  await dialog.getByRole('radio').first().check()
  const elder = (await dialog.getByRole('status').last().textContent())?.replace(/^已选[：:]?\s*/, '') ?? ''
  await dialog.getByLabel(startingWith(start.post)).selectOption({ label: '孝亲岗' })
  await dialog.getByLabel(startingWith(start.claimant)).selectOption({ index: 2 })
  await dialog.getByRole('button', { name: start.save, exact: true }).click()
  await expect(window.getByText(board.claimed(1), { exact: true })).toBeVisible()
  const grid = window.getByRole('grid', { name: board.tableName })
  await expect(grid.getByRole('row').nth(1)).toContainText(board.never)
  const claimedBy =
    (await grid.getByRole('row').nth(1).textContent())?.includes('周党员') === true ? '周党员' : '吴积极'
  const other = claimedBy === '周党员' ? '吴积极' : '周党员'
  expect(elder).not.toBe('')

  // A name, Enter, one key, a few words, Enter: and the next one.
  await tab(window, 'calls')
  await expect(window.getByLabel(entry.person)).toBeFocused()
  await window.keyboard.type('wang')
  await expect(window.getByRole('option').first()).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(window.getByText(entry.claimedBy(claimedBy), { exact: true })).toBeVisible()
  await window.keyboard.press('1')
  await expect(window.getByLabel(entry.note)).toBeFocused()
  await window.keyboard.type('身体还好')
  await window.keyboard.press('Tab')
  await window.keyboard.type('送血压计')
  await window.keyboard.press('Enter')
  await expect(window.getByLabel(entry.person)).toBeFocused()
  const calls = window.getByRole('grid', { name: list.tableName })
  const row = calls.getByRole('row').nth(1)
  await expect(row).toContainText(callResultLabels.reached)
  for (const text of [claimedBy, '身体还好', list.toDo('送血压计')]) await expect(row).toContainText(text)
  await row.click()
  await window.getByRole('button', { name: phoneCallLabels.dialog.followUpDone }).click()
  await expect(row).not.toContainText(list.toDo('送血压计'))

  await tab(window, 'counts')
  await window.getByRole('button', { name: counts.open('孝亲岗', counts.columns.reached, 1) }).click()
  await expect(window.getByText(list.count(1), { exact: true })).toBeVisible()

  await tab(window, 'board')
  await window.getByRole('button', { name: startingWith(claimedBy) }).click()
  await window.getByRole('button', { name: board.handOverAll(claimedBy) }).click()
  await window
    .getByRole('dialog')
    .getByLabel(startingWith(handOver.toClaimant))
    .selectOption({ label: `${other}（党员）` })
  await window.getByRole('dialog').getByRole('button', { name: handOver.save, exact: true }).click()
  await expect(window.getByText(board.handedOver(1), { exact: true })).toBeVisible()
  await window
    .getByRole('button', { name: startingWith(board.everybody) })
    .first()
    .click()
  await expect(grid.getByRole('row').nth(1)).toContainText(other)
  await grid.getByRole('row').nth(1).click()
  const card = window.getByRole('region', { name: claimLabels.card.title })
  await expect(card).toContainText(claimLabels.card.by(other, '孝亲岗'))
  await expect(card).toContainText('身体还好')
  await app.close()
})
