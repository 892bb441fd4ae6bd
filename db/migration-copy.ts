import Database from 'better-sqlite3'
import { existsSync, mkdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { FailureError } from '../domain/failure.ts'
import { failureOfLedgerError } from './constraint-failure.ts'
import { failureOfFileError } from './file-failure.ts'
import { giveKey, type LedgerKey } from './key/ledger-key.ts'
import { removeQuietly } from './remove-quietly.ts'
import { retryWhileBlockedSync } from './retry-while-busy.ts'
import { syncFolder } from './sync-folder.ts'

/** The copy, the rebuilt tables and the WAL may each be as large as the ledger. */
const spaceFactor = 3

/**
 * Puts a verified copy of a ledger into backups/ beside it before its schema changes.
 * Throws: diskFull, ledgerDamaged when the copy is not equal to the ledger.
 */
export function copyBeforeMigration(
  raw: Database.Database,
  key: LedgerKey,
  version: number,
  copiedAt: string,
): void {
  const folder = join(dirname(raw.name), 'backups')
  const extension = extname(raw.name)
  const stamp = copiedAt.replaceAll(/[^0-9]/g, '').slice(0, 14)
  const target = join(folder, `${basename(raw.name, extension)}-v${version}-${stamp}${extension}`)
  // An earlier start made this very copy and was cut off afterwards.
  if (existsSync(target)) return
  const partial = `${target}.part`
  try {
    // Asked to make the folders above too, Node takes a read-only disk for a missing one.
    if (!existsSync(folder)) retryWhileBlockedSync(() => mkdirSync(folder))
    refuseFullDisk(raw.name, folder)
    rmSync(partial, { force: true })
    raw.prepare('VACUUM INTO ?').run(partial)
    refuseDifference(raw, key, partial)
    retryWhileBlockedSync(() => renameSync(partial, target))
    syncFolder(folder)
    syncFolder(dirname(folder))
  } catch (error) {
    removeQuietly(partial)
    throw failureOfFileError(failureOfLedgerError(error))
  }
}

function refuseFullDisk(filePath: string, folder: string): void {
  const disk = statfsSync(folder)
  if (disk.bavail * disk.bsize < statSync(filePath).size * spaceFactor) throw new FailureError('diskFull')
}

function refuseDifference(raw: Database.Database, key: LedgerKey, copyPath: string): void {
  const copy = new Database(copyPath, { readonly: true, fileMustExist: true })
  try {
    giveKey(copy, key)
    const isSound = copy.pragma('quick_check', { simple: true }) === 'ok'
    if (!isSound || fingerprint(copy) !== fingerprint(raw)) throw new FailureError('ledgerDamaged')
  } finally {
    copy.close()
  }
}

/** Version and number of rows of every table. */
function fingerprint(raw: Database.Database): string {
  const tables = raw
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
  const counts = tables.map((name) => [name, raw.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()])
  return JSON.stringify([raw.pragma('user_version', { simple: true }), counts])
}
