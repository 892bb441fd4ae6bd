import { rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { migrateLedger, type Migration } from '../../../db/migrate.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { keepingCopy, openOfficeAsItIs } from '../office-ledger.ts'
import { columnDigests, lostColumns } from '../oracle/kept-columns.ts'
import { codeOfFailing } from '../oracle/failure-code.ts'
import { changedOnPurpose, releasedVersions } from '../released/released-ledgers.ts'
import { breakingAt, pendingStatementCount, withNext } from '../work/next-migration.ts'
import { roomWith, upgradeCase } from '../work/upgrade-case.ts'

/** Foreign keys hold again after every migration, good or bad, and rebuilding a table deletes nothing that hangs on it. */
export const foreignKeysAfterMigration: Experiment = {
  id: 'M3',
  what: 'foreign keys on after success and every failure; nothing cascades',
  run: async ({ folder }) => {
    const { misses, expect } = collectMisses()
    let triedCount = 0
    for (const version of releasedVersions) {
      const upgrade = upgradeCase(folder, version, 60)
      const all = withNext(upgrade.next)
      const attempt = (name: string, expectedCode: string, migrate: (raw: Database.Database) => void) => {
        const room = roomWith(folder, 'attempt', upgrade.seedFile)
        const raw = openOfficeAsItIs(room.filePath)
        const before = columnDigests(raw)
        const code = codeOfFailing(() => migrate(raw))
        expect(code === expectedCode, `version ${version}, ${name}: ${code}`)
        expect(
          raw.pragma('foreign_keys', { simple: true }) === 1,
          `version ${version}, ${name}: foreign keys are off`,
        )
        const lost = lostColumns(before, raw, changedOnPurpose)
        expect(lost.length === 0, `version ${version}, ${name}: ${lost.join(', ')} lost`)
        raw.close()
        rmSync(room.folder, { recursive: true })
        triedCount += 1
      }
      const run = (raw: Database.Database, migrations: readonly Migration[]) =>
        migrateLedger(raw, migrations, keepingCopy(raw))
      attempt('success', 'none', (raw) => run(raw, all))
      for (let index = 0; index <= pendingStatementCount(all, version); index += 1) {
        attempt(`thrown at ${index}`, 'migrationFailed', (raw) =>
          run(raw, breakingAt(all, version, index, failing)),
        )
        attempt(`SQL error at ${index}`, 'migrationFailed', (raw) =>
          run(
            raw,
            breakingAt(all, version, index, () => 'SELECT nothing FROM nowhere'),
          ),
        )
      }
      attempt('full disk', 'diskFull', (raw) => {
        raw.pragma(`max_page_count = ${Number(raw.pragma('page_count', { simple: true })) + 1}`)
        run(raw, all)
      })
    }
    return Promise.resolve({ triedCount, misses })
  },
}

function failing(): string {
  throw new Error('on purpose')
}
