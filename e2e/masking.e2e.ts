import { expect, test, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { ResidentView } from '../domain/resident-view.ts'
import { appLabels } from '../domain/labels/app.zh.ts'
import { auditLabels } from '../domain/labels/audit.zh.ts'
import { residentFieldLabels } from '../domain/labels/field.zh.ts'
import { paperLabels } from '../domain/labels/paper.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { revealLabels, revealPurposeLabels } from '../domain/labels/reveal.zh.ts'
import { signInLabels } from '../domain/labels/sign-in.zh.ts'
import { versionsLabels } from '../domain/labels/versions.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { untouchedChange } from '../domain/testing/untouched-change.ts'
import { askFromPage } from './testing/ask-from-page.ts'
import { launchApp, newUserData, type RunningApp } from './testing/launch-app.ts'
import {
  applyRoster,
  director,
  goTo,
  launchSignedIn,
  openSpringFestivalRound,
  previewRoster,
  roster,
  saveVisitList,
  searchResidents,
  setUpOffice,
  signIn,
  windowAfter,
} from './testing/office-steps.ts'

const userData = newUserData()
const [person, fullNumber, maskedNumber] = ['王建国', '610103195001011037', '610***********1037']
const [fullPhone, maskedPhone] = ['13900001111', '139****1111']
const words = residentLabels.page
const others = { worker: '钱社工', viewer: '孙查看' } as const

async function openPerson(window: Page): Promise<void> {
  await goTo(window, 'residents')
  await searchResidents(window, fullNumber, 1)
  await window.getByText(person).first().click()
  await expect(window.getByRole('textbox', { name: residentFieldLabels.idNumber })).toHaveValue(maskedNumber)
}

async function giveReason(window: Page, note: string): Promise<void> {
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel(revealLabels.purpose).selectOption({ label: revealPurposeLabels.other })
  await dialog.getByLabel(revealLabels.note).fill(note)
  await dialog.getByRole('button', { name: revealLabels.confirm, exact: true }).click()
}

async function residentThere(window: Page): Promise<ResidentView> {
  const id = Number(new URL(window.url()).hash.split('/').at(-1))
  const reply = await askFromPage(window, 'resident.get', { id })
  // The contract's own schema made this answer.
  return reply?.value as ResidentView
}

async function signInAs(running: RunningApp, name: string): Promise<RunningApp> {
  const left = await windowAfter(running, () =>
    running.window.getByRole('button', { name: signInLabels.account.signOut }).click(),
  )
  await left.window.getByLabel(name, { exact: true }).check()
  await signIn(left.window)
  await left.window.getByRole('row').nth(1).waitFor()
  return left
}

test.beforeAll(async () => {
  const running = await launchApp(userData)
  await setUpOffice(running.window)
  await previewRoster(running, roster)
  await applyRoster(running.window)
  for (const [role, name] of Object.entries(others)) {
    const draft = { name, role, workFields: [], isInSealedCircle: false }
    const reply = await askFromPage(running.window, 'staff.add', { draft, password: director.password })
    expect(reply).toMatchObject({ ok: true })
  }
  await running.app.close()
})

test('numbers are masked until somebody says why, and again after a minute; untouched ones stay', async () => {
  test.setTimeout(180_000)
  const running = await launchSignedIn(userData)
  const { window } = running
  await openPerson(window)
  await expect(window.getByRole('textbox', { name: words.phoneNumberOf(1), exact: true })).toHaveValue(
    maskedPhone,
  )
  await window.getByRole('button', { name: words.showIdNumberName }).click()
  await window
    .getByRole('dialog')
    .getByLabel(revealLabels.purpose)
    .selectOption({ label: revealPurposeLabels.other })
  await window.getByRole('dialog').getByRole('button', { name: revealLabels.confirm, exact: true }).click()
  await expect(window.getByText(revealLabels.noteMissing)).toBeVisible()
  await giveReason(window, '核对医保')
  const field = window.getByRole('textbox', { name: residentFieldLabels.idNumber })
  await expect(field).toHaveValue(fullNumber)
  await expect(window.getByText(revealLabels.hiddenSoon)).toBeVisible()

  await window.getByLabel(residentFieldLabels.note).fill('每周二在家')
  await window.getByRole('button', { name: words.save, exact: true }).click()
  await expect(window.getByText(words.saved).first()).toBeVisible()
  await expect(field).toHaveValue(maskedNumber, { timeout: 70_000 })

  await window.getByRole('button', { name: words.showPhones }).click()
  await giveReason(window, '约时间')
  await expect(window.getByRole('textbox', { name: words.phoneNumberOf(1), exact: true })).toHaveValue(
    fullPhone,
  )

  await goTo(window, 'records')
  await expect(
    window.getByText(/查看了居民“王建国”的完整证件号码。原因：其他原因（请写明），核对医保/),
  ).toBeVisible()
  await expect(window.getByText(/查看了居民“王建国”的完整电话.*约时间/)).toBeVisible()
  await window.getByRole('button', { name: auditLabels.check.open }).click()
  await window.getByRole('button', { name: auditLabels.check.run }).click()
  await expect(window.getByText(/条记录完好/)).toBeVisible()
  await running.app.close()
})

test('an edit of an old version is refused with both versions, of which the clerk chooses', async () => {
  const running = await launchSignedIn(userData)
  const { window } = running
  await openPerson(window)
  const before = await residentThere(window)
  await window.getByLabel(residentFieldLabels.note).fill('我写的备注')
  await window.getByLabel(residentFieldLabels.registeredAddress).fill('我写的户籍地址')
  const elsewhere = { ...untouchedChange(before), note: '别处写的备注', currentAddress: '别处写的住址' }
  const saved = await askFromPage(window, 'resident.save', {
    id: before.id,
    revision: before.revision,
    draft: elsewhere,
  })
  expect(saved).toEqual({ ok: true, value: expect.anything() as unknown })
  await window.getByRole('button', { name: words.save, exact: true }).click()
  const dialog = window.getByRole('dialog', { name: versionsLabels.title })
  await expect(dialog).toBeVisible()
  const save = dialog.getByRole('button', { name: versionsLabels.save })
  await expect(save).toBeDisabled()
  await expect(dialog.getByRole('radiogroup')).toHaveCount(3)
  await dialog.getByLabel(versionsLabels.version(versionsLabels.theirs, '别处写的备注')).check()
  await save.click()
  await expect(window.getByText(words.saved).first()).toBeVisible()
  const after = await residentThere(window)
  expect(after).toMatchObject({
    note: '别处写的备注',
    registeredAddress: '我写的户籍地址',
    currentAddress: '别处写的住址',
    phones: before.phones,
    idNumberMasked: maskedNumber,
  })
  await running.app.close()
})

test('who only looks sees masked numbers, offers of nothing, and gets no more by script', async () => {
  let running = await signInAs(await launchSignedIn(userData), others.viewer)
  const { window } = running
  await expect(window.getByRole('link', { name: appLabels.navigation.records, exact: true })).toBeHidden()
  await openPerson(window)
  for (const name of [words.showIdNumberName, words.showPhones, words.save, words.changeIdNumberName])
    await expect(window.getByRole('button', { name, exact: true })).toBeHidden()
  await expect(window.getByText(words.readOnly)).toBeVisible()
  const { id } = await residentThere(window)
  const reason = { purpose: 'contact', text: '' }
  for (const [channel, input] of [
    ['resident.reveal', { id, group: 'idNumber', reason }],
    ['resident.reveal', { id, group: 'sealedMatter', reason }],
    ['resident.listSealed', { reason }],
    ['audit.list', {}],
    ['print.paper', {}],
  ] as const) {
    expect([channel, await askFromPage(window, channel, input)]).toEqual([
      channel,
      { ok: false, failure: { code: 'notAllowed' } },
    ])
  }
  running = await signInAs(running, director.name)
  await goTo(running.window, 'records')
  await running.window.getByLabel(auditLabels.filters.troubleOnly).check()
  await expect(running.window.getByText(/因为没有权限被拒绝/)).toHaveCount(5)
  await running.app.close()
})

test('a paper has masked numbers, whole ones only with a reason, and names its entry in the records', async () => {
  const running = await launchSignedIn(userData)
  const { window } = running
  await openSpringFestivalRound(window)
  const masked = join(userData, '隐藏.pdf')
  await saveVisitList(running, masked)
  const maskedText = textOf(masked)
  expect(maskedText).toContain(maskedNumber)
  expect(maskedText).toContain(maskedPhone)
  for (const secret of [fullNumber, fullPhone]) expect(maskedText).not.toContain(secret)
  expect(maskedText).toMatch(/打印人：赵主任.*单号：\d{4}-1.*记录：\d+-[0-9a-f]{12}/)
  await window.getByRole('button', { name: paperLabels.preview.back }).click()

  await window.getByRole('button', { name: visitLabels.round.print }).click()
  await window.getByLabel(paperLabels.preview.numbers).selectOption('all')
  await window.getByLabel(paperLabels.preview.purpose).selectOption('other')
  await window.getByRole('button', { name: paperLabels.output.savePdf }).click()
  await expect(window.getByText(revealLabels.noteMissing)).toBeVisible()
  await window.getByLabel(revealLabels.note).fill('街道要求')
  // The preview goes on hiding what only the paper will show.
  expect(await window.content()).not.toContain(fullNumber)
  const whole = join(userData, '完整.pdf')
  await window.getByRole('button', { name: paperLabels.preview.back }).click()
  await saveVisitList(running, whole, { numbers: 'all', note: '街道要求' })
  const wholeText = textOf(whole)
  for (const secret of [fullNumber, fullPhone]) expect(wholeText).toContain(secret)

  await goTo(window, 'records')
  const printed = /记录：(\d+-[0-9a-f]{12})/.exec(wholeText)?.[1] ?? ''
  await window.getByRole('button', { name: auditLabels.check.open }).click()
  await window.getByLabel(auditLabels.check.printed).fill(printed)
  await window.getByRole('button', { name: auditLabels.check.run }).click()
  await expect(window.getByText(/和纸上的编号一致/)).toBeVisible()
  await window.getByRole('button', { name: auditLabels.check.close }).click()
  await expect(window.getByText(/电话和证件号码完整，单号 \d{4}-2.*街道要求/)).toBeVisible()
  await running.app.close()
})

test('whoever prints gets just the numbers that were asked for', async () => {
  test.setTimeout(180_000)
  let running = await launchSignedIn(userData)
  await openSpringFestivalRound(running.window)
  const roundAddress = new URL(running.window.url()).hash
  for (const name of [director.name, others.worker]) {
    if (name !== director.name) running = await signInAs(running, name)
    const { window } = running
    for (const numbers of ['masked', 'phones', 'all'] as const) {
      await window.evaluate((hash) => {
        location.hash = hash
      }, roundAddress)
      const pdf = join(userData, `${name}-${numbers}.pdf`)
      await saveVisitList(running, pdf, numbers === 'masked' ? undefined : { numbers, note: '街道要求' })
      const text = textOf(pdf)
      expect([name, numbers, text.includes(fullPhone), text.includes(fullNumber)]).toEqual([
        name,
        numbers,
        numbers !== 'masked',
        numbers === 'all',
      ])
      expect([text.includes(maskedPhone), text.includes(maskedNumber)]).toEqual([
        numbers === 'masked',
        numbers !== 'all',
      ])
      expect(text).toContain(`打印人：${name}`)
      await window.getByRole('button', { name: paperLabels.preview.back }).click()
    }
  }
  await running.app.close()
})

function textOf(pdf: string): string {
  return execFileSync('pdftotext', ['-layout', pdf, '-']).toString()
}
