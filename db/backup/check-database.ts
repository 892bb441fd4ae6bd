import Database from 'better-sqlite3'
import { isDeepStrictEqual } from 'node:util'
import { isWorthBackup, type BackupPreview } from '../../domain/backup.ts'
import { checkChain, type AuditRow } from '../audit/audit-chain.ts'
import { giveKey, toLedgerKey } from '../key/ledger-key.ts'
import { ledgerApplicationId, proveWritable } from '../ledger-connection.ts'
import { migrations } from '../migration-list.ts'
import { removeQuietly } from '../remove-quietly.ts'
import type { DatabaseFacts } from './backup-header.ts'
import { databaseFacts, expectedSchemaDigest, schemaDigestOf } from './database-facts.ts'

/** What is wrong with a copy, from the first look to the last. */
export type DatabaseProblem =
  | 'unreadable'
  | 'damaged'
  | 'foreign'
  | 'newer'
  | 'otherSchema'
  | 'otherContent'
  | 'brokenReferences'
  | 'brokenChain'

export interface CheckOrder {
  /** A copy of its own that nobody else has open. */
  readonly path: string
  readonly key: Uint8Array
  /** What the ledger said of itself when it was copied. */
  readonly expected: DatabaseFacts
}

/** Shape: what only the opened database tells. */
export interface SoundDatabase {
  readonly committeeName: string
  readonly staff: readonly OpenAccount[]
  readonly lastChange: BackupPreview['lastChange']
}

interface OpenAccount {
  readonly staffId: number
  readonly name: string
  readonly role: string
}

export type DatabaseCheck =
  | { readonly isSound: true; readonly database: SoundDatabase }
  | { readonly isSound: false; readonly problem: DatabaseProblem }

const cacheKilobytes = 64 * 1024

/** Reads a copy from end to end before anything in it is believed; leaves it as it was. */
export function checkDatabase({ path, key, expected }: CheckOrder): DatabaseCheck {
  const raw = new Database(path, { fileMustExist: true, timeout: 0 })
  try {
    giveKey(raw, toLedgerKey(Buffer.from(key)))
    // Alone with it, no file for shared memory is needed.
    raw.pragma('locking_mode = exclusive')
    // A file that says it is of a later kind can be read and never be worked on.
    proveWritable(raw)
    // Nothing in it may run.
    for (const setting of ['query_only = 1', 'trusted_schema = 0', 'mmap_size = 0']) raw.pragma(setting)
    raw.pragma('cell_size_check = 1')
    // Every page is looked at several times: without room for them, following the references takes four times as long.
    raw.pragma(`cache_size = -${cacheKilobytes}`)
    const problem = problemOf(raw, expected)
    return problem === null ? { isSound: true, database: readDatabase(raw) } : { isSound: false, problem }
  } catch (error) {
    if (error instanceof Database.SqliteError) return { isSound: false, problem: 'unreadable' }
    throw error
  } finally {
    raw.close()
    for (const suffix of ['-wal', '-shm', '-journal']) removeQuietly(path + suffix)
  }
}

/** Nothing but the check of the pages is asked before the schema is known to be the program's own. */
function problemOf(raw: Database.Database, expected: DatabaseFacts): DatabaseProblem | null {
  if (raw.pragma('quick_check', { simple: true }) !== 'ok') return 'damaged'
  if (raw.pragma('application_id', { simple: true }) !== ledgerApplicationId) return 'foreign'
  const version = Number(raw.pragma('user_version', { simple: true }))
  if (version > migrations.length) return 'newer'
  const facts = schemaIsOurs(raw, version) ? databaseFacts(raw) : null
  if (facts === null) return 'otherSchema'
  if (!isDeepStrictEqual(facts, expected)) return 'otherContent'
  const orphans = raw.pragma('foreign_key_check')
  if (!Array.isArray(orphans) || orphans.length > 0) return 'brokenReferences'
  return isChainSound(raw, facts) ? null : 'brokenChain'
}

function schemaIsOurs(raw: Database.Database, version: number): boolean {
  return version >= 1 && schemaDigestOf(raw) === expectedSchemaDigest(version)
}

function isChainSound(raw: Database.Database, { auditHead, counts }: DatabaseFacts): boolean {
  if (!counts.some(([name]) => name === 'auditEntry')) return true
  const rows = raw.prepare<[], AuditRow>('SELECT * FROM auditEntry ORDER BY seq').iterate()
  const { head, brokenSeq } = checkChain(rows)
  return brokenSeq === null && head.seq === auditHead.seq && head.hash === auditHead.hash
}

function readDatabase(raw: Database.Database): SoundDatabase {
  const committeeName = raw.prepare<[], string>('SELECT committeeName FROM committee').pluck().get()
  const hasStaff = raw.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'staff'`).get() !== undefined
  return {
    committeeName: committeeName ?? '',
    staff: hasStaff
      ? raw
          .prepare<[], OpenAccount>(
            'SELECT id AS staffId, name, role FROM staff WHERE closedAt IS NULL ORDER BY id',
          )
          .all()
      : [],
    lastChange: hasStaff ? lastChangeIn(raw) : null,
  }
}

type LastChange = NonNullable<BackupPreview['lastChange']>

function lastChangeIn(raw: Database.Database): LastChange | null {
  const entries = raw
    .prepare<[], LastChange>('SELECT action, staffName, at, localOn FROM auditEntry ORDER BY seq DESC')
    .iterate()
  for (const entry of entries) if (isWorthBackup(entry.action)) return entry
  return null
}
