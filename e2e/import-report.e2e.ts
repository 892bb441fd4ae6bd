import { expect, test } from '@playwright/test'
import ExcelJS from 'exceljs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importLabels, importQuestionLabels } from '../domain/labels/import.zh.ts'
import { aCitizenNumber } from '../domain/testing/builders.ts'
import { answerOpenDialog, answerSaveDialog, launchApp } from './testing/launch-app.ts'
import { applyRoster, goTo, previewRoster, searchResidents, setUpOffice } from './testing/office-steps.ts'

const folder = mkdtempSync(join(tmpdir(), 'linli 名册-'))
const headers = ['姓名', '性别', '身份证号', '民族', '住址', '备注']
const idNumber = aCitizenNumber('1943-08-15', 102)
const slip = idNumber.slice(0, 12) + String((Number(idNumber[12]) + 1) % 10) + idNumber.slice(13)

async function rosterOf(name: string, people: readonly (readonly string[])[]): Promise<string> {
  const path = join(folder, name)
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('名单').addRows([headers, ...people.map((person) => [...person])])
  await workbook.xlsx.writeFile(path)
  return path
}

test('a clerk decides on a report, gives a marked copy back, imports, and takes it back', async () => {
  const running = await launchApp()
  const { app, window } = running
  const button = (name: string | RegExp) => window.getByRole('button', { name })
  const dialog = window.getByRole('dialog')
  await setUpOffice(window)
  const first = await rosterOf('一月.xlsx', [
    ['王秀英', '女', idNumber, '汉族', '1号楼1单元101', '喜欢下棋'],
    ['张桂兰', '女', '', '汉族', '1号楼2单元201', ''],
  ])
  await previewRoster(running, first)
  await applyRoster(window)
  await button(importLabels.result.again).click()

  // The same file again says so, and the layout is remembered.
  await answerOpenDialog(running, first)
  await button(importLabels.start.choose).click()
  await expect(window.getByRole('alert')).toContainText('已经导入过')
  const second = await rosterOf('二月.xlsx', [
    ['王秀英', '女', slip, '汗族', '1号楼1单元102', ''],
    ['张桂兰', '女', '', '汗族', '9号楼1单元101', ''],
    ['', '男', '', '', '', ''],
  ])
  await answerOpenDialog(running, second)
  await button(importLabels.start.chooseOther).click()
  await window.getByRole('heading', { name: importLabels.columns.heading }).waitFor()
  await expect(window.getByText(/同样的表头在/)).toBeVisible()
  await button(importLabels.columns.next).click()
  await expect(
    button(importLabels.preview.apply({ add: 1, update: 0, unchanged: 0, refuse: 2 })),
  ).toBeVisible()

  // A word is explained once.
  await button(importQuestionLabels.values.button(1, 1)).click()
  await dialog.getByLabel(importQuestionLabels.values.meaningOf('汗族')).selectOption({ label: '汉族' })
  await dialog.getByRole('button', { name: importQuestionLabels.values.confirm }).click()
  await expect(button(importQuestionLabels.values.button(0, 1))).toBeVisible()

  // The damaged number is somebody's whom the ledger knows; the namesake is somebody else.
  await button(new RegExp(`^${importQuestionLabels.alike.figure}`)).click()
  await button(importQuestionLabels.alike.decided(null)).first().click()
  await dialog.getByText(importQuestionLabels.alike.likeness.idOneDigit).click()
  await dialog.getByRole('button', { name: importQuestionLabels.alike.confirm }).click()
  await expect(window.getByText('住址：1号楼1单元101 → 1号楼1单元102')).toBeVisible()
  await button(importQuestionLabels.alike.decided(null)).click()
  await dialog.getByText(importQuestionLabels.alike.other('add')).click()
  await dialog.getByRole('button', { name: importQuestionLabels.alike.confirm }).click()
  await expect(
    button(importLabels.preview.apply({ add: 1, update: 1, unchanged: 0, refuse: 1 })),
  ).toBeVisible()

  // An empty cell takes something away only once that is wanted.
  await expect(window.getByText('备注：清空 喜欢下棋')).toHaveCount(0)
  await window.getByLabel(importQuestionLabels.emptying.label).check()
  await expect(window.getByText('备注：清空 喜欢下棋')).toBeVisible()

  const copyPath = join(folder, '二月（待改正）.xlsx')
  await answerSaveDialog(running, copyPath)
  await button(importLabels.files.corrected).click()
  await expect(window.getByText(importLabels.files.correctedSaved)).toBeVisible()
  const copy = new ExcelJS.Workbook()
  await copy.xlsx.readFile(copyPath)
  expect(JSON.stringify(copy.worksheets[0]?.getCell('A4').note)).toContain('姓名是空的')

  await applyRoster(window)
  await button(importLabels.undo.button).click()
  await dialog.getByRole('button', { name: importLabels.undo.confirm }).click()
  await expect(window.getByText(/^已撤销/)).toBeVisible()
  await goTo(window, 'residents')
  await searchResidents(window, '1号楼1单元101', 1)
  await app.close()
})

