import { expect, test } from '@playwright/test'
import { auditLabels } from '../domain/labels/audit.zh.ts'
import { backupLabels } from '../domain/labels/backup.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { signInLabels } from '../domain/labels/sign-in.zh.ts'
import { pickerLabels } from '../domain/labels/picker.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { newUserData } from './testing/launch-app.ts'
import { director, goTo, launchSignedIn, launchWithRound, lockDesk } from './testing/office-steps.ts'

const userData = newUserData()
const person = '陈国栋'
const { page: words, list } = residentLabels

test.beforeAll(async () => {
  const running = await launchWithRound(userData)
  await running.app.close()
})

test('a dialog that was opened by a key gives the keyboard back to what opened it', async () => {
  const { window, app } = await launchSignedIn(userData)
  await window.getByText(person).first().click()
  const show = window.getByRole('button', { name: words.showIdNumberName })
  await show.press('Enter')
  await window.getByRole('dialog').waitFor()
  await window.keyboard.press('Escape')
  await expect(show).toBeFocused()

  // The key that opens an entry must not press the button in it.
  await goTo(window, 'records')
  const grid = window.getByRole('grid', { name: auditLabels.tableName })
  await grid.press('ArrowDown')
  await grid.press('Enter')
  await expect(window.getByRole('dialog')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(grid).toBeFocused()

  await goTo(window, 'backups')
  const restore = window.getByRole('button', { name: /^恢复 / }).first()
  await restore.press('Enter')
  await window.getByRole('dialog').getByText(backupLabels.restore.checked).waitFor()
  await window.keyboard.press('Escape')
  await expect(restore).toBeFocused()
  await app.close()
})

test('what is taken away under the keyboard leaves it where the work goes on', async () => {
  const { window, app } = await launchSignedIn(userData)
  await window.getByRole('link', { name: list.add, exact: true }).click()
  await expect(window.getByRole('textbox', { name: /^姓名/ })).toBeFocused()
  await window.getByRole('button', { name: words.addPhone }).press('Enter')
  await window.getByRole('button', { name: words.removePhoneOf(2) }).press('Enter')
  await expect(window.getByRole('textbox', { name: words.phoneNumberOf(1), exact: true })).toBeFocused()
  await window.getByRole('button', { name: words.removePhoneOf(1) }).press('Enter')
  await expect(window.getByRole('button', { name: words.addPhone })).toBeFocused()

  await goTo(window, 'visits')
  const create = window.getByRole('button', { name: visitLabels.rounds.create })
  await create.press('Enter')
  await window.getByRole('button', { name: visitLabels.create.cancel }).press('Enter')
  await expect(create).toBeFocused()

  await window.getByRole('link', { name: visitLabels.rounds.openShort }).press('Enter')
  await window.getByRole('button', { name: visitLabels.round.removeOf(person) }).press('Enter')
  await window.getByLabel(visitLabels.remove.reason).fill('已搬走')
  await window.keyboard.press('Enter')
  await expect(window.getByText(visitLabels.round.removed(person))).toBeVisible()
  await expect(window.getByRole('list', { name: visitLabels.round.listName })).toBeFocused()
  await app.close()
})

test('a refused form takes the keyboard to what is wrong, and a wrong password is typed over', async () => {
  const running = await launchSignedIn(userData)
  const { window } = running
  await goTo(window, 'visits')
  await window.getByRole('link', { name: visitLabels.rounds.openShort }).press('Enter')
  await window
    .getByRole('button', { name: /走访结果$/ })
    .first()
    .press('Enter')
  await window.keyboard.press('1')
  await window.keyboard.press('Enter')
  await expect(window.getByLabel(visitLabels.record.visitor)).toBeFocused()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: visitLabels.round.add }).press('Enter')
  await window.getByLabel(pickerLabels.search).fill('王')
  await window.getByRole('dialog').getByRole('radio').first().check()
  await window.keyboard.press('Enter')
  await expect(window.getByLabel(visitLabels.add.reason)).toBeFocused()
  await window.keyboard.press('Escape')

  const covered = await lockDesk(running)
  const password = covered.window.getByLabel(new RegExp(`^${signInLabels.password}`))
  await expect(password).toBeFocused()
  await covered.window.keyboard.type('luohua-tixiang-59')
  await covered.window.keyboard.press('Enter')
  await expect(password).toHaveAttribute('aria-invalid', 'true')
  await covered.window.keyboard.type(director.password)
  await covered.window.keyboard.press('Enter')
  await expect(covered.window.getByText(person).first()).toBeVisible()
  await covered.app.close()
})
