import { expect, test, type Page } from '@playwright/test'
import { channelNames } from '../domain/channel-names.ts'
import { appLabels } from '../domain/labels/app.zh.ts'
import { failureSentence } from '../domain/labels/failure.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { signInLabels } from '../domain/labels/sign-in.zh.ts'
import { nameAndRole, roleLabels, staffLabels, workFieldLabels } from '../domain/labels/staff.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { newUserData, type RunningApp } from './testing/launch-app.ts'
import {
  director,
  goTo,
  launchSignedIn,
  launchWithRound,
  lockDesk,
  signIn,
  signInAs,
  windowAfter,
} from './testing/office-steps.ts'

const userData = newUserData()
const person = '陈国栋'
const pin = '314159'
const { accounts, form, close, own, secret } = staffLabels

async function goToAccounts(window: Page): Promise<void> {
  await goTo(window, 'settings')
  await window.getByRole('link', { name: accounts.toPage }).click()
  await window.getByRole('table', { name: accounts.tableName }).waitFor()
}

interface NewAccount {
  readonly name: string
  readonly role: keyof typeof roleLabels
  readonly workField?: keyof typeof workFieldLabels
}

/** Opens an account with a password the program thinks up, and answers that password. */
async function addAccount(window: Page, { name, role, workField }: NewAccount): Promise<string> {
  await window.getByRole('button', { name: accounts.add }).click()
  const dialog = window.getByRole('dialog', { name: form.addTitle })
  await dialog.getByLabel(form.name).fill(name)
  await dialog.getByRole('radio', { name: roleLabels[role] }).check()
  if (workField !== undefined) await dialog.getByLabel(workFieldLabels[workField]).check()
  await dialog.getByRole('button', { name: signInLabels.newPassword.suggest }).click()
  await expect(dialog.getByLabel(/^密码/)).not.toHaveValue('')
  await dialog.getByRole('button', { name: form.add, exact: true }).click()
  const shown = window.getByRole('dialog', { name: secret.title(name) })
  const password = (await shown.locator('p').first().textContent()) ?? ''
  await shown.getByRole('button', { name: secret.done }).click()
  await expect(window.getByRole('row', { name: new RegExp(`^${name}`) })).toBeVisible()
  return password
}

/** Sits down at a desk that somebody else has covered. */
async function takeOver(running: RunningApp, name: string, password: string): Promise<RunningApp> {
  const covered = await lockDesk(running)
  await signInAs(covered.window, name, password)
  await covered.window.getByRole('link', { name: new RegExp(name) }).waitFor()
  return covered
}

test.beforeAll(async () => {
  const running = await launchWithRound(userData)
  await running.app.close()
})

test('a viewer is offered nothing to write, and main refuses the page that tries it all the same', async () => {
  const running = await launchSignedIn(userData)
  await goToAccounts(running.window)
  const password = await addAccount(running.window, { name: '看一看', role: 'viewer' })
  const viewer = await takeOver(running, '看一看', password)
  const { window } = viewer
  await expect(window.getByText(person).first()).toBeVisible()
  await expect(window.getByRole('link', { name: residentLabels.list.add })).toBeHidden()
  await expect(window.getByRole('link', { name: appLabels.navigation.import })).toBeHidden()
  await goTo(window, 'visits')
  await expect(window.getByRole('button', { name: visitLabels.rounds.create })).toBeHidden()
  await window.getByRole('link', { name: visitLabels.rounds.openShort }).click()
  await expect(window.getByText(person).first()).toBeVisible()
  await expect(window.getByRole('button', { name: visitLabels.round.recordOf(person) })).toBeHidden()
  await expect(window.getByRole('button', { name: visitLabels.round.print })).toBeHidden()
  await goTo(window, 'settings')
  await expect(window.getByRole('link', { name: accounts.toPage })).toBeHidden()
  await window.evaluate(() => (location.hash = '#/settings/accounts'))
  await expect(window.getByText(failureSentence({ code: 'notAllowed' }))).toBeVisible()
  const replies = await window.evaluate(async () => {
    const ledger = (window as unknown as { ledger: Record<string, (input: unknown) => Promise<unknown>> })
      .ledger
    const tried = [
      'staff.list',
      'committee.save',
      'resident.save',
      'visitTask.record',
      'settings.saveIdleLock',
    ]
    return Promise.all(tried.map(async (channel) => ledger[channel]?.({})))
  })
  for (const reply of replies) expect(reply).toEqual({ ok: false, failure: { code: 'notAllowed' } })
  await viewer.app.close()
})

