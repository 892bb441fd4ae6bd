import { expect, test } from 'vitest'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { generateCommunity } from './generate-community.ts'
import { writeSampleCommunity } from './write-sample-community.ts'

const options = { seed: 3, householdCount: 300 }

test('a written community has everybody, with one head in every household', async () => {
  const ledger = openTestLedger()
  const reports: [number, number][] = []
  const written = await writeSampleCommunity(ledger, {
    ...options,
    report: (doneCount, totalCount) => reports.push([doneCount, totalCount]),
  })
  const people = [...generateCommunity(options)].flat()
  const count = (table: string) =>
    ledger.raw.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()
  expect([written, count('resident'), count('household')]).toEqual([people.length, people.length, 300])
  expect(
    ledger.raw
      .prepare(
        `SELECT count(*) FROM household WHERE 1 != (SELECT count(*) FROM resident
         WHERE householdId = household.id AND relationToHead = '01' AND resident.id = headResidentId)`,
      )
      .pluck()
      .get(),
  ).toBe(0)
  expect(reports.at(-1)).toEqual([300, 300])
  expect(reports.length).toBeGreaterThan(1)
})

test('when it fails on the way, nothing of it stays', async () => {
  const ledger = openTestLedger()
  const stop = writeSampleCommunity(ledger, {
    ...options,
    report: () => {
      throw new Error('stop')
    },
  })
  await expect(stop).rejects.toThrow('stop')
  const left = ['resident', 'household', 'dwelling', 'building'].map((table) =>
    ledger.raw.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get(),
  )
  expect(left).toEqual([0, 0, 0, 0])
})

test('other work of the thread gets its turn between the batches', async () => {
  const ledger = openTestLedger()
  let turns = 0
  const timer = setInterval(() => (turns += 1), 0)
  await writeSampleCommunity(ledger, { seed: 3, householdCount: 1000 })
  clearInterval(timer)
  expect(turns).toBeGreaterThan(3)
})
