import { read, utils, type CellObject, type WorkSheet } from '@e965/xlsx'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rosterImportOperations } from '../../db/roster-import/roster-import.operations.ts'
import { stagedPlan, stageRoster } from '../../db/roster-import/roster-staging.ts'
import { generateCommunity } from '../../db/sample/generate-community.ts'
import { openTestLedger } from '../../db/testing/ledger-fixture.ts'
import type { RosterSheet, SheetCell } from '../../domain/roster-import/roster-table.ts'
import { rosterColumns, rosterTitle } from './roster-columns.ts'
import { writeRosterWorkbook } from './write-roster-workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'roster-'))
afterAll(() => rmSync(folder, { recursive: true }))

const people = [...generateCommunity({ seed: 5, householdCount: 120 })].flat()
const filePath = join(folder, 'roster.xlsx')
expect(await writeRosterWorkbook(filePath, people, new Date(Date.UTC(2026, 10, 25)))).toBe(people.length)
const sheet = firstSheet()

/** Read by another library than the one that wrote it. */
function firstSheet(): WorkSheet {
  const workbook = read(readFileSync(filePath), { cellDates: true, cellNF: true, UTC: true })
  const found = workbook.Sheets[workbook.SheetNames[0] ?? '']
  if (found === undefined) throw new Error('no sheet')
  return found
}

function rosterSheet(): RosterSheet {
  const { e: last } = utils.decode_range(sheet['!ref'] ?? 'A1')
  const cellAt = (r: number, c: number): unknown =>
    (sheet[utils.encode_cell({ r, c })] as CellObject | undefined)?.v
  return {
    name: 'roster',
    rows: Array.from({ length: last.r + 1 }, (_, r) =>
      Array.from({ length: last.c + 1 }, (__, c) => sheetCell(cellAt(r, c))),
    ),
    mergedAreas: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    })),
  }
}

function sheetCell(value: unknown): SheetCell {
  if (value instanceof Date) return { dateOn: value.toISOString().slice(0, 10) }
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

test('it looks like an office made it: a merged title, a header, ID numbers as text, birth dates as dates', () => {
  expect(sheet['A1']).toMatchObject({ t: 's', v: rosterTitle })
  expect(sheet['!merges']).toContainEqual({ s: { r: 0, c: 0 }, e: { r: 0, c: rosterColumns.length - 1 } })
  expect(rosterSheet().rows[2]).toEqual(rosterColumns.map(({ header }) => header))
  expect(sheet['G4']).toMatchObject({ t: 's', v: people[0]?.idNumber })
  expect(sheet['H4']).toMatchObject({ t: 'd', z: 'yyyy-mm-dd' })
})

test('the import understands every row of it and finds the same people', async () => {
  const ledger = openTestLedger()
  const handle = 'roster'
  await stageRoster(ledger, { handle, fileName: 'roster.xlsx', table: { sheets: [rosterSheet()] } })
  const preview = await rosterImportOperations['import.preview'](ledger, {
    handle,
    sheetIndex: 0,
    mapping: null,
  })
  expect(preview.columns.map(({ field }) => field)).toEqual([
    null,
    'building',
    'unit',
    'room',
    'name',
    'sex',
    'idNumber',
    'birth',
    'ethnicGroup',
    'relationToHead',
    'phone',
    'registeredAddress',
    'residenceStatus',
    'livingArrangement',
    'careTags',
    'note',
  ])
  expect(preview.counts).toEqual({ add: people.length, update: 0, unchanged: 0, refuse: 0 })
  const { rows } = stagedPlan(ledger, handle).plan
  expect(rows.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual([])
  // Lunar birthdays, addresses elsewhere and the days of tags have no column.
  expect(rows.map(({ draft }) => draft)).toEqual(
    people.map((person) => ({
      ...person,
      lunarBirth: null,
      currentAddress: '',
      careTags: person.careTags.map(({ careTag }) => ({ careTag, fromOn: null, toOn: null })),
    })),
  )
})
