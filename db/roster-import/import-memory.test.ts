import { expect, test } from 'vitest'
import { noChoices } from '../../domain/import-choices.ts'
import { aCitizenNumber } from '../../domain/testing/builders.ts'
import type { OperationContext } from '../ledger-operations.ts'
import type { Ledger } from '../ledger.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { rosterImportOperations } from './roster-import.operations.ts'
import { stagedPlan, stageRoster } from './roster-staging.ts'

const context: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const handle = 'roster'
const headers = ['姓名', '证号', '民族', '其他']

const sheet = (sequence: number, nation = '汗族', names = headers) => [
  ['某某社区老年人名单', '', '', ''],
  names,
  ['王秀英', aCitizenNumber('1950-05-20', sequence), nation, '老街坊'],
]

async function stage(ledger: Ledger, rows: readonly (readonly string[])[], sha256?: string) {
  const table = { sheets: [{ name: '名单', rows, mergedAreas: [] }] }
  return stageRoster(ledger, { handle, fileName: '名单.xlsx', table, sha256: sha256 ?? null })
}

const preview = (
  ledger: Ledger,
  mapping: Parameters<(typeof rosterImportOperations)['import.preview']>[1]['mapping'] = null,
) => rosterImportOperations['import.preview'](ledger, { handle, sheetIndexes: [0], mapping }, context)
const apply = (ledger: Ledger) => rosterImportOperations['import.apply'](ledger, { handle }, context)

/** A clerk matches the last column to notes and says what a word means. */
async function importWithChoices(ledger: Ledger) {
  const { columns } = await preview(ledger)
  expect(columns.at(-1)?.field).toBeNull()
  await preview(
    ledger,
    columns.map(({ index, field }) => ({ index, field: index === 3 ? 'note' : field })),
  )
  const values = [{ field: 'ethnicGroup', text: '汗族', code: '01' }] as const
  await rosterImportOperations['import.decide'](
    ledger,
    {
      handle,
      choices: { ...noChoices, values: [...values] },
    },
    context,
  )
  await apply(ledger)
}

test('the next list with the same headers is read by what was said about this one', async () => {
  const ledger = openTestLedger()
  await stage(ledger, sheet(102))
  expect((await preview(ledger)).rememberedAt).toBeNull()
  await importWithChoices(ledger)

  // Stars, blanks and remarks in brackets make no other layout.
  await stage(ledger, sheet(104, '汗族', ['姓名*', '证 号', '民族(全称)', '其他']))
  const known = await preview(ledger)
  expect(known.rememberedAt).toBe(ledger.clock.nowAt())
  expect(known.columns.map(({ field }) => field)).toEqual(['name', 'idNumber', 'ethnicGroup', 'note'])
  expect(known.questions.values).toEqual([
    { field: 'ethnicGroup', text: '汗族', code: '01', rowCount: 1, isDecided: true },
  ])
  expect(stagedPlan(ledger, handle).plan.rows[0]?.draft).toMatchObject({ ethnicGroup: '01', note: '老街坊' })
})

test('other headers are another layout, and what is said last holds', async () => {
  const ledger = openTestLedger()
  await stage(ledger, sheet(102))
  await importWithChoices(ledger)
  await stage(ledger, sheet(104, '汗族', ['姓名', '民族', '证号', '其他']))
  expect((await preview(ledger)).rememberedAt).toBeNull()

  await stage(ledger, sheet(106))
  const { columns } = await preview(ledger)
  await preview(
    ledger,
    columns.map(({ index, field }) => ({ index, field: index === 3 ? null : field })),
  )
  await rosterImportOperations['import.decide'](ledger, { handle, choices: noChoices }, context)
  await apply(ledger)
  await stage(ledger, sheet(108))
  const again = await preview(ledger)
  expect(again.columns.at(-1)?.field).toBeNull()
  expect(again.questions.values).toMatchObject([{ text: '汗族', isDecided: false }])
})

test('a mapping that is only looked at is not remembered', async () => {
  const ledger = openTestLedger()
  await stage(ledger, sheet(102))
  const { columns } = await preview(ledger)
  await preview(
    ledger,
    columns.map(({ index }) => ({ index, field: null })),
  )
  await stage(ledger, sheet(104))
  expect((await preview(ledger)).rememberedAt).toBeNull()
})

test('the very same file says when it was imported, until that is undone', async () => {
  const ledger = openTestLedger()
  const sha256 = 'a'.repeat(64)
  expect(await stage(ledger, sheet(102), sha256)).toMatchObject({ importedBefore: null })
  await preview(ledger)
  const run = await apply(ledger)
  expect(await stage(ledger, sheet(102), sha256)).toMatchObject({ importedBefore: run })
  expect(await stage(ledger, sheet(102), 'b'.repeat(64))).toMatchObject({ importedBefore: null })
  await rosterImportOperations['import.undoLast'](ledger)
  expect(await stage(ledger, sheet(102), sha256)).toMatchObject({ importedBefore: null })
})

test('an import that fails remembers nothing', async () => {
  const ledger = openTestLedger()
  await stage(ledger, sheet(102), 'c'.repeat(64))
  await preview(ledger)
  const cancelled = { ...context, isCancelled: () => true }
  await expect(rosterImportOperations['import.apply'](ledger, { handle }, cancelled)).rejects.toMatchObject({
    failure: { code: 'cancelled' },
  })
  expect(await stage(ledger, sheet(102), 'c'.repeat(64))).toMatchObject({ importedBefore: null })
  expect((await preview(ledger)).rememberedAt).toBeNull()
})
