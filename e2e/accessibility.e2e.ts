import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appLabels } from '../domain/labels/app.zh.ts'
import { ledgerTrouble } from '../domain/labels/failure.zh.ts'
import { residentFieldLabels } from '../domain/labels/field.zh.ts'
import { draftLabels } from '../domain/labels/draft.zh.ts'
import { importLabels } from '../domain/labels/import.zh.ts'
import { paperLabels } from '../domain/labels/paper.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { signInLabels } from '../domain/labels/sign-in.zh.ts'
import { roleLabels, staffLabels } from '../domain/labels/staff.zh.ts'
import { pickerLabels } from '../domain/labels/picker.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { inspector } from './testing/axe-findings.ts'
import { launchApp } from './testing/launch-app.ts'
import {
  applyRoster,
  director,
  goTo,
  lockDesk,
  openSpringFestivalRound,
  previewRoster,
  roster,
  searchResidents,
  setUpOffice,
} from './testing/office-steps.ts'

const colleague = '看一看'

test('no screen of the main job has an accessibility finding', async () => {
  const running = await launchApp()
  const { window } = running
  const { look, expectNothing } = inspector(window)

  await look('first run')
  await setUpOffice(window)
  await look('import start')
  await previewRoster(running, roster)
  await look('import preview')
  await applyRoster(window)
  await look('import result')
  await goTo(window, 'residents')
  await window.getByText(residentLabels.list.total(6), { exact: true }).waitFor()
  await look('residents')
  await window.getByText('王建国').first().click()
  await window.getByRole('heading', { name: residentLabels.household.title }).waitFor()
  await look('resident')
  await goTo(window, 'visits')
  await look('rounds')
  await openSpringFestivalRound(window)
  await look('round')
  await window.getByRole('button', { name: visitLabels.round.recordOf('陈国栋') }).click()
  await window.getByLabel(visitLabels.record.visitor).waitFor()
  await look('record a visit')
  await window.getByRole('button', { name: visitLabels.round.print }).click()
  await window.getByRole('button', { name: paperLabels.output.savePdf }).waitFor()
  await look('print preview')
  await goTo(window, 'settings')
  await look('settings')

  expectNothing(11)
  await running.app.close()
})

