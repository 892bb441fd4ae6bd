import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { noChoices } from '../../domain/import-choices.ts'
import { aCitizenNumber } from '../../domain/testing/builders.ts'
import { issueCorrectedCopy } from '../../db/roster-import/corrected-copy.service.ts'
import { rosterImportOperations } from '../../db/roster-import/roster-import.operations.ts'
import { stageRoster } from '../../db/roster-import/roster-staging.ts'
import type { Ledger } from '../../db/ledger.ts'
import type { OperationContext } from '../../db/ledger-operations.ts'
import { ledgerContent } from '../../db/testing/ledger-content.ts'
import { openTestLedger } from '../../db/testing/ledger-fixture.ts'
import { testKey } from '../../db/testing/test-key.ts'
import { correctedCopy } from './copy/corrected-copy.ts'
import { readRosterFile } from './read-roster-file.ts'

const context: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const handle = 'r'
const [first, second, third] = [1, 2, 3].map((order) => aCitizenNumber('1950-05-05', order))
const headers = ['姓名', '身份证号', '与户主关系', '住址', '民族']

type Line = readonly (string | undefined)[]
const sheets: Record<string, readonly Line[]> = {
  东区: [
    ['东区居民名单'],
    headers,
    ['王建国', first, '户主', '1号楼1单元101', '汉族'],
    ['李秀英', '', '妻', '', '汗族'],
  ],
  填表说明: [['请各楼长在月底前填好'], ['一人一行，不要合并单元格']],
  中区: [headers, ['赵平', second, '户主', '2号楼1单元101', '汉族'], ['', '', '', '2号楼1单元102', '']],
  西区: [
    headers,
    ['张兰', third, '户主', '3号楼1单元101', '回族'],
    ['王建国', first, '户主', '3号楼1单元102', '汉族'],
    ['孙梅', '', '妻', '', '汉族'],
  ],
  党员: [
    ['姓名', '入党时间'],
    ['钱进', '1970'],
  ],
}

async function aWorkbook(content = sheets): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const [name, lines] of Object.entries(content))
    workbook.addWorksheet(name).addRows(lines.map((line) => [...line]))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function staged(ledger: Ledger, bytes: Uint8Array) {
  return stageRoster(ledger, {
    handle,
    fileName: '名单.xlsx',
    table: await readRosterFile(bytes, '名单.xlsx'),
  })
}

const preview = (ledger: Ledger, sheetIndexes: number[]) =>
  rosterImportOperations['import.preview'](ledger, { handle, sheetIndexes, mapping: null }, context)

async function reportOf(ledger: Ledger) {
  const page = { verdict: null, offset: 0, limit: 50 }
  const { rows } = await rosterImportOperations['import.rows'](ledger, { handle, ...page })
  return rows.map(({ sheetName, sheetRowNumber, name, verdict, issues }) => [
    `${sheetName} ${sheetRowNumber}`,
    name,
    verdict,
    issues.map(({ code }) => code).join(' '),
  ])
}

test('the sheets of a file with the same headings are told apart from all others', async () => {
  const { sheets: described } = await staged(openTestLedger(), await aWorkbook())
  expect(described).toEqual([
    { name: '东区', rowCount: 4, layout: 0 },
    { name: '填表说明', rowCount: 2, layout: null },
    { name: '中区', rowCount: 3, layout: 0 },
    { name: '西区', rowCount: 4, layout: 0 },
    { name: '党员', rowCount: 2, layout: 4 },
  ])
})

test('several sheets are one report, in which each row says where it stands', async () => {
  const ledger = openTestLedger()
  await staged(ledger, await aWorkbook())
  const { counts, questions, sheetIndexes } = await preview(ledger, [3, 0, 2])
  expect(counts).toEqual({ add: 5, update: 0, unchanged: 0, refuse: 2 })
  expect(sheetIndexes).toEqual([0, 2, 3])
  expect(await reportOf(ledger)).toEqual([
    ['东区 3', '王建国', 'add', ''],
    ['东区 4', '李秀英', 'add', 'sexUnknown ethnicGroupUnknown'],
    ['中区 2', '赵平', 'add', ''],
    ['中区 3', '', 'refuse', 'nameMissing sexUnknown'],
    ['西区 2', '张兰', 'add', ''],
    ['西区 3', '王建国', 'refuse', 'idTwiceInFile'],
    ['西区 4', '孙梅', 'add', 'sexUnknown'],
  ])
  expect(questions.values).toEqual([
    { field: 'ethnicGroup', text: '汗族', code: null, rowCount: 1, isDecided: false },
  ])
})

