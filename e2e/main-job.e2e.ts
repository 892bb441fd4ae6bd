import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { channelNames } from '../domain/channel-names.ts'
import { importLabels } from '../domain/labels/import.zh.ts'
import { paperLabels } from '../domain/labels/paper.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { watchConsole } from './testing/console-watch.ts'
import { launchApp } from './testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  launchSignedIn,
  openSpringFestivalRound,
  previewRoster,
  roster,
  saveVisitList,
  searchResidents,
  setUpOffice,
} from './testing/office-steps.ts'

test('from first run over a roster and a visit round to the printed list', async () => {
  const running = await launchApp()
  const { window, app, userData } = running
  const complaints = await watchConsole(running)
  await window.reload()
  await setUpOffice(window)
  await previewRoster(running, roster)
  await applyRoster(window)
  await window
    .getByRole('button', { name: importLabels.result.toResidents })
    .or(window.getByRole('link', { name: importLabels.result.toResidents }))
    .click()
  await expect(window.getByText(residentLabels.list.total(6), { exact: true })).toBeVisible()

  await searchResidents(window, 'wjg', 1)
  await searchResidents(window, '建国', 1)
  await searchResidents(window, '3900001111', 2)
  await searchResidents(window, '19500101', 1)
  await window.getByText('王建国').first().click()
  await expect(window.getByLabel('姓名', { exact: false }).first()).toHaveValue('王建国')
  await window.getByLabel('备注').fill('楼上有电梯')
  await window.getByRole('button', { name: residentLabels.page.save, exact: true }).click()
  await expect(window.getByText(residentLabels.page.saved).first()).toBeVisible()

  await openSpringFestivalRound(window)
  await window.getByRole('button', { name: visitLabels.round.recordOf('陈国栋') }).click()
  await window.keyboard.press('1')
  await window.keyboard.press('Enter')
  await expect(window.getByText(visitLabels.record.visitorMissing)).toBeVisible()
  await window.getByLabel(visitLabels.record.visitor).fill('刘敏')
  await window.keyboard.press('Enter')
  await expect(window.getByText(visitLabels.round.recorded('陈国栋', 'done')).first()).toBeVisible()
  const pdf = join(userData, '名单.pdf')
  await saveVisitList(running, pdf)
  const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString()
  const info = execFileSync('pdfinfo', [pdf]).toString()
  expect(text).toContain('王建国')
  expect(text).toContain(paperLabels.visitList.signLine.preparedBy)
  expect(text).toContain('610***********')
  expect(text).not.toContain('610103195001011037')
  expect(info).toMatch(/Pages:\s+1\n/)
  expect(info).toMatch(/Page size:\s+84[12]\.\d+ x 59[45]\.\d+ pts/)
  // Neither a screen nor the printed sheets had to break the security policy.
  expect(await complaints()).toEqual([])
  await app.close()

  const again = await launchSignedIn(userData)
  await goTo(again.window, 'residents')
  await expect(again.window.getByText(residentLabels.list.total(6), { exact: true })).toBeVisible()
  await again.app.close()
})

test('every channel refuses garbage with a failure and the app lives on', async () => {
  const { window, app } = await launchApp()
  await window.getByRole('heading').first().waitFor()
  const garbage: unknown[] = [
    null,
    42,
    'x',
    [],
    { surprise: 1 },
    { id: '1; DROP TABLE resident' },
    { id: Infinity },
  ]
  const answers = await window.evaluate(
    async ({ channels, inputs }) => {
      const doors = (
        globalThis as unknown as { ledger: Record<string, (input: unknown) => Promise<{ ok: boolean }>> }
      ).ledger
      const replies: { channel: string; ok: boolean }[] = []
      for (const channel of channels) {
        for (const input of inputs) replies.push({ channel, ok: (await doors[channel]?.(input))?.ok ?? true })
      }
      return replies
    },
    { channels: [...channelNames], inputs: garbage },
  )
  expect(answers).toHaveLength(channelNames.length * garbage.length)
  expect(answers.filter(({ ok }) => ok)).toEqual([])
  const state = await window.evaluate(() =>
    (globalThis as unknown as { ledger: Record<string, (input: unknown) => Promise<unknown>> }).ledger[
      'app.state'
    ]?.({}),
  )
  expect(state).toMatchObject({ ok: true, value: { phase: 'firstRun' } })
  await app.close()
})
