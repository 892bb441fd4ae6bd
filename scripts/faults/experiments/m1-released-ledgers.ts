import { join } from 'node:path'
import { collectMisses, type Bench, type Experiment } from '../experiment.ts'
import { closeOffice, openOffice, openOfficeAsItIs, openOfficeAt } from '../office-ledger.ts'
import { columnDigests, lostColumns } from '../oracle/kept-columns.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { wholeDigest } from '../oracle/table-digests.ts'
import {
  changedOnPurpose,
  frozenPeopleCount,
  makeReleasedOffice,
  releasedContents,
  releasedVersions,
} from '../released/released-ledgers.ts'
import { nextMigration, withNext } from '../work/next-migration.ts'

const slowestMs = 10_000

/** Every released version, full of people, comes to the newest version and one further with everything in it. */
export const releasedLedgers: Experiment = {
  id: 'M1',
  what: 'each released schema with 10,000 people to the newest and on',
  run: async (bench) => {
    const { misses, expect } = collectMisses()
    const notes = releasedVersions.map((version) => migrateFrom(bench, version, expect))
    return Promise.resolve({ triedCount: releasedVersions.length * 2, misses, note: notes.join(', ') })
  },
}

function migrateFrom(
  { folder }: Bench,
  version: number,
  expect: (holds: boolean, sentence: string) => void,
): string {
  const filePath = join(folder, `version-${version}.ledger`)
  makeReleasedOffice(filePath, version, frozenPeopleCount)
  const frozen = openOfficeAsItIs(filePath)
  const content = releasedContents.find((one) => one.version === version)
  if (content !== undefined) {
    const digest = wholeDigest(frozen)
    expect(digest === content.digest, `version ${version} is not as it was released: ${digest}`)
  }
  const older = columnDigests(frozen)
  frozen.close()

  const startedAt = performance.now()
  const ledger = openOffice(filePath)
  const newestMs = performance.now() - startedAt
  const problems = (raw: typeof ledger.raw) => [
    ...lostColumns(older, raw, changedOnPurpose).map((column) => `${column} is lost or changed`),
    ...faultsOf(raw),
  ]
  for (const problem of problems(ledger.raw)) expect(false, `version ${version} to the newest: ${problem}`)
  closeOffice(ledger)

  const next = nextMigration(folder)
  const nextStartedAt = performance.now()
  const migrated = openOfficeAt(filePath, withNext(next))
  const nextMs = performance.now() - nextStartedAt
  for (const problem of problems(migrated)) expect(false, `version ${version} to the next: ${problem}`)
  migrated.close()
  expect(
    newestMs < slowestMs && nextMs < slowestMs,
    `version ${version} takes ${(newestMs + nextMs).toFixed(0)} ms`,
  )
  return `${version}: ${newestMs.toFixed(0)} + ${nextMs.toFixed(0)} ms`
}
