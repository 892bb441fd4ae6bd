import Database from 'better-sqlite3'
import { letGoOfFile } from './frozen-file.ts'

/** The disk did not do what it was told, or the file is no ledger any more. */
const damageCodes = /^SQLITE_(IOERR|CORRUPT|NOTADB)/

/**
 * Does some of the ledger's work; when the disk fails or the file is damaged, the connection is closed at once.
 * After a failed flush nobody knows what the disk has, and a second try on the same connection could be told that
 * all is well: only a new opening reads what is really there.
 */
export function closingOnDamage<T>(raw: Database.Database, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (isDamage(error)) closeAtOnce(raw)
    throw error
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && damageCodes.test(error.code)
}

function closeAtOnce(raw: Database.Database): void {
  try {
    raw.close()
    letGoOfFile(raw)
  } catch {
    // A result is still being read; its own failure is the one to tell.
  }
}