test('no dialog, no refused form and no empty list has an accessibility finding', async () => {
  const running = await launchApp()
  const { window } = running
  const { look, expectNothing } = inspector(window)
  const dialog = window.getByRole('dialog')
  const leaveBy = async (name: string) => {
    await dialog.getByRole('button', { name, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  await setUpOffice(window)
  await goTo(window, 'residents')
  await window.getByRole('heading', { name: residentLabels.list.emptyTitle }).waitFor()
  await look('nobody yet')
  await goTo(window, 'visits')
  await window.getByText(visitLabels.rounds.empty).waitFor()
  await look('no round yet')
  await goTo(window, 'import')
  await previewRoster(running, roster)
  await applyRoster(window)
  await window.getByRole('button', { name: importLabels.undo.button }).click()
  await dialog.waitFor()
  await look('undo an import?')
  await leaveBy(importLabels.undo.cancel)
  await goTo(window, 'residents')
  await window.getByLabel(residentLabels.list.search).fill('没有这个人')
  await window.getByRole('heading', { name: residentLabels.list.noneTitle }).waitFor()
  await look('nobody found')
  await window.getByRole('link', { name: residentLabels.list.add }).click()
  await window.getByRole('button', { name: residentLabels.page.save, exact: true }).click()
  await window.getByRole('alert').waitFor()
  await look('a resident refused')
  await window.getByRole('textbox', { name: residentFieldLabels.name }).first().fill('王')
  await goTo(window, 'visits')
  await window.getByRole('region', { name: draftLabels.waitingName }).getByRole('link').click()
  await window.getByRole('button', { name: draftLabels.take }).waitFor()
  await look('a resident left half filled in')
  await window.getByRole('button', { name: draftLabels.discard }).click()
  await goTo(window, 'visits')
  await window.getByRole('button', { name: visitLabels.rounds.create }).click()
  await window.getByText(/^将走访 [1-9]\d* 人/).waitFor()
  await look('a new round')
  await window.getByRole('button', { name: visitLabels.create.cancel }).click()
  await openSpringFestivalRound(window)
  await window.getByRole('button', { name: visitLabels.round.recordOf('陈国栋') }).click()
  await window.getByRole('button', { name: visitLabels.record.save }).click()
  await window.getByText(visitLabels.record.outcomeMissing).waitFor()
  await look('a record refused')
  await window.getByRole('button', { name: visitLabels.record.close }).click()
  await window.getByRole('button', { name: visitLabels.round.removeOf('陈国栋') }).click()
  await dialog.getByRole('button', { name: visitLabels.remove.confirm }).click()
  await window.getByText(visitLabels.remove.reasonMissing).waitFor()
  await look('remove from the round')
  await leaveBy(visitLabels.remove.cancel)
  await window.getByRole('button', { name: visitLabels.round.add }).click()
  await window.getByLabel(pickerLabels.search).fill('王')
  await dialog.getByRole('radio').first().waitFor()
  await look('add to the round')
  await leaveBy(visitLabels.add.cancel)
  await window.getByRole('tab', { name: visitLabels.round.views.removed }).click()
  await window.getByText(visitLabels.round.empty.removed).waitFor()
  await look('nobody removed')

  expectNothing(11)
  await running.app.close()
})

test('no screen in the largest letters has an accessibility finding', async () => {
  const running = await launchApp()
  const { window } = running
  const { look, expectNothing } = inspector(window)
  await setUpOffice(window)
  await goTo(window, 'settings')
  await window.getByRole('radio', { name: appLabels.settings.textSizeOption(150) }).check()
  await expect
    .poll(() => window.evaluate(() => getComputedStyle(document.documentElement).fontSize))
    .toBe('24px')
  await look('settings')
  await goTo(window, 'import')
  await previewRoster(running, roster)
  await look('import preview')
  await applyRoster(window)
  await goTo(window, 'residents')
  await searchResidents(window, 'wjg', 1)
  await look('residents')
  await window.getByText('王建国').first().click()
  await window.getByRole('heading', { name: residentLabels.household.title }).waitFor()
  await look('resident')
  await openSpringFestivalRound(window)
  await window.getByRole('button', { name: visitLabels.round.recordOf('陈国栋') }).click()
  await window.getByLabel(visitLabels.record.visitor).waitFor()
  await look('record a visit')
  await window.getByRole('button', { name: visitLabels.round.add }).click()
  await window.getByLabel(pickerLabels.search).fill('王')
  await window.getByRole('dialog').getByRole('radio').first().waitFor()
  await look('add to the round')
  await window.getByRole('button', { name: visitLabels.add.cancel }).click()
  await window.getByRole('button', { name: visitLabels.round.print }).click()
  await window.getByRole('button', { name: paperLabels.output.savePdf }).waitFor()
  await look('print preview')

  expectNothing(7)
  await running.app.close()
})

test('accounts, the own account and the covered desk have no accessibility finding, in the largest letters too', async () => {
  const running = await launchApp()
  const { window } = running
  const { look, expectNothing } = inspector(window)
  await setUpOffice(window)
  await goTo(window, 'settings')
  await window.getByRole('radio', { name: appLabels.settings.textSizeOption(150) }).check()
  await window.getByRole('link', { name: staffLabels.accounts.toPage }).click()
  await window.getByRole('table', { name: staffLabels.accounts.tableName }).waitFor()
  await look('accounts')
  await window.getByRole('button', { name: staffLabels.accounts.add }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('button', { name: staffLabels.form.add, exact: true }).click()
  await dialog.getByText(signInLabels.newPassword.tooShort).waitFor()
  await look('an account refused')
  await dialog.getByLabel(staffLabels.form.name).fill(colleague)
  await dialog.getByRole('radio', { name: roleLabels.viewer }).check()
  await dialog.getByRole('button', { name: signInLabels.newPassword.suggest }).click()
  await expect(dialog.getByLabel(/^密码/)).not.toHaveValue('')
  await dialog.getByRole('button', { name: staffLabels.form.add, exact: true }).click()
  await dialog.getByRole('button', { name: staffLabels.secret.done }).click()
  await expect(window.getByRole('button', { name: staffLabels.accounts.resetOf(director.name) })).toBeHidden()
  await window.getByRole('button', { name: staffLabels.accounts.resetOf(colleague) }).click()
  await dialog.waitFor()
  await look('reset a password')
  await dialog.getByRole('button', { name: staffLabels.form.cancel }).click()
  await window.getByRole('button', { name: staffLabels.accounts.closeOf(director.name) }).click()
  await dialog.getByText(staffLabels.close.noDuties).waitFor()
  await look('close an account?')
  await dialog.getByRole('button', { name: staffLabels.close.cancel }).click()
  await goTo(window, 'settings')
  await window.getByRole('link', { name: staffLabels.own.toPage }).click()
  const pinForm = window.getByRole('form', { name: staffLabels.own.pinTitle })
  await pinForm.getByLabel(staffLabels.own.pin).fill('314159')
  await pinForm.getByLabel(staffLabels.own.pinRepeat).fill('314159')
  await pinForm.getByLabel(staffLabels.own.oldPassword).fill(director.password)
  await pinForm.getByRole('button', { name: staffLabels.own.setPin }).click()
  await pinForm.getByText(staffLabels.own.pinSaved).waitFor()
  await look('own account')
  expectNothing(5)

  const covered = await lockDesk(running)
  const atDesk = inspector(covered.window)
  await covered.window.getByLabel(new RegExp(`^${signInLabels.pin}`)).waitFor()
  await atDesk.look('covered desk')
  await covered.window.getByRole('button', { name: signInLabels.usePassword }).click()
  await covered.window.getByRole('button', { name: signInLabels.forgot }).waitFor()
  await atDesk.look('covered desk by password')
  atDesk.expectNothing(2)
  await covered.app.close()
})

test('the sample and a ledger that is none have no accessibility finding', async () => {
  const sample = await launchApp()
  const { window } = sample
  const inSample = inspector(window)
  await window.getByRole('button', { name: setupLabels.choices.sample.title }).click()
  await window.getByText(appLabels.sample.banner).waitFor({ timeout: 60_000 })
  await window.getByRole('row').nth(2).waitFor()
  await inSample.look('sample banner')
  await window.getByRole('button', { name: appLabels.sample.remove }).click()
  await window.getByRole('dialog').waitFor()
  await inSample.look('remove the sample?')
  inSample.expectNothing(2)
  await sample.app.close()

  writeFileSync(join(sample.userData, 'sample-ledger', 'linli-ledger.db'), '这不是台账'.repeat(2000))
  const broken = await launchApp(sample.userData)
  const inTrouble = inspector(broken.window)
  await broken.window.getByRole('heading', { name: ledgerTrouble('ledgerForeign').title }).waitFor()
  await inTrouble.look('trouble page')
  inTrouble.expectNothing(1)
  await broken.app.close()
})
