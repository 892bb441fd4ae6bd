import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readBackupHead, unpackBackup } from '../../../db/backup/backup-file.ts'
import { encodeHead, type BackupHeader } from '../../../db/backup/backup-header.ts'
import { databaseFacts } from '../../../db/backup/database-facts.ts'
import { giveKey, type LedgerKey } from '../../../db/key/ledger-key.ts'
import { openedPages, sealedPages } from '../../../db/testing/cipher-pages.ts'

/** What somebody who has the key does to a backup; each part is left as it was where nothing is said. */
export interface Forgery {
  readonly name: string
  /** What the product must say to it. */
  readonly code: string
  /** Whether its schema is the program's own, so that the rows may be looked at before it is refused. */
  readonly hasOwnSchema?: boolean
  readonly statements?: string | ((raw: Database.Database) => void)
  /** Changes the pages themselves, which no statement would. */
  readonly pages?: (pages: Buffer[]) => void
  /** What the header says; else it agrees with what was done, as far as that can be read. */
  readonly header?: (header: BackupHeader) => BackupHeader
}

interface ForgeOrder {
  /** A backup that is sound. */
  readonly source: string
  readonly target: string
  readonly key: LedgerKey
}

/** Writes the backup that a forger makes of a sound one, with digest and seal of its own. */
export function forgeBackup({ source, target, key }: ForgeOrder, forgery: Forgery): void {
  const { header } = readBackupHead(source)
  const database = `${target}.db`
  unpackBackup({ source, to: database })
  if (forgery.statements !== undefined) performUnguarded(database, key, forgery.statements)
  const facts = factsOf(database, key) ?? header.facts
  if (forgery.pages !== undefined) {
    const pages = openedPages(readFileSync(database), key)
    forgery.pages(pages)
    writeFileSync(database, sealedPages(pages, key))
  }
  const bytes = readFileSync(database)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const agreeing = { ...header, facts, database: { byteCount: bytes.length, sha256 } }
  writeFileSync(target, Buffer.concat([encodeHead(forgery.header?.(agreeing) ?? agreeing, key), bytes]))
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(database + suffix, { force: true })
}

/** Whoever forges keeps to none of the rules that SQLite has for careful programs. */
function performUnguarded(
  path: string,
  key: LedgerKey,
  statements: NonNullable<Forgery['statements']>,
): void {
  const raw = new Database(path)
  giveKey(raw, key)
  raw.unsafeMode()
  raw.pragma('foreign_keys = 0')
  if (typeof statements === 'string') raw.exec(statements)
  else statements(raw)
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.close()
}

function factsOf(path: string, key: LedgerKey): BackupHeader['facts'] | null {
  const raw = new Database(path, { readonly: true })
  try {
    giveKey(raw, key)
    const facts = databaseFacts(raw)
    // A header has no words for the names that a virtual table gives its parts.
    return { ...facts, counts: facts.counts.filter(([name]) => /^[A-Za-z0-9]+$/.test(name)) }
  } catch (error) {
    if (error instanceof Database.SqliteError) return null
    throw error
  } finally {
    raw.close()
  }
}
