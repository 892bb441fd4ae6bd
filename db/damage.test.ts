import { noFilter } from '../domain/no-filter.ts'
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FailureError } from '../domain/failure.ts'
import { aResidentDraft, anActor, fixedClock } from '../domain/testing/builders.ts'
import { closeLedger, ledgerFor, openLedger, type Ledger } from './ledger.ts'
import { ledgerOperations } from './ledger-operation-map.ts'
import { openTestLedger } from './testing/ledger-fixture.ts'
import { testKey } from './testing/test-key.ts'

const context = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }

const save = (ledger: Ledger) =>
  ledgerOperations['resident.save'](ledger, { id: null, revision: null, draft: aResidentDraft() }, context)
const list = (ledger: Ledger) => ledgerOperations['building.list'](ledger, {}, context)
const people = (ledger: Ledger) =>
  ledgerOperations['resident.list'](
    ledger,
    {
      filter: { ...noFilter, sort: 'name' },
      offset: 0,
      limit: 1,
    },
    context,
  )

async function failureOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof FailureError ? error.failure.code : String(error)),
  )
}

/** Everything after the first page becomes unreadable, as on a dying disk, and nothing of it is remembered. */
async function aLedgerThatBreaks(): Promise<Ledger> {
  const made = openTestLedger()
  await save(made)
  closeLedger(made)
  const opened = openLedger({ filePath: made.filePath, key: testKey, clock: fixedClock() })
  const ledger = ledgerFor(opened, anActor())
  ledger.raw.pragma('shrink_memory')
  const descriptor = openSync(ledger.filePath, 'r+')
  writeSync(descriptor, Buffer.alloc(statSync(ledger.filePath).size - 4096, 0xee), 0, null, 4096)
  closeSync(descriptor)
  return ledger
}

it.each([
  ['a save', save],
  ['a list', people],
])('closes a ledger whose file breaks, and then does nothing more: %s', async (_name, work) => {
  const ledger = await aLedgerThatBreaks()
  expect(await failureOf(work(ledger))).not.toBe('none')
  expect(ledger.raw.open).toBe(false)
  expect(await failureOf(save(ledger))).toBe('ledgerNotOpen')
  expect(await failureOf(list(ledger))).toBe('ledgerNotOpen')
})

it('says that the file is damaged', async () => {
  expect(await failureOf(save(await aLedgerThatBreaks()))).toBe('ledgerDamaged')
})
