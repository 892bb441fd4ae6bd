import { expect, test, type Locator, type Page } from '@playwright/test'
import { appLabels } from '../domain/labels/app.zh.ts'
import { draftLabels } from '../domain/labels/draft.zh.ts'
import { committeeFieldLabels, residentFieldLabels } from '../domain/labels/field.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { answerQuestions, newUserData, pressX, watchRequests } from './testing/launch-app.ts'
import { goTo, launchSignedIn, launchWithRound, lockDesk, signIn } from './testing/office-steps.ts'

const userData = newUserData()
const person = '陈国栋'
const halfFilled = '还没写完'

interface Form {
  readonly open: (window: Page) => Promise<void>
  readonly field: (window: Page) => Locator
}

const openRound = async (window: Page) => {
  await goTo(window, 'visits')
  await window.getByRole('link', { name: visitLabels.rounds.openShort }).click()
}

const forms: Readonly<Record<string, Form>> = {
  'somebody being registered': {
    open: async (window) => {
      await goTo(window, 'residents')
      await window.getByRole('link', { name: residentLabels.list.add, exact: true }).click()
    },
    field: (window) => window.getByLabel(residentFieldLabels.name, { exact: false }).first(),
  },
  'a resident': {
    open: async (window) => {
      await goTo(window, 'residents')
      await window.getByText(person).first().click()
    },
    field: (window) => window.getByLabel(residentFieldLabels.note, { exact: true }),
  },
  'the committee': {
    open: (window) => goTo(window, 'settings'),
    field: (window) => window.getByLabel(committeeFieldLabels.phone),
  },
  'a new round': {
    open: async (window) => {
      await goTo(window, 'visits')
      await window.getByRole('button', { name: visitLabels.rounds.create }).click()
    },
    field: (window) => window.getByLabel(visitLabels.create.name),
  },
  "a visit's result": {
    open: async (window) => {
      await openRound(window)
      await window.getByRole('button', { name: visitLabels.round.recordOf(person) }).click()
    },
    field: (window) => window.getByLabel(visitLabels.record.note),
  },
}

const take = (window: Page) => window.getByRole('button', { name: draftLabels.take }).click()
const waiting = (window: Page) => window.getByRole('region', { name: draftLabels.waitingName })

async function throwAway(window: Page): Promise<void> {
  await window.getByRole('button', { name: draftLabels.discard }).click()
  await expect(window.getByRole('button', { name: draftLabels.discard })).toBeHidden()
}

test.beforeAll(async () => {
  const running = await launchWithRound(userData)
  await running.app.close()
})

for (const [name, { open, field }] of Object.entries(forms)) {
  test(`${name}, half filled in, survives closing without a question and is offered again`, async () => {
    const running = await launchSignedIn(userData)
    await open(running.window)
    await field(running.window).fill(halfFilled)
    // A question would never be answered, and the window stay.
    await answerQuestions(running, '')
    const closed = running.app.waitForEvent('close')
    // At once: what was typed a moment ago is kept on the way out.
    await pressX(running)
    await closed

    const again = await launchSignedIn(userData)
    await expect(waiting(again.window)).toBeVisible()
    await open(again.window)
    await take(again.window)
    await expect(field(again.window)).toHaveValue(halfFilled)
    // Nothing is saved by taking it back.
    await goTo(again.window, 'import')
    await open(again.window)
    await throwAway(again.window)
    await expect(field(again.window)).not.toHaveValue(halfFilled)
    await expect(waiting(again.window)).toBeHidden()
    await again.app.close()
  })
}

test('a half filled form survives the sudden end of the program', async () => {
  const { open, field } = forms['a resident'] as Form
  const running = await launchSignedIn(userData)
  await open(running.window)
  const requests = await watchRequests(running)
  await field(running.window).fill(halfFilled)
  await expect.poll(async () => (await requests()).map(({ channel }) => channel)).toContain('draft.keep')
  // The answer to the next question comes after the draft is written.
  await goTo(running.window, 'import')
  await goTo(running.window, 'visits')
  const ended = running.app.waitForEvent('close')
  running.app.process().kill('SIGKILL')
  await ended
  const again = await launchSignedIn(userData)
  await open(again.window)
  await take(again.window)
  await expect(field(again.window)).toHaveValue(halfFilled)
  await again.window.getByRole('button', { name: appLabels.form.save, exact: true }).click()
  await expect(again.window.getByText(residentLabels.page.saved)).toBeVisible()
  await goTo(again.window, 'import')
  await expect(waiting(again.window)).toBeHidden()
  await again.app.close()
})

test('a half filled form survives the end of its page, and the way back to it is offered', async () => {
  const { open, field } = forms['a new round'] as Form
  const running = await launchSignedIn(userData)
  await answerQuestions(running, '')
  await open(running.window)
  const requests = await watchRequests(running)
  await field(running.window).fill(halfFilled)
  await expect.poll(async () => (await requests()).map(({ channel }) => channel)).toContain('draft.keep')
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  // The driver gives up a page whose process ended, so the page that comes back is asked through main.
  const text = () =>
    running.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return ''
      // A page that is about to be loaded again never answers.
      const late = new Promise<string>((resolve) => setTimeout(() => resolve(''), 1000))
      return Promise.race([contents.executeJavaScript('document.body.innerText') as Promise<string>, late])
    })
  await expect.poll(text).toContain(draftLabels.waiting)
  await running.app.close()
})

test('the lock keeps what was typed a moment ago, and the covered page has none of it', async () => {
  const { open, field } = forms['somebody being registered'] as Form
  const running = await launchSignedIn(userData)
  await open(running.window)
  await field(running.window).fill('欧阳金丝雀')
  const covered = await lockDesk(running)
  await expect(covered.window.getByText(/没填完的内容给您留着/)).toBeVisible()
  expect(await covered.window.content()).not.toContain('欧阳金丝雀')
  await signIn(covered.window)
  await waiting(covered.window).getByRole('link').first().click()
  await take(covered.window)
  await expect(field(covered.window)).toHaveValue('欧阳金丝雀')
  await goTo(covered.window, 'residents')
  await open(covered.window)
  await throwAway(covered.window)
  await covered.app.close()
})

test('Esc in a visit, and going on to the next one, drop nothing that was typed', async () => {
  const { open, field } = forms["a visit's result"] as Form
  const running = await launchSignedIn(userData)
  const { window } = running
  await open(window)
  await field(window).fill(halfFilled)
  await field(window).press('Escape')
  await expect(field(window)).toBeHidden()
  await expect(window.getByText(draftLabels.badge, { exact: true })).toBeVisible()
  await window.getByRole('button', { name: visitLabels.round.recordOf(person) }).click()
  await take(window)
  await expect(field(window)).toHaveValue(halfFilled)
  await running.app.close()
})
