import { expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { readyRosters } from '../../domain/ready-rosters.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { rosterOperations } from './roster.operations.ts'

const { residents: roster } = readyRosters
const list = rosterOperations['rosterKind.list']
const save = rosterOperations['rosterKind.save']
const remove = rosterOperations['rosterKind.remove']

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  return error instanceof FailureError ? error.failure.code : 'none'
}

it('is kept under its name, renamed, and taken away, each with an entry', async () => {
  const ledger = openTestLedger()
  const kind = await save(ledger, { id: null, revision: null, kind: { name: '春节慰问', roster } })
  expect(await list(ledger)).toEqual([{ id: kind.id, name: '春节慰问', roster, revision: 1 }])
  const changed = { name: '中秋慰问', roster: { ...roster, paper: 'A3' as const } }
  const again = await save(ledger, { id: kind.id, revision: 1, kind: changed })
  expect(await list(ledger)).toEqual([{ id: kind.id, ...changed, revision: 2 }])
  await remove(ledger, again)
  expect(await list(ledger)).toEqual([])
  const actions = ledger.raw
    .prepare<[], string>(`SELECT action FROM auditEntry WHERE objectType = 'rosterKind' ORDER BY seq`)
    .pluck()
    .all()
  expect(actions).toEqual(['added', 'changed', 'removed'])
})

it('has a name of its own', async () => {
  const ledger = openTestLedger()
  const first = await save(ledger, { id: null, revision: null, kind: { name: '甲', roster } })
  const second = await save(ledger, { id: null, revision: null, kind: { name: '乙', roster } })
  expect(await codeOf(save(ledger, { id: null, revision: null, kind: { name: '甲', roster } }))).toBe(
    'rosterNameTaken',
  )
  expect(await codeOf(save(ledger, { id: second.id, revision: 1, kind: { name: '甲', roster } }))).toBe(
    'rosterNameTaken',
  )
  expect(await codeOf(save(ledger, { id: first.id, revision: 1, kind: { name: '甲', roster } }))).toBe('none')
})

it('that a colleague changed meanwhile is neither overwritten nor taken away', async () => {
  const ledger = openTestLedger()
  const { id } = await save(ledger, { id: null, revision: null, kind: { name: '甲', roster } })
  await save(ledger, { id, revision: 1, kind: { name: '乙', roster } })
  expect(await codeOf(save(ledger, { id, revision: 1, kind: { name: '丙', roster } }))).toBe('staleRecord')
  expect(await codeOf(remove(ledger, { id, revision: 1 }))).toBe('staleRecord')
  expect((await list(ledger)).map(({ name }) => name)).toEqual(['乙'])
})
