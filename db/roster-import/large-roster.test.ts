import { expect, test } from 'vitest'
import type { Progress } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Ledger } from '../ledger.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { rosterImportOperations } from './roster-import.operations.ts'
import { forgetImportPlan, stagedPlan, stageRoster } from './roster-staging.ts'

const handle = 'roster'
const rowCount = 3000
const rows = Array.from({ length: rowCount }, (_, index) => ['赵平', '男', '3号楼', String(index)])
const table = { sheets: [{ name: '名单', rows: [['姓名', '性别', '楼栋', '室'], ...rows], mergedAreas: [] }] }

const patient: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const check = (ledger: Ledger, watch: Partial<OperationContext>) =>
  rosterImportOperations['import.preview'](
    ledger,
    { handle, sheetIndexes: [0], mapping: null },
    { ...patient, ...watch },
  )

async function staged(): Promise<Ledger> {
  const ledger = openTestLedger()
  await stageRoster(ledger, { handle, fileName: '名单.xlsx', table })
  return ledger
}

/** How often somebody else had a turn while this was done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let isOver = false
  const turn = () => {
    turns += 1
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  await work()
  isOver = true
  return turns
}

test('others have their turn while a large roster is checked, written and taken back', async () => {
  const ledger = await staged()
  const reports: Progress[] = []
  const checking = await turnsDuring(() => check(ledger, { reportProgress: (one) => reports.push(one) }))
  // Reading, finding families and planning have six steps each.
  expect(checking).toBeGreaterThan(18)
  const done = reports.map(({ doneCount }) => doneCount)
  expect(done).toEqual(done.toSorted((one, other) => one - other))
  expect(reports.at(-1)).toMatchObject({ task: 'importRead', totalCount: 3001 })
  expect(done.at(-1)).toBeGreaterThan(2500)
  await rosterImportOperations['import.apply'](ledger, { handle }, patient)
  expect(await turnsDuring(() => rosterImportOperations['import.undoLast'](ledger))).toBeGreaterThan(10)
})

test('a check that is stopped leaves the ledger and the last plan as they were', async () => {
  const ledger = await staged()
  await check(ledger, {})
  const before = stagedPlan(ledger, handle).plan
  let asked = 0
  const stopped = check(ledger, { isCancelled: () => (asked += 1) > 3 })
  await expect(stopped).rejects.toMatchObject({ failure: { code: 'cancelled' } })
  expect(stagedPlan(ledger, handle).plan).toBe(before)
})

test('a plan that is void before it is made is none', async () => {
  const ledger = await staged()
  await expect(check(ledger, { reportProgress: () => forgetImportPlan(ledger) })).rejects.toMatchObject({
    failure: { code: 'handleExpired' },
  })
  expect(() => stagedPlan(ledger, handle)).toThrow(FailureError)
})

test('of two checks at once the later one counts, and none comes after the writing has begun', async () => {
  const ledger = await staged()
  const [older, newer] = await Promise.allSettled([check(ledger, {}), check(ledger, {})])
  expect([older.status, newer.status]).toEqual(['rejected', 'fulfilled'])
  let writing: Promise<unknown> | undefined
  const apply = () => rosterImportOperations['import.apply'](ledger, { handle }, patient)
  const late = check(ledger, { reportProgress: () => void (writing ??= apply()) })
  await expect(late).rejects.toMatchObject({ failure: { code: 'handleExpired' } })
  await writing
  await expect(apply()).rejects.toMatchObject({ failure: { code: 'handleExpired' } })
})
