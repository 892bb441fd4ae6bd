import * as XLSX from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { addOwnField } from '../../../db/own-field/testing/own-field-fixture.ts'
import { rosterImportOperations } from '../../../db/roster-import/roster-import.operations.ts'
import { stagedPlan, stageRoster } from '../../../db/roster-import/roster-staging.ts'
import { openTestLedger } from '../../../db/testing/ledger-fixture.ts'
import { testKey } from '../../../db/testing/test-key.ts'
import { importFieldLabels } from '../../../domain/labels/import.zh.ts'
import { codeFields } from '../../../domain/roster-import/code-fields.ts'
import { importFields, type BuiltInImportField } from '../../../domain/roster-import.ts'
import { aCitizenNumber } from '../../../domain/testing/builders.ts'
import { readRosterFile } from '../read-roster-file.ts'
import { rosterTemplate } from './roster-template.ts'

const fields = importFields.filter((field) => field !== 'address')
const context = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }

async function previewed(bytes: Uint8Array) {
  const ledger = openTestLedger()
  const table = await readRosterFile(bytes, '花名册.xlsx')
  await stageRoster(ledger, { handle: 'r', fileName: '花名册.xlsx', table })
  const preview = await rosterImportOperations['import.preview'](
    ledger,
    {
      handle: 'r',
      sheetIndexes: [0],
      mapping: null,
    },
    context,
  )
  return { ledger, table, preview }
}

async function filled(people: readonly Partial<Record<BuiltInImportField, string>>[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(await rosterTemplate([])) as never)
  for (const [index, person] of people.entries()) {
    const row = workbook.worksheets[0]?.getRow(index + 3)
    for (const [column, field] of fields.entries())
      if (row) row.getCell(column + 1).value = person[field] ?? null
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

test('an empty template is a roster of nobody whose every column is known', async () => {
  const { table, preview } = await previewed(await rosterTemplate([]))
  expect(table.sheets.map(({ name }) => name)).toEqual(['花名册'])
  expect(preview.columns.map(({ header, field }) => [header, field])).toEqual(
    fields.map((field) => [importFieldLabels[field], field]),
  )
  expect(preview.counts).toEqual({ add: 0, update: 0, unchanged: 0, refuse: 0 })
})

test('a template filled in by another program is imported as it is', async () => {
  const choice = (field: BuiltInImportField) => Object.values(codeFields[field]?.codes ?? {}).at(-1) ?? ''
  const people = [
    {
      name: '欧阳少东',
      sex: '男',
      idNumber: aCitizenNumber('1945-03-02', 101),
      ethnicGroup: choice('ethnicGroup'),
      phone: '13812345678、029-88888888',
      building: '3-1号楼',
      unit: '1',
      room: '0201',
      residenceStatus: choice('residenceStatus'),
      livingArrangement: choice('livingArrangement'),
      relationToHead: '户主',
      careTags: '低保、残疾',
      note: '喜欢下棋',
    },
    {
      name: '洪秀兰',
      sex: '女',
      birth: '1950',
      lunarBirth: '三月初八',
      building: '2E5',
      room: '3-1',
      headName: '欧阳少东',
    },
  ]
  const { ledger, preview } = await previewed(await filled(people))
  expect(preview.counts).toMatchObject({ add: 2, refuse: 0 })
  const drafts = stagedPlan(ledger, 'r').plan.rows.map(({ draft }) => draft)
  expect(drafts).toMatchObject([
    {
      dwelling: { building: '3-1号楼', unit: '1', room: '0201' },
      phones: [{ number: '13812345678' }, { number: '029-88888888' }],
      relationToHead: '01',
    },
    { birthWhen: '1950', lunarBirth: { month: 3, day: 8 }, dwelling: { room: '3-1' } },
  ])
  await rosterImportOperations['import.apply'](ledger, { handle: 'r' }, context)
})

test('offers exactly the words of the code tables, and every cell is text', async () => {
  const workbook = new ExcelJS.Workbook()
  const bytes = await rosterTemplate([])
  await workbook.xlsx.load(Buffer.from(bytes) as never)
  const [sheet, options] = workbook.worksheets
  expect(options?.state).toBe('hidden')
  for (const [column, field] of fields.entries()) {
    const table = codeFields[field]
    const cell = sheet?.getCell(100, column + 1)
    expect(sheet?.getColumn(column + 1).numFmt).toBe('@')
    if (table === undefined || table.isList === true) {
      expect(cell?.dataValidation).toBeUndefined()
      continue
    }
    const [, letter = '', count] =
      /!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/.exec(String(cell?.dataValidation.formulae[0])) ?? []
    const words = Array.from(
      { length: Number(count) },
      (_, index) => options?.getCell(`${letter}${index + 1}`).value,
    )
    expect(new Set(words)).toEqual(new Set(Object.values(table.codes)))
  }
  // A second program opens it as well.
  expect(XLSX.read(bytes, { type: 'array' }).SheetNames).toEqual(['花名册', '选项'])
})

test('has a column for each own field in use, with the words it takes, and is read back by their names', async () => {
  const ledger = openTestLedger()
  const group = await addOwnField(ledger, { name: '活动小组', choices: ['太极', '合唱'] })
  const dog = await addOwnField(ledger, { name: '是否养犬', kind: 'yesNo' })
  const bytes = await rosterTemplate([group, dog, { ...dog, id: 9, name: '旧字段', isRetired: true }])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as never)
  const [sheet, options] = workbook.worksheets
  const column = fields.length + 1
  expect([sheet?.getCell(1, column).value, sheet?.getCell(1, column + 1).value]).toEqual([
    '活动小组',
    '是否养犬',
  ])
  expect(sheet?.getCell(1, column + 2).value).toBeNull()
  const [, letter = '', count] =
    /!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/.exec(String(sheet?.getCell(100, column).dataValidation.formulae[0])) ??
    []
  expect([options?.getCell(`${letter}1`).value, options?.getCell(`${letter}2`).value, count]).toEqual([
    '太极',
    '合唱',
    '2',
  ])
  const table = await readRosterFile(bytes, '花名册.xlsx')
  await stageRoster(ledger, { handle: 'r', fileName: '花名册.xlsx', table })
  const preview = await rosterImportOperations['import.preview'](
    ledger,
    {
      handle: 'r',
      sheetIndexes: [0],
      mapping: null,
    },
    context,
  )
  expect(preview.columns.slice(-2).map(({ field }) => field)).toEqual([`own:${group.id}`, `own:${dog.id}`])
})
