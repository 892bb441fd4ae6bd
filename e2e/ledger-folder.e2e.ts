import { expect, test, type Page } from '@playwright/test'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appLabels } from '../domain/labels/app.zh.ts'
import { failureSentence, ledgerTrouble, ledgerTroubleLabels } from '../domain/labels/failure.zh.ts'
import {
  folderWarningSentences,
  keptLedgerName,
  ledgerFolderLabels,
  ledgerNoticeSentences,
  startOverLabels,
} from '../domain/labels/ledger-folder.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { signInLabels } from '../domain/labels/sign-in.zh.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { axeFindings } from './testing/axe-findings.ts'
import { answerOpenDialog, launchApp, newUserData, type RunningApp } from './testing/launch-app.ts'
import { confirmRecoveryCode, fillInOffice, goTo, signIn } from './testing/office-steps.ts'

const fileName = 'linli-ledger.db'
const dialog = (window: Page) => window.getByRole('dialog')
const button = (window: Page, name: string) => window.getByRole('button', { name, exact: true })

async function startEmpty({ window }: RunningApp): Promise<void> {
  await fillInOffice(window)
  await window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  await confirmRecoveryCode(window)
  await residents(window)
}

async function residents(window: Page): Promise<void> {
  await expect(window.getByRole('heading', { name: residentLabels.list.title, exact: true })).toBeVisible()
}

/** A folder of the PC that is no part of the program's own. */
function aFolder(...parts: string[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'linli 硬盘-')), ...parts)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Breaks both copies of the file that names the ledger, as a power cut does. */
function breakPlace(userData: string, names: readonly string[]): void {
  for (const name of names) {
    const path = join(userData, name)
    writeFileSync(path, Buffer.alloc(readFileSync(path).length))
  }
}

test('the ledger moves to another folder, the old file stays under another name, and the next start finds it', async () => {
  const running = await launchApp()
  const { window, app, userData } = running
  await startEmpty(running)
  await goTo(window, 'settings')
  const folder = aFolder('社区 台账😀')
  await answerOpenDialog(running, folder)
  await button(window, ledgerFolderLabels.change).click()
  await expect(dialog(window).getByText(folder)).toBeVisible()
  expect(await axeFindings(window)).toEqual([])
  await button(window, ledgerFolderLabels.confirm).click()
  await expect(window.getByText(ledgerFolderLabels.moved(folder))).toBeVisible()
  const kept = readdirSync(join(userData, 'ledger')).filter((name) => name.endsWith('.db'))
  expect(kept).toHaveLength(1)
  expect(kept[0]).toMatch(new RegExp(`^${keptLedgerName(String.raw`\d{4}-\d\d-\d\d`)}$`))
  await expect(
    window.getByText(ledgerFolderLabels.kept(kept[0] ?? '', join(userData, 'ledger'))),
  ).toBeVisible()
  expect(await axeFindings(window)).toEqual([])
  await app.close()
  expect(readdirSync(folder).sort()).toEqual(['backups', fileName, `${fileName}.keys`])

  const again = await launchApp(userData)
  await signIn(again.window)
  await residents(again.window)
  await goTo(again.window, 'settings')
  await expect(again.window.getByText(folder, { exact: true })).toBeVisible()
  await again.app.close()
  const log = join(userData, 'logs', 'main.log')
  expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('')
})

test('a move that can’t be is refused with a sentence, and the ledger goes on where it is', async () => {
  const running = await launchApp()
  const { window, app, userData } = running
  await startEmpty(running)
  await goTo(window, 'settings')
  const change = button(window, ledgerFolderLabels.change)

  await answerOpenDialog(running, aFolder('我的坚果云', '台账'))
  await change.click()
  await expect(window.getByText(failureSentence({ code: 'folderInSyncRoot' }))).toBeVisible()

  await answerOpenDialog(running, join(userData, 'ledger'))
  await change.click()
  await expect(window.getByText(failureSentence({ code: 'folderUnchanged' }))).toBeVisible()

  const taken = aFolder('有台账')
  writeFileSync(join(taken, fileName), 'another ledger')
  await answerOpenDialog(running, taken)
  await change.click()
  await button(window, ledgerFolderLabels.confirm).click()
  await expect(window.getByText(failureSentence({ code: 'ledgerExists' }))).toBeVisible()
  await expect(window.getByText(ledgerFolderLabels.notMoved)).toBeVisible()
  expect(readFileSync(join(taken, fileName), 'utf8')).toBe('another ledger')

  await answerOpenDialog(running, aFolder('later'))
  await change.click()
  await expect(dialog(window)).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(dialog(window)).toHaveCount(0)
  await expect(change).toBeFocused()
  await expect(window.getByText(join(userData, 'ledger'), { exact: true })).toBeVisible()
  await goTo(window, 'residents')
  await residents(window)
  await app.close()
})

