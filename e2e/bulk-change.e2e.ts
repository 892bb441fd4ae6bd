import { expect, test, type Page } from '@playwright/test'
import * as xlsx from '@e965/xlsx'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { careTags } from '../domain/codes/care-tag.ts'
import { bulkChangeText, bulkLabels } from '../domain/labels/bulk-change.zh.ts'
import { ownFieldKindLabels, ownFieldLabels, ownValueProblems } from '../domain/labels/own-field.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { listColumnLabels, listLabels } from '../domain/labels/resident-list.zh.ts'
import { selectionLabels } from '../domain/labels/selection.zh.ts'
import { answerSaveDialog, launchApp, newUserData } from './testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  launchSignedIn,
  previewRoster,
  roster,
  setUpOffice,
} from './testing/office-steps.ts'

const userData = newUserData()
const { list } = residentLabels
const peopleCount = 6

/** The texts of every row on screen, without the box of each. */
async function rowsShown(window: Page): Promise<string[][]> {
  const rows = await window.getByRole('grid', { name: list.tableName }).getByRole('row').all()
  const texts = await Promise.all(rows.slice(1).map((row) => row.getByRole('gridcell').allTextContents()))
  return texts.map(([, ...cells]) => cells.map((cell) => cell.trim()))
}

test.beforeAll(async () => {
  const running = await launchApp(userData)
  await setUpOffice(running.window)
  await previewRoster(running, roster)
  await applyRoster(running.window)
  await running.app.close()
})

test('people are chosen by keyboard, given a tag after a preview, and it is taken back', async () => {
  const { window, app } = await launchSignedIn(userData)
  const grid = window.getByRole('grid', { name: list.tableName })
  const row = (index: number) => grid.getByRole('row').nth(index + 1)
  await row(0).waitFor()
  await window.getByLabel(list.search).press('ArrowDown')
  await expect(grid).toBeFocused()
  await window.keyboard.press('Space')
  await expect(row(0)).toHaveAttribute('aria-selected', 'true')
  await expect(window.getByText(selectionLabels.chosen(1))).toBeVisible()
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await expect(window.getByText(selectionLabels.chosen(3))).toBeVisible()
  await window.keyboard.press('Shift+ArrowUp')
  await expect(row(2)).toHaveAttribute('aria-selected', 'false')
  await window.keyboard.press('Control+a')
  await expect(window.getByText(selectionLabels.chosen(peopleCount))).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.getByText(selectionLabels.hint)).toBeVisible()
  await expect(grid).toBeFocused()
  await row(0).getByRole('checkbox').click()
  await row(3)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await expect(window.getByText(selectionLabels.chosen(4))).toBeVisible()

  await window.getByRole('link', { name: selectionLabels.bulkChange }).press('Enter')
  await expect(window.getByText(bulkLabels.chosen(4))).toBeVisible()
  await window.getByLabel(bulkLabels.careTag).selectOption({ label: careTags.volunteer })
  await window.getByLabel(bulkLabels.fromOn).fill('2026-1-1')
  await window.getByRole('button', { name: bulkLabels.look }).press('Enter')
  const preview = window.getByRole('region', { name: bulkLabels.previewTitle })
  await expect(preview.getByRole('row')).toHaveCount(5)
  await expect(preview.getByText('志愿者 2026-01-01 至')).toHaveCount(4)
  await preview.getByRole('button', { name: bulkLabels.apply(4) }).press('Enter')
  await expect(window.getByText(bulkLabels.done(4))).toBeVisible()

  await goTo(window, 'residents')
  await expect(grid.getByText(/志愿者/)).toHaveCount(4)
  await window.getByRole('link', { name: selectionLabels.bulkChange }).click()
  const change = { kind: 'giveCareTag', careTag: 'volunteer', fromOn: null, toOn: null } as const
  await window.getByRole('button', { name: bulkLabels.undoName(bulkChangeText(change, [])) }).press('Enter')
  await window.getByRole('dialog').getByRole('button', { name: bulkLabels.undoConfirm, exact: true }).click()
  await expect(
    window.getByText(bulkLabels.undone({ restoredCount: 4, keptCount: 0, kept: [] })),
  ).toBeVisible()
  await goTo(window, 'residents')
  await row(0).waitFor()
  await expect(grid.getByText(/志愿者/)).toHaveCount(0)
  await app.close()
})

