import { expect, test, type Page } from '@playwright/test'
import { conditionLabels } from '../domain/labels/condition.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { launchApp, newUserData } from './testing/launch-app.ts'
import { applyRoster, launchSignedIn, previewRoster, roster, setUpOffice } from './testing/office-steps.ts'

const userData = newUserData()
const { dialog, saved, chipsName } = conditionLabels
const { list } = residentLabels

test.beforeAll(async () => {
  const running = await launchApp(userData)
  await setUpOffice(running.window)
  await previewRoster(running, roster)
  await applyRoster(running.window)
  await running.app.close()
})

const names = async (window: Page) =>
  (await window.getByRole('grid', { name: list.tableName }).getByRole('row').allTextContents()).slice(1)

test('a filter made by keyboard finds the same people when it is taken up again another day', async () => {
  const { window, app } = await launchSignedIn(userData)
  const { keyboard } = window
  await window.getByRole('button', { name: list.moreConditions }).press('Enter')
  // Somebody older than the youngest: the first line is about age and has the keyboard.
  await expect(window.getByLabel(dialog.field('1'))).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('60')
  await window.getByRole('button', { name: dialog.add, exact: true }).press('Enter')
  await expect(window.getByLabel(dialog.field('2'))).toBeFocused()
  await window.getByLabel(dialog.field('2')).selectOption('sex')
  await window.getByLabel(dialog.field('2')).press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('女')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  // The list of codes takes the Esc that closes it; the dialog stays.
  await keyboard.press('Escape')
  const count = window.getByRole('dialog').getByRole('status')
  await expect(count).toHaveText(/^符合条件的有 [1-5] 人$/)
  const counted = Number(/\d+/.exec((await count.textContent()) ?? '')?.[0])
  await window.getByLabel(dialog.saveName).fill('六十岁以上女性')
  await keyboard.press('Enter')
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect(window.getByText(list.found(counted), { exact: true })).toBeVisible()
  await expect(window.getByRole('list', { name: chipsName })).toContainText('六十岁以上女性')
  const found = await names(window)
  expect(found).toHaveLength(counted)
  await window.getByRole('button', { name: conditionLabels.clear, exact: true }).press('Enter')
  await expect(window.getByText(list.total(6), { exact: true })).toBeVisible()
  await app.close()

  const next = await launchSignedIn(userData)
  await next.window.getByRole('button', { name: list.savedFilters }).press('Enter')
  const line = next.window.getByRole('list', { name: saved.listName }).getByRole('listitem')
  await expect(line).toContainText(saved.count(counted))
  await next.window.getByRole('button', { name: saved.useOf('六十岁以上女性') }).press('Enter')
  await expect(next.window.getByText(list.found(counted), { exact: true })).toBeVisible()
  expect(await names(next.window)).toEqual(found)
  await next.app.close()
})

test('a saved filter is given another question, renamed and deleted, each asked about where something is lost', async () => {
  const { window, app } = await launchSignedIn(userData)
  await window.getByRole('button', { name: list.savedFilters }).press('Enter')
  await window.getByRole('button', { name: saved.useOf('六十岁以上女性') }).press('Enter')
  await window.getByRole('button', { name: list.moreConditions }).press('Enter')
  await window.getByRole('button', { name: dialog.remove('2') }).press('Enter')
  await expect(window.getByRole('button', { name: dialog.add, exact: true })).toBeFocused()
  await window.getByRole('button', { name: dialog.replace('六十岁以上女性') }).press('Enter')
  await window.getByRole('button', { name: dialog.replaceConfirm, exact: true }).press('Enter')
  await expect(window.getByRole('dialog')).toHaveCount(0)

  await window.getByRole('button', { name: list.savedFilters }).press('Enter')
  await window.getByRole('button', { name: saved.renameOf('六十岁以上女性') }).press('Enter')
  await window.getByLabel(saved.newName).fill('六十岁以上')
  await window.keyboard.press('Enter')
  const remove = window.getByRole('button', { name: saved.removeOf('六十岁以上') })
  await remove.press('Enter')
  await window.keyboard.press('Escape')
  await expect(remove).toBeVisible()
  await remove.press('Enter')
  await window.getByRole('button', { name: saved.removeConfirm, exact: true }).last().press('Enter')
  await expect(window.getByText(saved.empty)).toBeVisible()
  await app.close()
})
