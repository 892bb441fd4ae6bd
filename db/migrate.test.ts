import Database from 'better-sqlite3'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { FailureError } from '../domain/failure.ts'
import { giveKey } from './key/ledger-key.ts'
import { connectLedgerFile } from './ledger-connection.ts'
import { closeLedger } from './ledger.ts'
import { copyBeforeMigration } from './migration-copy.ts'
import { migrateLedger, schemaVersionOf, type Migration } from './migrate.ts'
import { migrations } from './migration-list.ts'
import { openTestLedger } from './testing/ledger-fixture.ts'
import { testKey } from './testing/test-key.ts'

const nowAt = '2026-11-25T01:02:03.004Z'
const next = migrations.length + 1
const opened: Database.Database[] = []

afterEach(() => {
  for (const raw of opened.splice(0)) raw.close()
})

/** A ledger with one family in it, as the first release leaves it. */
function aLedgerFile(): string {
  const ledger = openTestLedger()
  ledger.raw.exec(`
    BEGIN;
    INSERT INTO household (id, dwellingId, headResidentId) VALUES (1, NULL, 1);
    INSERT INTO resident (id, householdId, name, namePinyin, nameInitials, nameSortKey, sex, idDocumentType, relationToHead,
      registeredAddress, currentAddress, residenceStatus, note, createdAt, updatedAt)
    VALUES (1, 1, '王秀英', '', '', '', '2', 'none', '01', '', '', 'registeredAndLiving', '', '${nowAt}', '${nowAt}');
    INSERT INTO residentPhone (residentId, position, number, note) VALUES (1, 0, '139', '');
    COMMIT;`)
  closeLedger(ledger)
  return ledger.filePath
}

function connect(filePath: string): Database.Database {
  const raw = connectLedgerFile(filePath, testKey)
  opened.push(raw)
  return raw
}

function keepCopyOf(raw: Database.Database) {
  return (version: number) => copyBeforeMigration(raw, testKey, version, nowAt)
}

function step(version: number, ...statements: string[]): Migration {
  return { version, name: `step-${version}`, statements }
}

function failureOf(work: () => void) {
  try {
    work()
  } catch (error) {
    return error instanceof FailureError ? error.failure : error
  }
  return null
}

/** Drops the table of residents and makes it anew as it is today, with its indexes. */
function rebuildResident(): string[] {
  const { raw } = openTestLedger()
  const made = raw
    .prepare<[], string>(
      `SELECT sql FROM sqlite_schema WHERE tbl_name = 'resident' AND sql IS NOT NULL AND type <> 'trigger'
       ORDER BY type = 'table' DESC`,
    )
    .pluck()
    .all()
  raw.close()
  return [
    'CREATE TABLE residentNew AS SELECT * FROM resident',
    'DROP TABLE resident',
    ...made,
    'INSERT INTO resident SELECT * FROM residentNew',
    'DROP TABLE residentNew',
  ]
}

describe('migrating a ledger', () => {
  it('rebuilds a table without losing what hangs on it', () => {
    const raw = connect(aLedgerFile())
    migrateLedger(raw, [...migrations, step(next, ...rebuildResident())], keepCopyOf(raw))
    expect(schemaVersionOf(raw)).toBe(next)
    expect(raw.prepare('SELECT number FROM residentPhone').pluck().all()).toEqual(['139'])
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('first puts a copy of the old ledger beside it', () => {
    const filePath = aLedgerFile()
    const raw = connect(filePath)
    const more = step(next, 'CREATE TABLE more (id INTEGER) STRICT')
    migrateLedger(raw, [...migrations, more], keepCopyOf(raw))
    const folder = join(dirname(filePath), 'backups')
    const [name = '', ...others] = readdirSync(folder)
    expect(others).toEqual([])
    expect(name).toBe(`台账-v${migrations.length}-20261125010203.ledger`)
    const copy = new Database(join(folder, name), { readonly: true })
    opened.push(copy)
    giveKey(copy, testKey)
    expect(schemaVersionOf(copy)).toBe(migrations.length)
    expect(copy.prepare('SELECT name FROM resident').pluck().all()).toEqual(['王秀英'])
  })

  it('copies nothing when nothing is pending', () => {
    const filePath = aLedgerFile()
    const raw = connect(filePath)
    migrateLedger(raw, migrations, keepCopyOf(raw))
    expect(readdirSync(dirname(filePath))).not.toContain('backups')
  })

  const failing: readonly (readonly [string, Migration[]])[] = [
    ['a statement that fails', [step(next, 'CREATE TABLE more (id INTEGER) STRICT', 'DELETE FROM missing')]],
    [
      'a second step that fails',
      [step(next, `UPDATE resident SET name = 'x'`), step(next + 1, 'SELECT missing')],
    ],
    ['rows that point nowhere', [step(next, `UPDATE resident SET householdId = 99`)]],
    ['a gap between versions', [step(next + 1, `UPDATE resident SET name = 'x'`)]],
  ]

  it.each(failing)('leaves the ledger as it was after %s', (_name, steps) => {
    const filePath = aLedgerFile()
    const before = readFileSync(filePath)
    const raw = connect(filePath)
    const failure = failureOf(() => migrateLedger(raw, [...migrations, ...steps], keepCopyOf(raw)))
    expect(failure).toEqual({ code: 'migrationFailed', detail: steps.at(-1)?.name })
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(schemaVersionOf(raw)).toBe(migrations.length)
    raw.close()
    expect(readFileSync(filePath).equals(before)).toBe(true)
  })

  it('tells a full disk from a failed step', () => {
    const raw = connect(aLedgerFile())
    raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`)
    const big = step(
      next,
      'CREATE TABLE big (text TEXT) STRICT',
      'INSERT INTO big VALUES (hex(zeroblob(1000000)))',
    )
    expect(failureOf(() => migrateLedger(raw, [...migrations, big], keepCopyOf(raw)))).toEqual({
      code: 'diskFull',
    })
    expect(schemaVersionOf(raw)).toBe(migrations.length)
  })
})

it('has a migration for every version, in order', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})