test('the copy for the sender is marked in all of them', async () => {
  const ledger = openTestLedger()
  const bytes = await aWorkbook()
  await staged(ledger, bytes)
  await preview(ledger, [0, 2, 3])
  const copy = new ExcelJS.Workbook()
  const marked = await correctedCopy(bytes, '名单.xlsx', await issueCorrectedCopy(ledger, handle))
  await copy.xlsx.load(Buffer.from(marked) as never)
  const noteAt = (sheet: string, cell: string) => JSON.stringify(copy.getWorksheet(sheet)?.getCell(cell).note)
  expect(noteAt('东区', 'E4')).toContain('民族名称不对')
  expect(noteAt('中区', 'A3')).toContain('姓名是空的')
  expect(noteAt('西区', 'B3')).toContain('出现了两次')
})

test('they are one import, taken back as one, and one layout to be remembered', async () => {
  const ledger = openTestLedger()
  const before = ledgerContent(ledger)
  await staged(ledger, await aWorkbook())
  await preview(ledger, [0, 2, 3])
  const values = [{ field: 'ethnicGroup', text: '汗族', code: '01' }] as const
  await rosterImportOperations['import.decide'](
    ledger,
    { handle, choices: { ...noChoices, values: [...values] } },
    context,
  )
  const run = await rosterImportOperations['import.apply'](ledger, { handle }, context)
  expect(run).toMatchObject({ addedCount: 5, updatedCount: 0 })
  const homes = ledgerContent(ledger).households.map(
    (text) => (JSON.parse(text) as { members: string }).members,
  )
  // 西区 4 has lost the head of the family to 东区, and stays by itself.
  expect(homes).toEqual(['1,2', '3', '4', '5'])
  await staged(ledger, await aWorkbook({ 一区: sheets['东区'] ?? [], 二区: sheets['中区'] ?? [] }))
  const again = await preview(ledger, [0, 1])
  expect(again.rememberedAt).toBe(run.importedAt)
  expect(again.counts).toEqual({ add: 0, update: 0, unchanged: 3, refuse: 1 })
  await rosterImportOperations['import.undoLast'](ledger)
  expect(ledgerContent(ledger)).toEqual(before)
})

test('sheets that differ in layout are not read together, nor any beside one without headings', async () => {
  const ledger = openTestLedger()
  await staged(ledger, await aWorkbook())
  for (const sheetIndexes of [
    [0, 4],
    [0, 1],
  ])
    await expect(preview(ledger, sheetIndexes)).rejects.toMatchObject({
      failure: { code: 'invalidInput', field: 'sheetIndexes' },
    })
  await expect(preview(ledger, [0, 9])).rejects.toMatchObject({ failure: { code: 'notFound' } })
  expect((await preview(ledger, [4])).counts.add).toBe(1)
})

test('sheets that are named after buildings say where their people live, unless a clerk declines', async () => {
  const ledger = openTestLedger()
  const line = ['姓名', '单元', '室']
  await staged(
    ledger,
    await aWorkbook({ '3号楼': [line, ['王建国', '1', '101']], '5号楼名单': [line, ['赵平', '2', '101']] }),
  )
  const asked = await preview(ledger, [0, 1])
  expect(asked.questions.sheetDoors).toEqual([
    { building: '3号楼', unit: '' },
    { building: '5号楼', unit: '' },
  ])
  const addresses = async () => {
    const page = { verdict: null, offset: 0, limit: 50 }
    const { rows } = await rosterImportOperations['import.rows'](ledger, { handle, ...page })
    return rows.map(({ address }) => address)
  }
  expect(await addresses()).toEqual(['3号楼1单元101', '5号楼2单元101'])
  const choices = { ...noChoices, isBuildingFromSheet: false }
  await rosterImportOperations['import.decide'](ledger, { handle, choices }, context)
  expect(await addresses()).toEqual(['1 101', '2 101'])
})
