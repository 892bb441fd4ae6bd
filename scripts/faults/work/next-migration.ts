import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Migration } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migration-list.ts'
import { closeOffice, createOffice } from '../office-ledger.ts'

/**
 * A migration after the newest one, as large as migrations get: it rebuilds the table that most others point to,
 * touches every person and fills a new table.
 */
export function nextMigration(folder: string): Migration {
  const [table = '', ...rest] = residentShape(folder)
  return {
    version: migrations.length + 1,
    name: 'synthetic-next',
    statements: [
      table.replace(/^CREATE TABLE "?resident"?/, 'CREATE TABLE residentNext'),
      'INSERT INTO residentNext SELECT * FROM resident',
      'DROP TABLE resident',
      'ALTER TABLE residentNext RENAME TO resident',
      ...rest,
      `ALTER TABLE resident ADD COLUMN syntheticMark TEXT NOT NULL DEFAULT ''`,
      'UPDATE resident SET syntheticMark = hex(name)',
      `CREATE TABLE syntheticNote (
        id INTEGER PRIMARY KEY,
        residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
        text TEXT NOT NULL
      ) STRICT`,
      'INSERT INTO syntheticNote (residentId, text) SELECT id, name || note FROM resident',
      'CREATE INDEX syntheticNoteResidentId ON syntheticNote (residentId)',
    ],
  }
}

/** The statements that make the newest table of residents, it first, then what hangs on it. */
function residentShape(folder: string): string[] {
  const filePath = join(folder, 'shape.ledger')
  const ledger = createOffice(filePath)
  const statements = ledger.raw
    .prepare<[], string>(
      `SELECT sql FROM main.sqlite_schema WHERE tbl_name = 'resident' AND sql IS NOT NULL ORDER BY type <> 'table', name`,
    )
    .pluck()
    .all()
  closeOffice(ledger)
  rmSync(filePath)
  return statements
}

/** Every migration of the product and this one. */
export function withNext(next: Migration): readonly Migration[] {
  return [...migrations, next]
}

/** How many statements bring a ledger of this version to the newest of these. */
export function pendingStatementCount(all: readonly Migration[], fromVersion: number): number {
  return all
    .filter(({ version }) => version > fromVersion)
    .reduce((sum, { statements }) => sum + statements.length, 0)
}

/**
 * The same migrations, with something happening before the pending statement of this number; the number after the
 * last one means before the checks and the commit. What `happen` answers is run in between.
 */
export function breakingAt(
  all: readonly Migration[],
  fromVersion: number,
  index: number,
  happen: () => string,
): readonly Migration[] {
  let count = 0
  const last = all.length
  return all.map((migration) => {
    if (migration.version <= fromVersion) return migration
    const statements = [...migration.statements]
    const broken = function* () {
      for (const statement of statements) {
        if (count === index) yield happen()
        count += 1
        yield statement
      }
      if (migration.version === last && count === index) yield happen()
    }
    return { ...migration, statements: Object.assign([...statements], { [Symbol.iterator]: broken }) }
  })
}
