import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { duplicateLabels, mergeFieldLabels } from '../domain/labels/duplicate.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { launchApp, newUserData } from './testing/launch-app.ts'
import { applyRoster, goTo, previewRoster, searchResidents, setUpOffice } from './testing/office-steps.ts'

const words = duplicateLabels

// Two records of one man in two ways of writing, two namesakes who are two people, and somebody else.
const people = [
  '张偉國,1950-05-20,13900001111,1号楼1单元101,爱下棋',
  '张伟国,1950-05-20,13900001111,2号楼2单元202,独居',
  '李建国,1960-01-01,13900002222,1号楼1单元102,',
  '李建国,1960-01-01,13900003333,3号楼1单元101,',
  '赵铁柱,1950-05-20,13900001111,1号楼1单元103,',
]

test('two records of one person are found, compared, merged and brought back, all by the keyboard', async () => {
  const userData = newUserData()
  const roster = join(userData, '名单.csv')
  writeFileSync(roster, ['姓名,出生日期,电话,住址,备注', ...people].join('\r\n'))
  const running = await launchApp(userData)
  const { window } = running
  await setUpOffice(window)
  await previewRoster(running, roster)
  await applyRoster(window)

  await goTo(window, 'residents')
  await window.getByRole('link', { name: words.list.open }).click()
  await expect(window.getByText(words.list.total(2), { exact: true })).toBeVisible()
  const grid = window.getByRole('grid', { name: words.list.tableName })
  await expect(grid).toBeFocused()
  await expect(window.getByRole('row').nth(1)).toContainText('张偉國')

  // Two people: the pair goes with the reason and does not come back.
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await window.getByRole('button', { name: words.pair.apart }).press('Enter')
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.apart.reasonMissing)).toBeVisible()
  await window.keyboard.type('叔侄同名，已核对户口簿')
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.pair.keptApart('李建国', '李建国'))).toBeVisible()
  await expect(window.getByText(words.list.total(1), { exact: true })).toBeVisible()

  // One person: the name of one record, the home of the other, the notes of both.
  await expect(grid).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: words.pair.title })).toBeVisible()
  const choose = (label: string, order: string) =>
    window.getByRole('radio', { name: new RegExp(`^${label} ${order}`) })
  await choose(mergeFieldLabels.name, words.pair.second).press('Space')
  await expect(choose(mergeFieldLabels.name, words.pair.second)).toBeChecked()
  await choose(mergeFieldLabels.home, words.pair.second).press('Space')
  await expect(
    window.getByRole('radio', { name: new RegExp(`^${mergeFieldLabels.note}.*${words.pair.both}`) }),
  ).toBeChecked()
  await window.getByRole('button', { name: words.pair.merge }).press('Enter')
  const dialog = window.getByRole('dialog')
  await expect(dialog).toContainText(words.pair.confirmTitle('张伟国'))
  await dialog.getByRole('button', { name: words.pair.confirm, exact: true }).press('Enter')
  await expect(window.getByText(words.pair.merged('张伟国'))).toBeVisible()
  await expect(window.getByText(words.list.emptyTitle)).toBeVisible()

  await goTo(window, 'residents')
  await expect(window.getByText(residentLabels.list.total(4), { exact: true })).toBeVisible()
  await searchResidents(window, '张伟国', 1)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: '备注' })).toHaveValue('爱下棋\n独居')

  await goTo(window, 'residents')
  await window.getByRole('link', { name: words.list.open }).click()
  await window.getByRole('link', { name: words.list.merges }).click()
  await window.getByRole('grid', { name: words.merges.tableName }).press('Enter')
  await window.getByRole('dialog').getByRole('button', { name: words.merges.undo }).press('Enter')
  await expect(window.getByText(/^已撤销合并，两条记录都恢复了。$/)).toBeVisible()
  await expect(window.getByText(words.merges.undone, { exact: true })).toBeVisible()
  await goTo(window, 'residents')
  await window.getByLabel(residentLabels.list.search).fill('')
  await expect(window.getByText(residentLabels.list.total(5), { exact: true })).toBeVisible()
  await window.getByRole('link', { name: words.list.open }).click()
  await expect(window.getByText(words.list.total(1), { exact: true })).toBeVisible()
  await running.app.close()
})
