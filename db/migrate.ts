import type Database from 'better-sqlite3'
import { FailureError } from '../domain/failure.ts'
import { failureOfLedgerError } from './constraint-failure.ts'

/** Shape: one step of the schema; frozen once released, imports no application code. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly statements: readonly string[]
}

/**
 * Brings a ledger to the newest version: all pending steps or none. `keepCopy` is called before anything changes.
 * Throws: migrationFailed (detail: the step's name), diskFull; the file is then as it was.
 */
export function migrateLedger(
  raw: Database.Database,
  migrations: readonly Migration[],
  keepCopy: (version: number) => void,
): void {
  const version = schemaVersionOf(raw)
  const pending = migrations.filter((migration) => migration.version > version)
  if (pending.length === 0) return
  if (version > 0) keepCopy(version)
  // Inside a transaction this setting is ignored, and tables are rebuilt with it off.
  raw.pragma('foreign_keys = OFF')
  try {
    applyInOneTransaction(raw, pending)
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

/** The number of the last migration a ledger has seen; 0 for a file just made. */
export function schemaVersionOf(raw: Database.Database): number {
  return Number(raw.pragma('user_version', { simple: true }))
}

function applyInOneTransaction(raw: Database.Database, pending: readonly Migration[]): void {
  raw.exec('BEGIN IMMEDIATE')
  let name = ''
  try {
    for (const migration of pending) {
      name = migration.name
      refuseGap(raw, migration)
      for (const statement of migration.statements) raw.exec(statement)
      raw.pragma(`user_version = ${migration.version}`)
    }
    refuseBrokenLedger(raw)
    raw.exec('COMMIT')
  } catch (error) {
    if (raw.inTransaction) raw.exec('ROLLBACK')
    throw migrationFailure(error, name)
  }
}

function refuseGap(raw: Database.Database, migration: Migration): void {
  const version = schemaVersionOf(raw)
  if (migration.version !== version + 1) throw new Error(`no migration leads from version ${version} on`)
}

function refuseBrokenLedger(raw: Database.Database): void {
  const orphans = raw.pragma('foreign_key_check')
  if (Array.isArray(orphans) && orphans.length > 0) throw new Error('foreign keys point nowhere')
  if (raw.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('integrity check failed')
}

function migrationFailure(error: unknown, name: string): FailureError {
  const known = failureOfLedgerError(error)
  if (known instanceof FailureError && known.failure.code === 'diskFull') return known
  const failure = new FailureError('migrationFailed', undefined, name)
  failure.cause = error
  return failure
}
