import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Migration } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migration-list.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { openOfficeAsItIs, openOfficeAt } from '../office-ledger.ts'
import { codeOfFailing } from '../oracle/failure-code.ts'
import { columnDigests, lostColumns } from '../oracle/kept-columns.ts'
import { changedOnPurpose, makeReleasedOffice, releasedVersions } from '../released/released-ledgers.ts'
import { nextMigration } from '../work/next-migration.ts'
import { roomWith } from '../work/upgrade-case.ts'

interface Dirt {
  readonly name: string
  /** Puts into a ledger what an older, laxer program may have left there. */
  readonly soil: string
  /** What a stricter next version would demand of it. */
  readonly demand: string
  /** Rows that point nowhere are refused whatever the migration does. */
  readonly isAlwaysRefused: boolean
}

const kinds: readonly Dirt[] = [
  {
    name: 'the same number twice',
    soil: `UPDATE resident SET idDocumentType = 'passport', idNumber = (SELECT idNumber FROM resident WHERE id = 1) WHERE id = 2`,
    demand: 'CREATE UNIQUE INDEX strictNumber ON resident (idNumber)',
    isAlwaysRefused: false,
  },
  {
    name: 'a resident of no household',
    soil: 'UPDATE resident SET householdId = 999999 WHERE id = 3',
    demand: 'SELECT 1',
    isAlwaysRefused: true,
  },
  {
    name: 'a phone of nobody',
    soil: `INSERT INTO residentPhone (residentId, position, number, note) VALUES (999999, 0, '139', '')`,
    demand: 'SELECT 1',
    isAlwaysRefused: true,
  },
  {
    name: 'empty birth dates',
    soil: 'UPDATE resident SET birthWhen = NULL WHERE id % 5 = 0',
    demand: `CREATE TABLE strictBirth (birthWhen TEXT NOT NULL) STRICT; INSERT INTO strictBirth SELECT birthWhen FROM resident`,
    isAlwaysRefused: false,
  },
  {
    name: 'impossible dates',
    soil: `UPDATE resident SET birthWhen = '2026-02-30' WHERE id = 4; UPDATE resident SET birthWhen = 'long ago' WHERE id = 5`,
    demand: `CREATE TABLE strictDate (birthWhen TEXT CHECK (birthWhen IS date(birthWhen))) STRICT;
      INSERT INTO strictDate SELECT birthWhen FROM resident`,
    isAlwaysRefused: false,
  },
]

/** Old data that a new version would not take: all of it comes along, or the file is refused untouched. */
export const dirtyLedgers: Experiment = {
  id: 'M4',
  what: 'dirty old data: kept whole by a lax migration, refused untouched by a strict one',
  run: async ({ folder }) => {
    const { misses, expect } = collectMisses()
    let triedCount = 0
    for (const version of releasedVersions) {
      const clean = join(folder, `clean-${version}.ledger`)
      makeReleasedOffice(clean, version, 60)
      const next = nextMigration(folder)
      for (const dirt of kinds) {
        const seed = soiled(folder, clean, dirt)
        const strict = { ...next, statements: [...next.statements, dirt.demand] }
        for (const [name, migration, isRefused] of [
          ['a lax migration', next, dirt.isAlwaysRefused],
          ['a strict migration', strict, true],
        ] as const) {
          const wrong = migrateDirty(folder, seed, [...migrations, migration], isRefused)
          expect(wrong === null, `version ${version}, ${dirt.name}, ${name}: ${String(wrong)}`)
          triedCount += 1
        }
        rmSync(seed)
      }
    }
    return Promise.resolve({ triedCount, misses })
  },
}

function soiled(folder: string, clean: string, dirt: Dirt): string {
  const room = roomWith(folder, 'soil', clean)
  const seed = join(folder, 'soiled.ledger')
  const raw = openOfficeAsItIs(room.filePath)
  raw.pragma('foreign_keys = OFF')
  raw.exec(dirt.soil)
  raw.prepare('VACUUM INTO ?').run(seed)
  raw.close()
  rmSync(room.folder, { recursive: true })
  // A copy made this way is not in WAL mode yet; a ledger that was once opened is.
  openOfficeAsItIs(seed).close()
  return seed
}

/** Null when the ledger behaved. */
function migrateDirty(
  folder: string,
  seed: string,
  all: readonly Migration[],
  isRefused: boolean,
): string | null {
  const room = roomWith(folder, 'dirty', seed)
  const before = looked(room.filePath, columnDigests)
  const code = codeOfFailing(() => openOfficeAt(room.filePath, all).close())
  const isUntouched = readFileSync(room.filePath).equals(readFileSync(seed))
  const lost = looked(room.filePath, (raw) => lostColumns(before, raw, changedOnPurpose))
  rmSync(room.folder, { recursive: true })
  if (lost.length > 0) return `${lost.join(', ')} lost`
  if (!isRefused) return code === 'none' ? null : `refused: ${code}`
  if (code !== 'migrationFailed') return `not refused, but ${code}`
  return isUntouched ? null : 'refused, but the file is changed'
}

function looked<T>(filePath: string, look: (raw: Database.Database) => T): T {
  const raw = openOfficeAsItIs(filePath)
  try {
    return look(raw)
  } finally {
    raw.close()
  }
}
