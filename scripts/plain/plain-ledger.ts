import Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { Kysely, SqliteDialect } from 'kysely'
import type { Clock } from '../../domain/clock.ts'
import type { Actor } from '../../domain/staff.ts'
import { giveKey, type LedgerKey } from '../../db/key/ledger-key.ts'
import { pragmaMismatches } from '../../db/ledger-connection.ts'
import type { Ledger } from '../../db/ledger.ts'
import { createResidentSearch } from '../../db/resident/resident-search.ts'
import type { LedgerSchema } from '../../db/schema.ts'
import { cachingDatabase } from '../../db/statement-cache.ts'

/*
 * The same ledger without encryption, for comparing and for nothing else: no part of the product opens one.
 */

/** Takes the encryption off a copy that nobody has open. */
export function makePlain(filePath: string, key: LedgerKey): void {
  const raw = new Database(filePath, { fileMustExist: true })
  giveKey(raw, key)
  raw.pragma('journal_mode = DELETE')
  raw.pragma(`rekey = ''`)
  raw.close()
}

/** Opens a plain file with every setting of the product. Throws: SqliteError. */
export function openPlain(filePath: string, clock: Clock, actor: Actor): Ledger {
  const raw = new Database(filePath, { fileMustExist: true })
  raw.pragma('locking_mode = exclusive')
  raw.pragma('journal_mode = wal')
  for (const setting of [
    'synchronous = 2',
    'foreign_keys = 1',
    'recursive_triggers = 1',
    'temp_store = 2',
    'secure_delete = 1',
    'trusted_schema = 0',
    'cell_size_check = 1',
    'mmap_size = 0',
    'busy_timeout = 3000',
  ])
    raw.pragma(setting)
  const mismatches = pragmaMismatches(raw)
  if (mismatches.length > 0) throw new Error(`the plain ledger differs: ${mismatches.join(' ')}`)
  const writer = new Kysely<LedgerSchema>({ dialect: new SqliteDialect({ database: cachingDatabase(raw) }) })
  const search = createResidentSearch(raw)
  return { db: writer, writer, raw, clock, search, filePath, bootId: randomUUID(), actor }
}
