import { read, type WorkSheet } from '@e965/xlsx'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rosterImportOperations } from '../../db/roster-import/roster-import.operations.ts'
import { stagedPlan, stageRoster } from '../../db/roster-import/roster-staging.ts'
import { generateCommunity } from '../../db/sample/generate-community.ts'
import { writeSampleCommunity } from '../../db/sample/write-sample-community.ts'
import { ledgerContent } from '../../db/testing/ledger-content.ts'
import { openTestLedger } from '../../db/testing/ledger-fixture.ts'
import { testKey } from '../../db/testing/test-key.ts'
import { residentDraftSchema, type ResidentDraft } from '../../domain/resident.ts'
import { readRosterFile } from '../../electron/import/read-roster-file.ts'
import { rosterColumns, rosterTitle } from './roster-columns.ts'
import { writeRosterWorkbook } from './write-roster-workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'roster-'))
afterAll(() => rmSync(folder, { recursive: true }))

const context = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const options = { seed: 11, householdCount: 400 }
const people = [...generateCommunity(options)].flat()
const filePath = join(folder, 'roster.xlsx')
expect(await writeRosterWorkbook(filePath, people, new Date(Date.UTC(2026, 10, 25)))).toBe(people.length)
const sheet = firstSheet()
const table = await readRosterFile(readFileSync(filePath), 'roster.xlsx')

/** Looked at without the product's reader, by another library than the one that wrote it. */
function firstSheet(): WorkSheet {
  const workbook = read(readFileSync(filePath), { cellDates: true, cellNF: true, UTC: true })
  const found = workbook.Sheets[workbook.SheetNames[0] ?? '']
  if (found === undefined) throw new Error('no sheet')
  return found
}

test('it looks like an office made it: a merged title, a header, ID numbers as text, birth dates as dates', () => {
  expect(sheet['A1']).toMatchObject({ t: 's', v: rosterTitle })
  expect(sheet['!merges']).toContainEqual({ s: { r: 0, c: 0 }, e: { r: 0, c: rosterColumns.length - 1 } })
  expect(table.sheets[0]?.rows[2]).toEqual(rosterColumns.map(({ header }) => header))
  expect(sheet['H4']).toMatchObject({ t: 's', v: people[0]?.idNumber })
  expect(sheet['I4']).toMatchObject({ t: 'd', z: 'yyyy-mm-dd' })
})

test('the import understands every row of it and finds the same people', async () => {
  const ledger = openTestLedger()
  const handle = 'roster'
  await stageRoster(ledger, { handle, fileName: 'roster.xlsx', table })
  const preview = await rosterImportOperations['import.preview'](
    ledger,
    {
      handle,
      sheetIndexes: [0],
      mapping: null,
    },
    context,
  )
  expect(preview.columns.map(({ field }) => field)).toEqual([
    null,
    'building',
    'unit',
    'room',
    'headName',
    'name',
    'sex',
    'idNumber',
    'birth',
    'lunarBirth',
    'ethnicGroup',
    'relationToHead',
    'phone',
    'phone',
    'emergencyPhone',
    'formerName',
    'education',
    'politicalStatus',
    'maritalStatus',
    'marriedWhen',
    'occupation',
    'workplace',
    'retirementUnit',
    'health',
    'disabilityCard',
    'disabilityCategory',
    'disabilityGrade',
    'benefits',
    'registeredAddress',
    'address',
    'residenceStatus',
    'livingArrangement',
    'careTags',
    'note',
  ])
  expect(preview.counts).toEqual({ add: people.length, update: 0, unchanged: 0, refuse: 0 })
  const { rows } = stagedPlan(ledger, handle).plan
  expect(rows.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual([])
  expect(rows.map(({ draft }) => draft)).toEqual(people)
})

test('importing it makes the very ledger that the community itself makes', async () => {
  const made = openTestLedger()
  await writeSampleCommunity(made, options)
  const imported = openTestLedger()
  const handle = 'roster'
  await stageRoster(imported, { handle, fileName: 'roster.xlsx', table })
  const ask = { handle, sheetIndexes: [0], mapping: null }
  await rosterImportOperations['import.preview'](imported, ask, context)
  await rosterImportOperations['import.apply'](imported, { handle }, context)
  expect(ledgerContent(imported)).toEqual(ledgerContent(made))
  expect((await rosterImportOperations['import.preview'](imported, ask, context)).counts.unchanged).toBe(
    people.length,
  )
})

test('the community it was tried on has every field filled somewhere', () => {
  const isFilled = (value: unknown) => value !== null && value !== '' && JSON.stringify(value) !== '[]'
  const filled = (field: keyof ResidentDraft) => people.some((person) => isFilled(person[field]))
  const fields = Object.keys(residentDraftSchema.shape) as (keyof ResidentDraft)[]
  // What no roster of an office holds, and what each office adds for itself.
  expect(fields.filter((field) => !filled(field))).toEqual([
    'otherName',
    'ownPinyin',
    'otherDocuments',
    'spouseId',
    'ownValues',
  ])
  expect(people.some(({ careTags }) => careTags.some(({ toOn }) => toOn !== null))).toBe(true)
  expect(
    people.some(({ careTags }) => careTags.some(({ fromOn, toOn }) => fromOn !== null && toOn === null)),
  ).toBe(true)
  expect(people.some(({ phones }) => phones.length > 1 && phones.some(({ note }) => note !== ''))).toBe(true)
  expect(people.some(({ lunarBirth }) => lunarBirth?.isLeap === true)).toBe(true)
  expect(people.some(({ name }) => name.includes('·'))).toBe(true)
  expect(people.some(({ name }) => /[\u{20000}-\u{3ffff}]/u.test(name))).toBe(true)
})