test('a worker who leaves hands over what they answer for and signs in no more', async () => {
  const running = await launchSignedIn(userData)
  const { window } = running
  await goToAccounts(window)
  await addAccount(window, { name: '王芳', role: 'worker', workField: 'disability' })
  await window.getByRole('button', { name: accounts.closeOf('王芳') }).click()
  const dialog = window.getByRole('dialog', { name: close.title('王芳') })
  await dialog.getByText(workFieldLabels.disability).waitFor()
  await dialog.getByRole('button', { name: close.confirmHandOver }).click()
  await expect(dialog.getByText(failureSentence({ code: 'successorMissing' }))).toBeVisible()
  await dialog
    .getByLabel(close.successor)
    .selectOption({ label: nameAndRole({ name: director.name, role: 'director' }) })
  await dialog.getByRole('button', { name: close.confirmHandOver }).click()
  await expect(window.getByText(accounts.closedNow('王芳'))).toBeVisible()
  const own = window.getByRole('row', { name: new RegExp(`^${director.name}`) })
  await expect(own.getByText(workFieldLabels.disability)).toBeVisible()
  await window.getByText(accounts.closed).click()
  await expect(window.getByRole('listitem').getByText(/王芳/)).toBeVisible()

  await window.getByRole('button', { name: accounts.closeOf(director.name) }).click()
  const last = window.getByRole('dialog', { name: close.title(director.name) })
  await expect(last.getByText(close.noSuccessor)).toBeVisible()
  await last.getByRole('button', { name: close.cancel }).click()
  const left = await windowAfter(running, () =>
    window.getByRole('button', { name: signInLabels.account.signOut }).click(),
  )
  await expect(left.window.getByText(director.name)).toBeVisible()
  await expect(left.window.getByText('王芳')).toBeHidden()
  await left.app.close()
})

test('the PIN opens the covered desk, five wrong ones ask for the password, and nothing answers meanwhile', async () => {
  const running = await launchSignedIn(userData)
  await goTo(running.window, 'settings')
  await running.window.getByRole('link', { name: own.toPage }).click()
  const pinForm = running.window.getByRole('form', { name: own.pinTitle })
  const setPin = async (digits: string) => {
    await pinForm.getByLabel(own.pin).fill(digits)
    await pinForm.getByLabel(own.pinRepeat).fill(digits)
    await pinForm.getByLabel(own.oldPassword).fill(director.password)
    await pinForm.getByRole('button', { name: own.setPin }).click()
  }
  await setPin('123456')
  await expect(pinForm.getByText(failureSentence({ code: 'pinSimple' }))).toBeVisible()
  await setPin(pin)
  await expect(pinForm.getByText(own.pinSaved)).toBeVisible()

  const covered = await lockDesk(running)
  const { window } = covered
  const typePin = async (digits: string) => {
    await window.getByLabel(new RegExp(`^${signInLabels.pin}`)).fill(digits)
    await window.getByRole('button', { name: signInLabels.unlock }).click()
  }
  await window.getByRole('heading', { name: signInLabels.titleLocked }).waitFor()
  const answers = await window.evaluate(async (channels) => {
    const ledger = (window as unknown as { ledger: Record<string, (input: unknown) => Promise<unknown>> })
      .ledger
    const one = async (channel: string) => [channel, JSON.stringify(await ledger[channel]?.({ id: 1 }))]
    return Object.fromEntries(await Promise.all(channels.map(one))) as Record<string, string>
  }, quietChannels())
  for (const [channel, answer] of Object.entries(answers)) {
    expect([channel, answer]).toEqual([
      channel,
      JSON.stringify({ ok: false, failure: { code: 'notSignedIn' } }),
    ])
  }
  await typePin(pin)
  await window.getByRole('link', { name: new RegExp(director.name) }).waitFor()

  const again = await lockDesk(covered)
  for (const left of ['4', '3', '2', '1', '0']) {
    await again.window.getByLabel(new RegExp(`^${signInLabels.pin}`)).fill('000001')
    await again.window.getByRole('button', { name: signInLabels.unlock }).click()
    await expect(again.window.getByText(signInLabels.pinLeft(left))).toBeVisible()
  }
  await again.window.getByLabel(new RegExp(`^${signInLabels.pin}`)).fill(pin)
  await again.window.getByRole('button', { name: signInLabels.unlock }).click()
  await again.window.getByLabel(new RegExp(`^${signInLabels.password}`)).waitFor()
  await signIn(again.window)
  await again.window.getByRole('link', { name: new RegExp(director.name) }).waitFor()
  await again.app.close()
})

/** All channels but those that uncover the desk, and those that say nothing of anybody. */
function quietChannels(): string[] {
  const ofFirstPage: readonly string[] = [
    'app.state',
    'setup.chooseFolder',
    'setup.suggestPassword',
    'setup.backups',
    'staff.signIn',
    'staff.signInWithCode',
    'staff.unlockWithPin',
    'draft.allKept',
    'help.saveDiagnostics',
  ]
  return channelNames.filter((channel) => !ofFirstPage.includes(channel))
}
