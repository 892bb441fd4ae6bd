import { expect, test } from '@playwright/test'
import { residentFieldLabels } from '../domain/labels/field.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { switchOnInputMethod } from './testing/input-method.ts'
import { newUserData, watchRequests } from './testing/launch-app.ts'
import { goTo, launchSignedIn, launchWithRound } from './testing/office-steps.ts'

const userData = newUserData()

test.beforeAll(async () => {
  const running = await launchWithRound(userData)
  await running.app.close()
})

test('a name that is being composed is not searched for until it is finished, and then once', async () => {
  const running = await launchSignedIn(userData)
  const { window } = running
  await goTo(window, 'residents')
  const everybody = window.getByText(residentLabels.list.total(6), { exact: true })
  await expect(everybody).toBeVisible()
  const requests = await watchRequests(running)
  const searches = async () =>
    (await requests())
      .filter(({ channel }) => channel === 'resident.list')
      .map(({ input }) => (input as { filter: { search: string } }).filter.search)

  const box = window.getByLabel(residentLabels.list.search)
  await box.focus()
  const inputMethod = await switchOnInputMethod(window)
  for (const letters of ['w', 'wang', 'wang jian', 'wang jian guo']) {
    await inputMethod.compose(letters)
    await expect(box).toHaveValue(letters)
  }
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter'] as const) {
    await inputMethod.press(key)
    await expect(box).toBeFocused()
    await inputMethod.compose('wang jian guo')
  }
  await expect(everybody).toBeVisible()
  expect(await searches()).toEqual([])

  await inputMethod.take('王建国')
  await expect(window.getByText(residentLabels.list.found(1), { exact: true })).toBeVisible()
  await expect(box).toHaveValue('王建国')
  expect(await searches()).toEqual(['王建国'])

  // Given up, the composition leaves what was there before.
  await inputMethod.compose('li')
  await inputMethod.press('Escape')
  await inputMethod.giveUp()
  await expect(box).toHaveValue('王建国')
  expect(await searches()).toEqual(['王建国'])

  // Without an input method at work the same keys go to the rows found.
  await window.keyboard.press('ArrowDown')
  await expect(box).not.toBeFocused()
  await running.app.close()
})

test("Enter takes a candidate in a resident's form and saves nothing; without one it saves", async () => {
  const running = await launchSignedIn(userData)
  const { window } = running
  await goTo(window, 'residents')
  await window.getByText(residentLabels.list.add).click()
  const requests = await watchRequests(running)
  const saves = async () => (await requests()).filter(({ channel }) => channel === 'resident.save').length
  const name = window.getByLabel(residentFieldLabels.name, { exact: false }).first()
  const inputMethod = await switchOnInputMethod(window)
  await window.getByLabel(residentFieldLabels.idNumber).fill('11010519491231002X')
  await name.focus()
  await inputMethod.compose('liu xiao min')
  await inputMethod.press('Enter')
  await inputMethod.press('ArrowDown')
  await expect(name).toBeFocused()
  expect(await saves()).toBe(0)
  await inputMethod.compose('liu xiao min')
  await inputMethod.take('刘晓敏')
  await expect(name).toHaveValue('刘晓敏')
  expect(await saves()).toBe(0)

  await window.keyboard.press('Enter')
  await expect(window.getByText(residentLabels.page.savedNew('刘晓敏'))).toBeVisible()
  expect(await saves()).toBe(1)
  await running.app.close()
})

test("Enter and Esc belong to the input method in a visit's result", async () => {
  const running = await launchSignedIn(userData)
  const { window } = running
  await goTo(window, 'visits')
  await window.getByRole('link', { name: visitLabels.rounds.openShort }).click()
  await window.getByRole('button', { name: visitLabels.round.recordOf('陈国栋') }).click()
  await window.keyboard.press('1')
  await window.getByLabel(visitLabels.record.visitor).fill('刘敏')
  const note = window.getByLabel(visitLabels.record.note)
  await note.focus()
  const inputMethod = await switchOnInputMethod(window)
  await inputMethod.compose('yao')
  await inputMethod.press('Enter')
  await inputMethod.compose('yao')
  await inputMethod.press('Escape')
  await expect(note).toBeFocused()
  await inputMethod.compose('yao')
  await inputMethod.take('药')
  await expect(note).toHaveValue('药')
  await window.keyboard.press('Enter')
  await expect(window.getByText(visitLabels.round.recorded('陈国栋', 'done')).first()).toBeVisible()
  await running.app.close()
})
