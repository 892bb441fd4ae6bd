import Database from 'better-sqlite3'
import { dirname } from 'node:path'
import { FailureError } from '../domain/failure.ts'
import { failureOfFileError } from './file-failure.ts'
import { giveKey, type LedgerKey } from './key/ledger-key.ts'
import { syncFolder } from './sync-folder.ts'

/** Written into every ledger, so that no other program's file is taken for one ("LLLG"). */
export const ledgerApplicationId = 0x4c4c4c47

const oldestSqlite = [3, 51, 3] as const

/** In this order, after the key and before any statement: locked from the first look on, WAL needs no shared memory file. */
const openingPragmas = [
  ['locking_mode', 'exclusive'],
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['recursive_triggers', 1],
  ['temp_store', 2],
  ['secure_delete', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
  ['busy_timeout', 3000],
] as const satisfies readonly (readonly [string, string | number])[]

/** The one connection to a ledger file that exists, with every setting read back. Throws: FailureError, SqliteError. */
export function connectLedgerFile(filePath: string, key: LedgerKey): Database.Database {
  const raw = new Database(filePath, { fileMustExist: true, timeout: 3000 })
  try {
    giveKey(raw, key)
    for (const [name, value] of openingPragmas) {
      raw.pragma(`${name} = ${value}`)
    }
    refuseOldSqlite(raw)
    refuseMismatch(raw)
    proveWritable(raw)
    // SQLite flushes the name of the WAL it has just made as well, but takes no notice when that fails.
    syncFolder(dirname(filePath))
    return raw
  } catch (error) {
    raw.close()
    throw failureOfFileError(error)
  }
}

/** Name and value of every setting that differs from what the ledger needs. */
export function pragmaMismatches(raw: Database.Database): string[] {
  return openingPragmas.flatMap(([name, expected]) => {
    const actual = raw.pragma(name, { simple: true })
    return actual === expected ? [] : [`${name}=${String(actual)}`]
  })
}

function refuseMismatch(raw: Database.Database): void {
  const mismatches = pragmaMismatches(raw)
  if (mismatches.length > 0) throw new FailureError('unexpected', undefined, mismatches.join(' '))
}

/** Older SQLite can lose committed rows when a WAL is reset. */
function refuseOldSqlite(raw: Database.Database): void {
  const version = String(raw.prepare('SELECT sqlite_version()').pluck().get())
  const parts = version.split('.').map(Number)
  for (const [index, oldest] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0
    if (part > oldest) return
    if (part < oldest) throw new FailureError('unexpected', undefined, `sqlite ${version}`)
  }
}

/** SQLite silently opens a file it may not write as read-only: a write lock finds out without writing. Throws: SqliteError. */
export function proveWritable(raw: Database.Database): void {
  raw.exec('BEGIN IMMEDIATE')
  raw.exec('ROLLBACK')
}
