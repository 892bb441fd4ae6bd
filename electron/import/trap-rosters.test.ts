import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { rosterImportOperations } from '../../db/roster-import/roster-import.operations.ts'
import { stagedPlan, stageRoster } from '../../db/roster-import/roster-staging.ts'
import { ledgerContent } from '../../db/testing/ledger-content.ts'
import { openTestLedger } from '../../db/testing/ledger-fixture.ts'
import { testKey } from '../../db/testing/test-key.ts'
import { readRosterFile } from './read-roster-file.ts'

const folder = join(import.meta.dirname, '../../e2e/fixtures/rosters')
const context = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }

const reportSchema = z.strictObject({
  writer: z.string(),
  proves: z.string(),
  /** Shape: name and used rows of each sheet offered. */
  sheets: z.array(z.tuple([z.string(), z.number()])),
  headerRowNumber: z.number(),
  columns: z.array(z.tuple([z.string(), z.string().nullable()])),
  counts: z.record(z.string(), z.number()),
  /** Shape: row numbers of the people who live together once imported. */
  households: z.array(z.array(z.number())),
  rows: z.array(
    z.strictObject({
      rowNumber: z.number(),
      verdict: z.string(),
      name: z.string(),
      /** Shape: code@field, with ! where it keeps the row out. */
      issues: z.array(z.string()),
      draft: z.record(z.string(), z.unknown()).default({}),
      /** What the damaged cells were before, as far as they tell. */
      likely: z.array(z.string()).optional(),
    }),
  ),
})

const files = readdirSync(folder).filter((file) => !file.endsWith('.json'))

test('every trap roster has its report, and every report its roster', () => {
  const reports = readdirSync(folder).filter((file) => file.endsWith('.expected.json'))
  expect(reports.map((file) => file.replace('.expected.json', ''))).toEqual(files)
  expect(files.length).toBeGreaterThanOrEqual(20)
})

test.each(files)('%s gets the report laid down for it, goes in, and can be taken back', async (file) => {
  const report = reportSchema.parse(JSON.parse(readFileSync(join(folder, `${file}.expected.json`), 'utf8')))
  const ledger = openTestLedger()
  const untouched = ledgerContent(ledger)
  const table = await readRosterFile(readFileSync(join(folder, file)), file)
  const preview = async () => {
    await stageRoster(ledger, { handle: file, fileName: file, table })
    return rosterImportOperations['import.preview'](
      ledger,
      { handle: file, sheetIndexes: [0], mapping: null },
      context,
    )
  }

  const { headerRowNumber, columns, counts } = await preview()
  const { plan } = stagedPlan(ledger, file)
  expect({
    sheets: table.sheets.map(({ name, rows }) => [name, rows.length]),
    headerRowNumber,
    columns: columns.map(({ header, field }) => [header, field]),
    counts,
    rows: plan.rows.map(({ rowNumber, verdict, draft, issues }) => ({
      rowNumber,
      verdict,
      name: draft.name,
      issues: issues.map(({ code, field, isRefusal }) => `${code}@${field}${isRefusal ? '!' : ''}`).sort(),
    })),
  }).toEqual({
    sheets: report.sheets,
    headerRowNumber: report.headerRowNumber,
    columns: report.columns,
    counts: report.counts,
    rows: report.rows.map(({ rowNumber, verdict, name, issues }) => ({
      rowNumber,
      verdict,
      name,
      issues: issues.toSorted(),
    })),
  })
  expect(plan.rows.map(({ draft }) => draft)).toMatchObject(report.rows.map(({ draft }) => draft))

  for (const [index, { likely }] of report.rows.entries()) {
    if (likely === undefined) continue
    expect(plan.rows[index]?.issues.flatMap((issue) => issue.likely ?? [])).toEqual(likely)
  }

  if (report.counts['add'] === 0) {
    await expect(applied(ledger, file)).rejects.toMatchObject({ failure: { code: 'nothingToImport' } })
    return
  }
  const run = await applied(ledger, file)
  expect([run.addedCount, run.updatedCount]).toEqual([counts.add, counts.update])
  const added = plan.rows.filter(({ verdict }) => verdict === 'add')
  // People get their ids in the order of their rows.
  expect(households(ledger).map((members) => members.map((position) => added[position]?.rowNumber))).toEqual(
    report.households,
  )

  expect((await preview()).counts).toEqual({
    add: 0,
    update: 0,
    unchanged: counts.add,
    refuse: counts.refuse,
  })
  await rosterImportOperations['import.undoLast'](ledger)
  expect(ledgerContent(ledger)).toEqual(untouched)
})

async function applied(ledger: ReturnType<typeof openTestLedger>, handle: string) {
  return rosterImportOperations['import.apply'](ledger, { handle }, context)
}

/** Shape: positions among the people added, per household. */
function households(ledger: ReturnType<typeof openTestLedger>): number[][] {
  const rows = ledger.raw
    .prepare<[], { householdId: number }>('SELECT householdId FROM resident ORDER BY id')
    .all()
  const positions = Map.groupBy([...rows.keys()], (position) => rows[position]?.householdId)
  return [...positions.values()]
}
