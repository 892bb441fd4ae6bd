import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Clock } from '../domain/clock.ts'
import { FailureError } from '../domain/failure.ts'
import type { Actor } from '../domain/staff.ts'
import { failureOfLedgerError } from './constraint-failure.ts'
import { closingOnDamage } from './damage.ts'
import type { LedgerKey } from './key/ledger-key.ts'
import { isFrozen, letGoOfFile } from './frozen-file.ts'
import { connectLedgerFile } from './ledger-connection.ts'
import { inspectLedgerFile, markOfLedgerFile, refuseDamage } from './ledger-file.ts'
import { migrateLedger } from './migrate.ts'
import { copyBeforeMigration } from './migration-copy.ts'
import { migrations } from './migration-list.ts'
import { createResidentSearch, type ResidentSearch } from './resident/resident-search.ts'
import type { LedgerSchema } from './schema.ts'
import { cachingDatabase } from './statement-cache.ts'

/** Reads and nothing else: whoever wants to write needs a transaction that leaves a trace. */
export type LedgerReader = Pick<Kysely<LedgerSchema>, 'selectFrom' | 'getExecutor'>

/** An open ledger: the one connection to its file and what is remembered about it in memory. */
export interface Ledger {
  /** Statements of one transaction wait for those of another: inside a transaction use only its own handle. */
  readonly db: LedgerReader
  /** For `transaction.ts` alone. */
  readonly writer: Kysely<LedgerSchema>
  /** For what SQLite offers beyond statements; it does not wait for an open transaction. */
  readonly raw: Database.Database
  readonly clock: Clock
  readonly search: ResidentSearch
  readonly filePath: string
  /** This opening among all others, in the audit trail. */
  readonly bootId: string
  /** Who works on it in this request; null before anybody has signed in. */
  readonly actor: Actor | null
}

/**
 * Opens a ledger that exists, checks it and brings it to the newest version; a refused file keeps every byte.
 * Throws: ledgerMissing, ledgerDamaged, ledgerLocked, ledgerNewer, ledgerForeign, ledgerUnprotected, ledgerReadOnly,
 * migrationFailed, diskFull.
 */
export function openLedger(options: {
  readonly filePath: string
  readonly key: LedgerKey
  readonly clock: Clock
}): Ledger {
  const { filePath, key, clock } = options
  try {
    markOfLedgerFile(filePath)
    inspectLedgerFile(filePath, key, migrations.length)
    const raw = connectLedgerFile(filePath, key)
    try {
      refuseDamage(raw)
      migrateLedger(raw, migrations, (version) => copyBeforeMigration(raw, key, version, clock.nowAt()))
      return ledgerOn(raw, clock)
    } catch (error) {
      raw.close()
      throw error
    }
  } catch (error) {
    throw failureOfLedgerError(error)
  }
}

/** The same open ledger as this member of staff works on it. */
export function ledgerFor(ledger: Ledger, actor: Actor): Ledger {
  return { ...ledger, actor }
}

/** Whose work this is. Throws: notSignedIn. */
export function actorAt({ actor }: Pick<Ledger, 'actor'>): Actor {
  if (actor === null) throw new FailureError('notSignedIn')
  return actor
}

/** Leaves everything in the one file, with an empty WAL, and lets go of it. */
export function closeLedger(ledger: Pick<Ledger, 'raw'>): void {
  if (!ledger.raw.open) return
  try {
    // Work that is cut off here was never promised to anybody.
    if (ledger.raw.inTransaction) ledger.raw.exec('ROLLBACK')
    emptyWal(ledger)
  } finally {
    ledger.raw.close()
    letGoOfFile(ledger.raw)
  }
}

/**
 * Leaves everything in the one file while it stays open, unless somebody is just writing or copying the file.
 * Throws: SqliteError when the disk fails, which closes the ledger.
 */
export function emptyWal({ raw }: Pick<Ledger, 'raw'>): void {
  if (!raw.open || raw.inTransaction || isFrozen(raw)) return
  try {
    closingOnDamage(raw, () => raw.pragma('wal_checkpoint(TRUNCATE)'))
  } catch (error) {
    // Nothing is lost on a full disk: the WAL stays beside the file and the next opening takes it over.
    const failure = failureOfLedgerError(error)
    if (!(failure instanceof FailureError && failure.failure.code === 'diskFull')) throw failure
  }
}

function ledgerOn(raw: Database.Database, clock: Clock): Ledger {
  const writer = new Kysely<LedgerSchema>({ dialect: new SqliteDialect({ database: cachingDatabase(raw) }) })
  return {
    db: writer,
    writer,
    raw,
    clock,
    search: createResidentSearch(raw),
    filePath: raw.name,
    bootId: randomUUID(),
    actor: null,
  }
}
