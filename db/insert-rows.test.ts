import { expect, test } from 'vitest'
import { insertRows } from './insert-rows.ts'
import { inTestTransaction, openTestLedger } from './testing/ledger-fixture.ts'

const rowOf = (index: number) => ({ id: 1000 + index, dwellingId: null })

test.each([0, 1, 9, 469, 1201])('%i rows stand there afterwards, each with its own values', async (count) => {
  const ledger = openTestLedger()
  const rows = Array.from({ length: count }, (_, index) => rowOf(index))
  await inTestTransaction(ledger, (trx) => insertRows(trx, 'household', rows))
  const stored = ledger.raw.prepare('SELECT id, dwellingId FROM household ORDER BY id').all()
  expect(stored).toEqual(rows)
})

test('a row with other columns, or with the same ones in another order, is refused and nothing is written', async () => {
  const ledger = openTestLedger()
  for (const odd of [{ id: 2 }, { dwellingId: null, id: 2 }, { ...rowOf(2), headResidentId: null }]) {
    const write = inTestTransaction(ledger, (trx) => insertRows(trx, 'household', [rowOf(1), odd]))
    await expect(write).rejects.toThrow()
  }
  expect(ledger.raw.prepare('SELECT count(*) FROM household').pluck().get()).toBe(0)
})
