import Database from 'better-sqlite3'
import { FailureError, type FailureCode } from '../domain/failure.ts'
import { errnoOf } from './file-failure.ts'

/** Turns what SQLite threw into the failure the user can act on; everything else comes back as it was. */
export function failureOfLedgerError(error: unknown): unknown {
  const nativeFile = nativeFileNotLoaded(error)
  if (nativeFile !== null) return withCause(new FailureError('programDamaged', undefined, nativeFile), error)
  if (!(error instanceof Database.SqliteError)) return error
  if (isDuplicateIdNumber(error)) return withCause(new FailureError('duplicateIdNumber', 'idNumber'), error)
  const code = failureCodeOf(error.code)
  return code === null ? error : withCause(new FailureError(code), error)
}

/** The name of SQLite's own file when the system refuses to load it. */
function nativeFileNotLoaded(error: unknown): string | null {
  const code = errnoOf(error)
  if (code !== 'ERR_DLOPEN_FAILED' && code !== 'MODULE_NOT_FOUND') return null
  const message = error instanceof Error ? error.message : ''
  return /[\w-]+\.node(?![\w.])/.exec(message)?.[0] ?? null
}

function failureCodeOf(sqliteCode: string): FailureCode | null {
  if (sqliteCode === 'SQLITE_FULL') return 'diskFull'
  if (/^SQLITE_(BUSY|LOCKED)/.test(sqliteCode)) return 'ledgerLocked'
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(sqliteCode)) return 'ledgerDamaged'
  // A folder that takes no WAL file shows as a file that can't be opened.
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(sqliteCode)) return 'ledgerReadOnly'
  return null
}

/** The partial index on expressions of two columns is named by SQLite through its columns. */
function isDuplicateIdNumber(error: Error & { readonly code: string }): boolean {
  return error.code === 'SQLITE_CONSTRAINT_UNIQUE' && error.message.includes('resident.idNumber')
}

function withCause(failure: FailureError, cause: unknown): FailureError {
  failure.cause = cause
  return failure
}
