import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { existsSync, rmSync } from 'node:fs'
import type { Clock } from '../domain/clock.ts'
import type { Committee } from '../domain/committee.ts'
import { FailureError } from '../domain/failure.ts'
import { failureOfLedgerError } from './constraint-failure.ts'
import { connectLedgerFile } from './ledger-connection.ts'
import { inspectLedgerFile } from './ledger-file.ts'
import { makeLedgerFile } from './ledger-making.ts'
import { migrateLedger } from './migrate.ts'
import { migrations } from './migration-list.ts'
import { createResidentSearch, type ResidentSearch } from './resident/resident-search.ts'
import type { LedgerSchema } from './schema.ts'
import { cachingDatabase } from './statement-cache.ts'

/** An open ledger: the one connection to its file and what is remembered about it in memory. */
export interface Ledger {
  /** Statements of one transaction wait for those of another: inside a transaction use only its own handle. */
  readonly db: Kysely<LedgerSchema>
  /** For what SQLite offers beyond statements; it does not wait for an open transaction. */
  readonly raw: Database.Database
  readonly clock: Clock
  readonly search: ResidentSearch
  readonly filePath: string
}

/** Makes a new ledger where no file is, and opens it. Throws: ledgerExists, folderUnusable, diskFull. */
export function createLedger(options: {
  readonly filePath: string
  readonly clock: Clock
  readonly committee: Committee
  readonly isSample: boolean
}): Ledger {
  const { filePath, clock } = options
  if (existsSync(filePath) || existsSync(`${filePath}-wal`)) throw new FailureError('ledgerExists')
  makeLedgerFile(options)
  return openLedger({ filePath, clock })
}

/**
 * Opens a ledger that exists, checks it and brings it to the newest version; a refused file keeps every byte.
 * Throws: ledgerMissing, ledgerDamaged, ledgerLocked, ledgerNewer, ledgerForeign, ledgerReadOnly, migrationFailed, diskFull.
 */
export function openLedger(options: { readonly filePath: string; readonly clock: Clock }): Ledger {
  const { filePath, clock } = options
  try {
    const facts = inspectLedgerFile(filePath, migrations.length)
    if (facts.isWrittenByOpening) checkWithoutWriting(filePath)
    const raw = connectLedgerFile(filePath)
    try {
      checkLedger({ raw })
      migrateLedger(raw, migrations, clock.nowAt())
      return ledgerOn(raw, clock)
    } catch (error) {
      raw.close()
      throw error
    }
  } catch (error) {
    throw failureOfLedgerError(error)
  }
}

/** Reads the whole file once (about 0.1 s per 100,000 residents). Throws: ledgerDamaged. */
function checkLedger(ledger: Pick<Ledger, 'raw'>): void {
  if (ledger.raw.pragma('quick_check', { simple: true }) !== 'ok') throw new FailureError('ledgerDamaged')
}

/** Leaves everything in the one file, with an empty WAL, and lets go of it. */
export function closeLedger(ledger: Pick<Ledger, 'raw'>): void {
  if (!ledger.raw.open) return
  try {
    // Work that is cut off here was never promised to anybody.
    if (ledger.raw.inTransaction) ledger.raw.exec('ROLLBACK')
    ledger.raw.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    // Nothing is lost on a full disk: the WAL stays beside the file and the next opening takes it over.
    const failure = failureOfLedgerError(error)
    if (!(failure instanceof FailureError && failure.failure.code === 'diskFull')) throw failure
  } finally {
    ledger.raw.close()
  }
}

/** A read-only connection never moves a leftover WAL into the file, not even on closing. */
function checkWithoutWriting(filePath: string): void {
  const sharedMemory = `${filePath}-shm`
  const wasThere = existsSync(sharedMemory)
  const raw = new Database(filePath, { readonly: true, fileMustExist: true, timeout: 3000 })
  try {
    checkLedger({ raw })
  } finally {
    raw.close()
    if (!wasThere) rmSync(sharedMemory, { force: true })
  }
}

function ledgerOn(raw: Database.Database, clock: Clock): Ledger {
  const db = new Kysely<LedgerSchema>({ dialect: new SqliteDialect({ database: cachingDatabase(raw) }) })
  return { db, raw, clock, search: createResidentSearch(raw), filePath: raw.name }
}
