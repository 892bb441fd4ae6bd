import { expect, test, type Page } from '@playwright/test'
import { appLabels } from '../domain/labels/app.zh.ts'
import { auditLabels } from '../domain/labels/audit.zh.ts'
import { backupLabels } from '../domain/labels/backup.zh.ts'
import { failureSentence } from '../domain/labels/failure.zh.ts'
import { residentFieldLabels } from '../domain/labels/field.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { revealLabels } from '../domain/labels/reveal.zh.ts'
import { sealedLabels, sealedMatterKindLabels } from '../domain/labels/sealed.zh.ts'
import { signInLabels } from '../domain/labels/sign-in.zh.ts'
import { staffLabels, workFieldLabels } from '../domain/labels/staff.zh.ts'
import { versionsLabels } from '../domain/labels/versions.zh.ts'
import type { ResidentView } from '../domain/resident-view.ts'
import { untouchedChange } from '../domain/testing/untouched-change.ts'
import { askFromPage } from './testing/ask-from-page.ts'
import { inspector } from './testing/axe-findings.ts'
import { launchApp } from './testing/launch-app.ts'
import {
  applyRoster,
  director,
  goTo,
  previewRoster,
  roster,
  searchResidents,
  setUpOffice,
} from './testing/office-steps.ts'

const person = '王建国'
const words = residentLabels.page

async function chooseTextSize(window: Page, percent: 100 | 150): Promise<void> {
  await goTo(window, 'settings')
  await window.getByRole('radio', { name: appLabels.settings.textSizeOption(percent) }).check()
  await expect(window.locator('html')).toHaveCSS('font-size', `${String((16 * percent) / 100)}px`)
}

async function goToAccounts(window: Page): Promise<void> {
  await goTo(window, 'settings')
  await window.getByRole('link', { name: staffLabels.accounts.toPage }).click()
  await window.getByRole('table', { name: staffLabels.accounts.tableName }).waitFor()
}

async function openPerson(window: Page): Promise<void> {
  await goTo(window, 'residents')
  await searchResidents(window, 'wjg', 1)
  await window.getByText(person).first().click()
  await window.getByRole('region', { name: residentLabels.household.title }).waitFor()
}

/** Another desk changes the note of the person shown. */
async function changeElsewhere(window: Page, note: string): Promise<void> {
  const id = Number(new URL(window.url()).hash.split('/').at(-1))
  // The contract's own schema made this answer.
  const view = (await askFromPage(window, 'resident.get', { id }))?.value as ResidentView
  const change = { id, revision: view.revision, draft: { ...untouchedChange(view), note } }
  expect(await askFromPage(window, 'resident.save', change)).toMatchObject({ ok: true })
}