test('sheets of one layout are checked, imported, marked and taken back together, by keyboard', async () => {
  const path = join(folder, '三个楼.xlsx')
  const workbook = new ExcelJS.Workbook()
  const people: Record<string, readonly (readonly string[])[]> = {
    东区: [['王秀英', '女', idNumber, '汉族', '1号楼1单元101', '']],
    中区: [
      ['张桂兰', '女', '', '汉族', '2号楼1单元201', ''],
      ['', '男', '', '汉族', '2号楼1单元202', ''],
    ],
    西区: [['李建国', '男', '', '汉族', '3号楼1单元301', '']],
  }
  for (const [name, rows] of Object.entries(people))
    workbook.addWorksheet(name).addRows([headers, ...rows.map((row) => [...row])])
  workbook.addWorksheet('党员').addRows([
    ['姓名', '性别', '入党时间'],
    ['钱进', '男', '1970'],
  ])
  workbook.addWorksheet('填表说明').addRows([['请各楼长在月底前填好']])
  await workbook.xlsx.writeFile(path)

  const running = await launchApp()
  const { app, window } = running
  const button = (name: string | RegExp) => window.getByRole('button', { name })
  const box = (name: string) => window.getByRole('checkbox', { name: new RegExp(`^${name}`) })
  const press = async (name: string | RegExp) => {
    await button(name).focus()
    await window.keyboard.press('Enter')
  }
  await setUpOffice(window)
  await goTo(window, 'import')
  await answerOpenDialog(running, path)
  await press(importLabels.start.choose)
  await expect(box('东区')).toBeChecked()
  await expect(box('西区')).toBeChecked()
  await expect(box('党员')).toBeDisabled()
  await expect(window.getByText(importLabels.start.obstacles.otherLayout)).toBeVisible()
  await expect(window.getByText(importLabels.start.obstacles.noHeading)).toBeVisible()
  // One sheet can be left for another time.
  await box('西区').focus()
  await window.keyboard.press('Space')
  await expect(box('西区')).not.toBeChecked()
  await window.keyboard.press('Space')
  await expect(box('西区')).toBeChecked()
  await press(importLabels.start.next)
  await window.getByRole('heading', { name: importLabels.columns.heading }).waitFor()
  await press(importLabels.columns.next)

  await expect(window.getByText(importLabels.preview.sheets(['东区', '中区', '西区']))).toBeVisible()
  const report = window.getByRole('table', { name: importLabels.preview.caption })
  await expect(report.getByRole('row', { name: /^中区 第 3 行/ })).toContainText('姓名是空的')
  const copyPath = join(folder, '三个楼（待改正）.xlsx')
  await answerSaveDialog(running, copyPath)
  await press(importLabels.files.corrected)
  await expect(window.getByText(importLabels.files.correctedSaved)).toBeVisible()
  const copy = new ExcelJS.Workbook()
  await copy.xlsx.readFile(copyPath)
  expect(JSON.stringify(copy.getWorksheet('中区')?.getCell('A3').note)).toContain('姓名是空的')
  expect(copy.worksheets.map(({ name }) => name)).toEqual(['东区', '中区', '西区', '党员', '填表说明'])

  await press(importLabels.preview.apply({ add: 3, update: 0, unchanged: 0, refuse: 1 }))
  await window.getByRole('heading', { name: importLabels.result.heading }).waitFor()
  await expect(window.getByText(importLabels.result.otherSheets(2))).toBeVisible()
  await expect(button(importLabels.result.goOnWith(['党员']))).toBeVisible()
  await press(importLabels.undo.button)
  await window.getByRole('dialog').getByRole('button', { name: importLabels.undo.confirm }).click()
  await expect(window.getByText(/^已撤销：删除 3 人/)).toBeVisible()
  await press(importLabels.result.goOnWith(['党员']))
  await window.getByRole('heading', { name: importLabels.columns.heading }).waitFor()
  await app.close()
})

test('a table that was copied in another program is pasted, checked and imported', async () => {
  const running = await launchApp()
  const { app, window } = running
  await setUpOffice(window)
  await goTo(window, 'import')
  const paste = window.getByRole('button', { name: importLabels.start.paste })
  await app.evaluate(({ clipboard }) => clipboard.writeText('王秀英'))
  await paste.click()
  await expect(window.getByRole('alert')).toContainText('剪贴板里没有表格')

  const table = [headers, ['王秀英', '女', idNumber, '汉族', '1号楼1单元101', '']]
  const text = table.map((row) => row.join('\t')).join('\r\n')
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
  await paste.focus()
  await window.keyboard.press('ControlOrMeta+V')
  await window.getByRole('heading', { name: importLabels.columns.heading }).waitFor()
  await window.getByRole('button', { name: importLabels.columns.next }).click()
  await applyRoster(window)
  await goTo(window, 'residents')
  await searchResidents(window, '王秀英', 1)
  await running.app.close()
})
