import { expect, test, type Locator, type Page } from '@playwright/test'
import { dialogTexts } from '../domain/labels/dialog.zh.ts'
import { committeeFieldLabels } from '../domain/labels/field.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { answerQuestions, launchApp, newUserData, pressX, type RunningApp } from './testing/launch-app.ts'
import {
  confirmRecoveryCode,
  fillInOffice,
  goTo,
  launchSignedIn,
  launchWithRound,
} from './testing/office-steps.ts'

const userData = newUserData()
const person = '陈国栋'
const { title: question, stay, leave } = dialogTexts.unsaved

const openRound = async (window: Page) => {
  await goTo(window, 'visits')
  await window.getByRole('link', { name: visitLabels.rounds.openShort }).click()
}

interface Form {
  readonly open: (window: Page) => Promise<void>
  /** A field of the form, empty or not. */
  readonly field: (window: Page) => Locator
}

/** Forms that have no draft. */
const forms: Readonly<Record<string, Form>> = {
  'somebody being added to a round': {
    open: async (window) => {
      await openRound(window)
      await window.getByRole('button', { name: visitLabels.round.add }).click()
    },
    field: (window) => window.getByLabel(visitLabels.add.reason),
  },
  'somebody being taken off a round': {
    open: async (window) => {
      await openRound(window)
      await window.getByRole('button', { name: visitLabels.round.removeOf(person) }).click()
    },
    field: (window) => window.getByLabel(visitLabels.remove.reason),
  },
}

const quit = ({ app }: RunningApp) => app.evaluate((electron) => electron.app.quit())

/** Closing must be asked about, forgivable and possible, by either way. */
async function expectQuestionBeforeClosing(running: RunningApp, field: Locator): Promise<void> {
  await field.fill('还没写完')
  const askedToStay = await answerQuestions(running, stay)
  await pressX(running)
  await expect.poll(askedToStay).toEqual([question])
  await quit(running)
  await expect.poll(askedToStay).toEqual([question, question])
  await expect(field).toHaveValue('还没写完')

  await answerQuestions(running, leave)
  const closed = running.app.waitForEvent('close')
  await pressX(running)
  await closed
}

test.beforeAll(async () => {
  const running = await launchWithRound(userData)
  // Everything is saved, so nothing is asked.
  const closed = running.app.waitForEvent('close')
  await pressX(running)
  await closed
})

for (const [name, { open, field }] of Object.entries(forms)) {
  test(`closing over ${name} half filled in asks first, and staying keeps the text`, async () => {
    const running = await launchSignedIn(userData)
    await open(running.window)
    await expectQuestionBeforeClosing(running, field(running.window))
  })
}

test('closing over a half filled first page asks first, and starting goes on without a question', async () => {
  const running = await launchApp()
  const { window } = running
  const name = window.getByLabel(committeeFieldLabels.committeeName)
  await name.fill('幸福里社区居民委员会')
  const asked = await answerQuestions(running, stay)
  await pressX(running)
  await expect.poll(asked).toEqual([question])
  await expect(name).toHaveValue('幸福里社区居民委员会')

  await fillInOffice(window)
  await window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  await confirmRecoveryCode(window)
  await expect(window.getByRole('heading', { name: residentLabels.list.title, exact: true })).toBeVisible()
  const closed = running.app.waitForEvent('close')
  await pressX(running)
  await closed
})