test('set-up refuses a folder that a cloud takes away, and warns of the desktop', async () => {
  const running = await launchApp()
  const { window, app } = running
  const change = button(window, setupLabels.changeFolderName)
  await answerOpenDialog(running, aFolder('OneDrive - 幸福里社区', '台账'))
  await change.click()
  await expect(window.getByText(failureSentence({ code: 'folderInSyncRoot' }))).toBeVisible()
  const desktop = await app.evaluate(({ app: electron }) => electron.getPath('desktop'))
  await answerOpenDialog(running, join(desktop, '台账'))
  await change.click()
  await expect(window.getByText(folderWarningSentences.folderIsPersonal)).toBeVisible()
  await expect(window.getByText(failureSentence({ code: 'folderInSyncRoot' }))).toHaveCount(0)
  expect(await axeFindings(window)).toEqual([])
  await app.close()
})

test('a ledger in a cloud folder is not opened from set-up, and one that got there later is told until put away', async () => {
  const running = await launchApp()
  const { userData } = running
  await startEmpty(running)
  await running.app.close()
  const cloud = aFolder('我的坚果云')
  renameSync(join(userData, 'ledger'), join(cloud, 'ledger'))

  const other = await launchApp(newUserData())
  await answerOpenDialog(other, join(cloud, 'ledger', fileName))
  await other.window.getByRole('button', { name: setupLabels.choices.open.title }).click()
  await expect(other.window.getByText(failureSentence({ code: 'folderInSyncRoot' }))).toBeVisible()
  await other.app.close()

  // The whole folder of the program has been taken into the cloud, as some sync programs offer.
  const moved = join(aFolder('坚果云'), 'userdata')
  renameSync(join(cloud, 'ledger'), join(userData, 'ledger'))
  const before = readFileSync(join(userData, 'place.json'), 'utf8')
  expect(before).toContain(join(userData, 'ledger'))
  renameSync(join(userData, 'ledger'), moved)
  symlinkSync(moved, join(userData, 'ledger'))
  const later = await launchApp(userData)
  await signIn(later.window)
  await residents(later.window)
  const notice = later.window.getByText(ledgerNoticeSentences.folderInSyncRoot)
  await expect(notice).toBeVisible()
  expect(await axeFindings(later.window)).toEqual([])
  await button(later.window, ledgerFolderLabels.dismiss).click()
  await expect(notice).toHaveCount(0)
  await goTo(later.window, 'visits')
  await expect(notice).toHaveCount(0)
  await later.app.close()
})

test('with the place file broken its copy answers, and the user hears of it', async () => {
  const running = await launchApp()
  const { userData } = running
  await startEmpty(running)
  await running.app.close()
  breakPlace(userData, ['place.json'])
  const again = await launchApp(userData)
  await signIn(again.window)
  await residents(again.window)
  await expect(again.window.getByText(ledgerNoticeSentences.placeFromCopy)).toBeVisible()
  await again.app.close()
  const healed = await launchApp(userData)
  await signIn(healed.window)
  await residents(healed.window)
  await expect(healed.window.getByText(ledgerNoticeSentences.placeFromCopy)).toHaveCount(0)
  await healed.app.close()
})

test('with both copies broken nothing is made anew: the ledger is looked for, or set-up is asked for', async () => {
  const running = await launchApp()
  const { userData } = running
  await startEmpty(running)
  await running.app.close()
  const ledgerFile = join(userData, 'ledger', fileName)
  const bytes = readFileSync(ledgerFile)
  breakPlace(userData, ['place.json', 'place.json.prev'])

  const again = await launchApp(userData)
  const { window } = again
  await expect(window.getByRole('heading', { name: ledgerTrouble('placeDamaged').title })).toBeVisible()
  await expect(window.getByText(join(userData, 'ledger'))).toBeVisible()
  expect(readdirSync(join(userData, 'ledger')).sort()).toEqual([
    'backups',
    fileName,
    `${fileName}.keys`,
    `${fileName}.keys.prev`,
  ])
  await button(window, startOverLabels.action).click()
  await button(window, startOverLabels.cancel).click()
  expect(await axeFindings(window)).toEqual([])
  await answerOpenDialog(again, ledgerFile)
  await button(window, ledgerTroubleLabels.openOther).click()
  await expect(window.getByRole('heading', { name: signInLabels.title })).toBeVisible()
  await again.app.close()
  expect(readFileSync(ledgerFile).equals(bytes)).toBe(true)

  breakPlace(userData, ['place.json', 'place.json.prev'])
  const anew = await launchApp(userData)
  await button(anew.window, startOverLabels.action).click()
  await button(anew.window, startOverLabels.confirm).click()
  await expect(anew.window.getByRole('heading', { name: setupLabels.title })).toBeVisible()
  await anew.app.close()
  expect(readFileSync(ledgerFile).equals(bytes)).toBe(true)
})

test('no file names the sample any more once it is removed', async () => {
  const { app, window, userData } = await launchApp()
  await window.getByRole('button', { name: setupLabels.choices.sample.title }).click()
  await button(window, appLabels.sample.remove).click({ timeout: 60_000 })
  await button(window, appLabels.sample.removeConfirm).click()
  await expect(window.getByRole('heading', { name: setupLabels.title })).toBeVisible()
  for (const name of ['place.json', 'place.json.prev']) {
    expect(readFileSync(join(userData, name), 'utf8')).not.toContain('sample-ledger')
  }
  await app.close()
})
