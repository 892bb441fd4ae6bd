import { expect, test, type Page } from '@playwright/test'
import { buildingLabels } from '../domain/labels/building.zh.ts'
import { dwellingFieldLabels, residentFieldLabels } from '../domain/labels/field.zh.ts'
import { householdLabels } from '../domain/labels/household.zh.ts'
import { officeLabels, registerLabel, registerLabels } from '../domain/labels/office.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { launchApp, type RunningApp } from './testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  previewRoster,
  roster,
  searchResidents,
  setUpOffice,
} from './testing/office-steps.ts'

let running: RunningApp
let window: Page

test.beforeEach(async () => {
  running = await launchApp()
  window = running.window
  await setUpOffice(window)
  await previewRoster(running, roster)
  await applyRoster(window)
})

test.afterEach(async () => {
  await running.app.close()
})

test('a building gets another name, and its people are found by it', async () => {
  await goTo(window, 'buildings')
  await window.getByRole('row').filter({ hasText: '3号楼' }).click()
  await window.getByRole('button', { name: buildingLabels.page.rename, exact: true }).click()
  await window.getByRole('dialog').getByRole('textbox').fill('望江苑')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: '望江苑', level: 1 })).toBeVisible()
  await expect(window.getByText(buildingLabels.page.aliases('3号楼'))).toBeVisible()
  await goTo(window, 'residents')
  await searchResidents(window, '望江苑', 3)
})

test('a family is written down without the mouse, and the next door follows', async () => {
  const words = householdLabels.family
  await goTo(window, 'residents')
  await window.getByRole('link', { name: words.open }).click()
  await expect(window.getByLabel(dwellingFieldLabels.building)).toBeFocused()
  for (const text of ['3号楼', '1', '401', '', '']) {
    await window.keyboard.type(text)
    await window.keyboard.press('Enter')
  }
  await window.keyboard.type('周大年')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Enter')
  await window.keyboard.type('11010519491231002X')
  const ofFirst = (label: string) => window.getByLabel(words.fieldOf(1, label), { exact: true })
  await expect(ofFirst(residentFieldLabels.birthWhen)).toHaveValue('1949-12-31')
  await expect(ofFirst(residentFieldLabels.sex)).toHaveValue('2')
  for (let field = 0; field < 5; field += 1) await window.keyboard.press('Enter')
  const second = window.getByLabel(words.fieldOf(2, residentFieldLabels.name), { exact: true })
  await expect(second).toBeFocused()
  await window.keyboard.type('周小妹')
  await window.keyboard.press('Control+s')
  await expect(window.getByText(words.problems(1))).toBeVisible()
  await window.getByLabel(words.fieldOf(2, residentFieldLabels.idDocumentType)).selectOption('none')
  await window.keyboard.press('Control+s')
  await expect(window.getByText(words.saved('周大年', 2))).toBeVisible()
  await expect(window.getByLabel(dwellingFieldLabels.room)).toBeFocused()
  await expect(window.getByLabel(dwellingFieldLabels.room)).toHaveValue('402')
  await goTo(window, 'residents')
  await searchResidents(window, '3号楼1单元401', 2)
})

test('one of a household leaves for a household of their own', async () => {
  await goTo(window, 'residents')
  await searchResidents(window, '王', 2)
  await window.getByRole('row').filter({ hasText: '王伟' }).click()
  const card = window.getByRole('region', { name: residentLabels.household.title })
  await card.getByRole('button', { name: householdLabels.split, exact: true }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: '王伟' }).check()
  await dialog.getByRole('button', { name: householdLabels.splitting.confirm, exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(card.getByText(residentLabels.household.empty)).toBeVisible()
  await expect(card.getByText(householdLabels.neighbours('王建国'))).toBeVisible()
})

test('the office writes down its staff, and the sums follow', async () => {
  await goTo(window, 'office')
  await window.getByRole('link', { name: registerLabels.officeWorker.title }).click()
  await window.getByRole('button', { name: registerLabels.officeWorker.add }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel(new RegExp(`^${registerLabel('officeWorker', 'name')}`)).fill('王芳')
  await dialog.getByLabel(registerLabel('officeWorker', 'education')).selectOption('31')
  await dialog.getByRole('button', { name: officeLabels.list.save }).click()
  await expect(window.getByText(officeLabels.list.saved('王芳'))).toBeVisible()
  await window.getByRole('link', { name: officeLabels.overview }).click()
  await expect(window.getByText(officeLabels.summary.share(1, 1))).toBeVisible()
})
