import { expect, test } from '@playwright/test'
import jsqr from 'jsqr'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { appLabels } from '../domain/labels/app.zh.ts'
import { failureSentence } from '../domain/labels/failure.zh.ts'
import { paperLabels } from '../domain/labels/paper.zh.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { signInLabels } from '../domain/labels/sign-in.zh.ts'
import { answerSaveDialog, launchApp } from './testing/launch-app.ts'
import { confirmRecoveryCode, director, fillInOffice, goTo } from './testing/office-steps.ts'

const words = appLabels.settings.recoveryCode

test('the recovery code is printed as two slips, each with the code in letters and as a QR code', async () => {
  const running = await launchApp()
  const { window, app, userData } = running
  await fillInOffice(window)
  await window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  const pdf = join(userData, 'code.pdf')
  await answerSaveDialog(running, pdf)
  await window.getByRole('button', { name: paperLabels.output.savePdf }).click()
  await expect(window.getByText(paperLabels.output.pdfSaved)).toBeVisible()
  const code = await confirmRecoveryCode(window)
  await expect(window.getByText(signInLabels.recovery.title)).toBeHidden()
  await app.close()

  const text = execFileSync('pdftotext', ['-raw', pdf, '-']).toString()
  for (const keeper of Object.values(paperLabels.recoveryCode.keepers)) expect(text).toContain(keeper)
  expect(text).toContain('幸福里社区居民委员会')
  for (const group of code.split('-')) expect(text.split(group)).toHaveLength(3)

  const sheet = drawnSheet(pdf)
  const slipWidth = Math.floor(sheet.width / 2)
  for (const left of [0, slipWidth]) {
    expect(jsqr(slipOf(sheet, left, slipWidth), slipWidth, sheet.height)?.data).toBe(code)
  }
})

test('a director gets a new recovery code for the password alone, and the old one opens nothing', async () => {
  const first = await launchApp()
  await fillInOffice(first.window)
  await first.window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  const old = await confirmRecoveryCode(first.window)
  await goTo(first.window, 'settings')
  const renewal = first.window.getByRole('dialog', { name: words.dialogTitle })
  await first.window.getByRole('button', { name: words.renew }).click()
  const password = renewal.getByLabel(new RegExp(`^${words.password}`))
  await password.fill('luohua-tixiang-59')
  await password.press('Enter')
  await expect(renewal.getByText(failureSentence({ code: 'passwordWrong' }))).toBeVisible()
  await password.fill(director.password)
  await password.press('Enter')
  await renewal.waitFor({ state: 'hidden' })
  const renewed = await confirmRecoveryCode(first.window)
  expect(renewed).not.toBe(old)
  await first.window.getByRole('link', { name: appLabels.navigation.settings, exact: true }).waitFor()
  await first.app.close()

  const { window, app } = await launchApp(first.userData)
  const submitCode = async (code: string) => {
    await window.getByLabel(new RegExp(`^${signInLabels.code.field}`)).fill(code)
    await window.getByRole('button', { name: signInLabels.code.submit, exact: true }).click()
  }
  await window.getByRole('button', { name: signInLabels.forgot, exact: true }).click()
  await window.getByRole('button', { name: signInLabels.useCode, exact: true }).click()
  await window.getByLabel(new RegExp(`^${signInLabels.code.newPassword}`)).fill('qiuyue-chunhua-31')
  await window.getByLabel(new RegExp(`^${signInLabels.newPassword.repeat}`)).fill('qiuyue-chunhua-31')
  await submitCode(old)
  await expect(window.getByText(failureSentence({ code: 'recoveryCodeWrong' }))).toBeVisible()
  await submitCode(renewed)
  await expect(window.getByRole('link', { name: appLabels.navigation.settings, exact: true })).toBeVisible()
  await app.close()
})

interface Sheet {
  readonly width: number
  readonly height: number
  /** Shape: one byte of grey for each pixel. */
  readonly grey: Uint8Array
}

function drawnSheet(pdf: string): Sheet {
  const image = execFileSync('pdftoppm', ['-gray', '-r', '150', '-singlefile', pdf], {
    maxBuffer: 100_000_000,
  })
  const [, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(image.subarray(0, 40).toString('latin1')) ?? []
  const size = { width: Number(width), height: Number(height) }
  return { ...size, grey: image.subarray(image.length - size.width * size.height) }
}

function slipOf({ width, height, grey }: Sheet, left: number, slipWidth: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(slipWidth * height * 4).fill(255)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < slipWidth; x += 1) {
      pixels.fill(grey[y * width + left + x] ?? 255, (y * slipWidth + x) * 4, (y * slipWidth + x) * 4 + 3)
    }
  }
  return pixels
}