for (const percent of [100, 150] as const) {
  test(`what is masked, sealed, stale, recorded and handed over has no accessibility finding at ${String(percent)} %`, async () => {
    test.setTimeout(180_000)
    const running = await launchApp()
    const { window } = running
    const { look, expectNothing } = inspector(window)
    const dialog = window.getByRole('dialog')
    const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click()
    await setUpOffice(window)
    await previewRoster(running, roster)
    await applyRoster(window)
    await chooseTextSize(window, percent)

    await goToAccounts(window)
    await window.getByRole('button', { name: staffLabels.accounts.changeOf(director.name) }).click()
    await dialog.getByLabel(workFieldLabels.disability).check()
    await dialog.getByLabel(staffLabels.form.sealed).check()
    await look('an account changed')
    await press(staffLabels.form.save)
    await window.getByText(staffLabels.accounts.changed(director.name)).waitFor()

    await openPerson(window)
    await window.getByRole('region', { name: sealedLabels.title }).waitFor()
    await look('a sealed card, closed')
    await window.getByRole('button', { name: words.showIdNumberName }).click()
    await dialog.getByLabel(revealLabels.purpose).selectOption('other')
    await press(revealLabels.confirm)
    await dialog.getByText(revealLabels.noteMissing).waitFor()
    await look('a number asked for without a reason')
    await dialog.getByLabel(revealLabels.purpose).selectOption('identity')
    await press(revealLabels.confirm)
    await window.getByText(revealLabels.hiddenSoon).waitFor()
    await look('a whole number')
    const card = window.getByRole('region', { name: sealedLabels.title })
    await card.getByRole('button', { name: sealedLabels.show }).click()
    await press(revealLabels.confirm)
    await card.getByRole('checkbox', { name: sealedMatterKindLabels.communityCorrection }).check()
    await look('a sealed card, open')
    await card.getByRole('button', { name: sealedLabels.save }).click()
    await card.getByText(sealedLabels.saved).waitFor()

    await goTo(window, 'residents')
    await window.getByRole('link', { name: sealedLabels.list.open }).click()
    await window.getByRole('button', { name: sealedLabels.list.show }).click()
    await press(revealLabels.confirm)
    await expect(window.getByRole('list', { name: sealedLabels.list.title })).toContainText(
      sealedMatterKindLabels.communityCorrection,
    )
    await look('whom the sealed circle has to do with')
    await window.getByRole('link', { name: person }).click()
    await window.getByRole('region', { name: residentLabels.household.title }).waitFor()

    await window.getByLabel(residentFieldLabels.note).fill('我写的备注')
    await changeElsewhere(window, '别处写的备注')
    await window.getByRole('button', { name: words.save, exact: true }).click()
    await dialog.getByText(versionsLabels.choose(1)).waitFor()
    await look('two versions')
    await press(versionsLabels.cancel)
    await window.getByRole('button', { name: words.compare }).waitFor()
    await look('a stale form')
    await window.getByRole('button', { name: words.compare }).click()
    await dialog.getByLabel(versionsLabels.version(versionsLabels.mine, '我写的备注')).check()
    await press(versionsLabels.save)
    await window.getByText(words.saved).first().waitFor()

    await goTo(window, 'records')
    await window.getByRole('row').nth(2).waitFor()
    await look('records')
    await window.getByLabel(auditLabels.filters.from).fill('昨天')
    await window.getByLabel(auditLabels.filters.from).press('Enter')
    await look('records of no day')
    await window.getByRole('row').nth(1).click()
    await dialog.getByText(auditLabels.entry.what).waitFor()
    await look('one record')
    await press(auditLabels.entry.close)
    await window.getByLabel(auditLabels.filters.from).fill('2090-1-1')
    await window.getByLabel(auditLabels.filters.from).press('Enter')
    await window.getByRole('heading', { name: auditLabels.emptyTitle }).waitFor()
    await look('no record')
    await window.getByRole('button', { name: auditLabels.check.open }).click()
    await press(auditLabels.check.run)
    await dialog.getByText(/条记录完好/).waitFor()
    await look('records checked')
    await press(auditLabels.check.close)

    await goToAccounts(window)
    await window.getByRole('button', { name: staffLabels.accounts.add }).click()
    await dialog.getByLabel(staffLabels.form.name).fill('王芳')
    await dialog.getByLabel(workFieldLabels.civilAffairs).check()
    await dialog.getByRole('button', { name: signInLabels.newPassword.suggest }).click()
    await press(staffLabels.form.add)
    await window.getByRole('dialog', { name: staffLabels.secret.title('王芳') }).waitFor()
    await look('a password told')
    await press(staffLabels.secret.done)
    await window.getByRole('button', { name: staffLabels.accounts.closeOf('王芳') }).click()
    await press(staffLabels.close.confirmHandOver)
    await dialog.getByText(failureSentence({ code: 'successorMissing' })).waitFor()
    await look('nobody to hand over to yet')
    await press(staffLabels.close.cancel)

    await goTo(window, 'backups')
    await window.getByRole('button', { name: backupLabels.local.make }).click()
    await window.getByText(backupLabels.local.made).waitFor()
    await window
      .getByRole('button', { name: /^恢复 / })
      .first()
      .click()
    await dialog.getByText(backupLabels.restore.checked).waitFor()
    await look('a backup before it is restored')
    await press(backupLabels.restore.cancel)

    expectNothing(16)
    await running.app.close()
  })
}