test('the list goes into a workbook and into the clipboard as it stands on screen', async () => {
  const running = await launchSignedIn(userData)
  const { window, app } = running
  const grid = window.getByRole('grid', { name: list.tableName })
  await grid.getByRole('row').nth(peopleCount).waitFor()
  const shown = await rowsShown(window)
  expect(shown).toHaveLength(peopleCount)
  const file = join(userData, '名单.xlsx')
  await answerSaveDialog(running, file)
  await window.getByRole('link', { name: selectionLabels.save }).press('Enter')
  await window.getByRole('button', { name: listLabels.confirm, exact: true }).click()
  await expect(window.getByText(listLabels.saved(peopleCount))).toBeVisible({ timeout: 20_000 })
  await window.getByRole('link', { name: listLabels.back, exact: true }).press('Enter')

  const workbook = xlsx.read(readFileSync(file))
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''] ?? {}
  const [header, ...rows] = xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' })
  const columns = ['name', 'sex', 'age', 'idNumber', 'address', 'phone', 'careTags'] as const
  expect(header).toEqual(columns.map((column) => listColumnLabels[column]))
  expect(rows).toEqual(shown)

  await grid.focus()
  await window.keyboard.press('Control+a')
  await window.keyboard.press('Control+c')
  await expect(window.getByText(selectionLabels.copied(peopleCount))).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied.split('\r\n').slice(1)).toEqual(shown.map((cells) => cells.join('\t')))
  await app.close()
})

test('an own field is set for everybody chosen, typed wrong first, and the change is taken back', async () => {
  const { window, app } = await launchSignedIn(userData)
  const steps = '每天步数'
  const { dialog } = ownFieldLabels
  await goTo(window, 'settings')
  await window.getByRole('link', { name: ownFieldLabels.link }).press('Enter')
  await window.getByRole('button', { name: ownFieldLabels.add.resident }).press('Enter')
  await expect(window.getByLabel(new RegExp(`^${dialog.name}`))).toBeFocused()
  await window.keyboard.type(steps)
  await window.getByLabel(dialog.kind).selectOption({ label: ownFieldKindLabels.number })
  await window.getByLabel(dialog.isInList).press('Space')
  await window.getByRole('dialog').getByRole('button', { name: dialog.save }).press('Enter')
  await expect(window.getByText(ownFieldLabels.saved(steps))).toBeVisible()

  await goTo(window, 'residents')
  const grid = window.getByRole('grid', { name: list.tableName })
  await grid.getByRole('row').nth(peopleCount).waitFor()
  await grid.focus()
  await window.keyboard.press('Control+a')
  await window.getByRole('link', { name: selectionLabels.bulkChange }).press('Enter')
  await window
    .getByRole('combobox', { name: bulkLabels.what })
    .selectOption({ label: bulkLabels.kinds.setField })
  await window.getByLabel(bulkLabels.field).selectOption({ label: steps })
  await window.getByLabel(bulkLabels.value).fill('六千步')
  await window.keyboard.press('Enter')
  await expect(window.getByText(ownValueProblems.number(steps))).toBeVisible()
  await window.getByLabel(bulkLabels.value).fill('６，０００')
  await window.keyboard.press('Enter')
  const preview = window.getByRole('region', { name: bulkLabels.previewTitle })
  await expect(preview.getByRole('gridcell', { name: '6000', exact: true })).toHaveCount(peopleCount)
  await preview.getByRole('button', { name: bulkLabels.apply(peopleCount) }).press('Enter')
  await expect(window.getByText(bulkLabels.done(peopleCount))).toBeVisible()

  await goTo(window, 'residents')
  await expect(grid.getByRole('gridcell', { name: '6000', exact: true })).toHaveCount(peopleCount)
  await window.getByRole('link', { name: selectionLabels.bulkChange }).press('Enter')
  await window.getByRole('button', { name: bulkLabels.undoName(`${steps}改成“6000”`) }).press('Enter')
  await window.getByRole('dialog').getByRole('button', { name: bulkLabels.undoConfirm, exact: true }).click()
  await expect(
    window.getByText(bulkLabels.undone({ restoredCount: peopleCount, keptCount: 0, kept: [] })),
  ).toBeVisible()
  await goTo(window, 'residents')
  await grid.getByRole('row').nth(peopleCount).waitFor()
  await expect(grid.getByRole('gridcell', { name: '6000', exact: true })).toHaveCount(0)
  await app.close()
})
