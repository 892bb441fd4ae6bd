import Database from 'better-sqlite3'
import { existsSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import type { Clock } from '../../domain/clock.ts'
import { FailureError } from '../../domain/failure.ts'
import { loadLedgerProfile } from '../committee/committee.queries.ts'
import { failureOfLedgerError } from '../constraint-failure.ts'
import { changeKey, newLedgerKey, type LedgerKey } from '../key/ledger-key.ts'
import { ledgerApplicationId } from '../ledger-connection.ts'
import { refuseDamage } from '../ledger-file.ts'
import { partialOf, removePartialLedger } from '../ledger-making.ts'
import { closeLedger, openLedger } from '../ledger.ts'
import { migrateLedger } from '../migrate.ts'
import { migrations } from '../migration-list.ts'
import { refuseGuessable } from '../staff/password-check.ts'
import { retryWhileBlocked } from '../retry-while-busy.ts'
import { syncFolder } from '../sync-folder.ts'
import {
  firstSlots,
  openAs,
  putKeysInPlace,
  withFirstDirector,
  type FirstDirector,
  type SignedInLedger,
} from './set-up-ledger.ts'

/** The copy is compacted, encrypted and migrated beside the ledger. */
const spaceFactor = 4

/**
 * Encrypts a ledger of the first release, which had no key: a checked encrypted copy takes its place in one step.
 * Throws: ledgerLocked, ledgerDamaged, ledgerNewer, ledgerForeign, passwordWeak, diskFull, stateFileBlocked; the ledger is then as it was.
 */
export async function convertLedger(options: {
  readonly filePath: string
  readonly clock: Clock
  readonly director: FirstDirector
}): Promise<SignedInLedger & { readonly recoveryCode: string | null }> {
  const { filePath, clock, director } = options
  await refuseGuessable(director.password, [director.name])
  const key = newLedgerKey()
  const partial = partialOf(filePath)
  try {
    encryptedCopy(filePath, partial, key)
    const staffId = await withFirstDirector({ filePath: partial, key, clock }, director, 'ledgerConverted')
    const { committee, isSample } = await profileOf({ filePath: partial, key, clock })
    const office = { committee, isSample, director, staffId }
    const { slots, recoveryCode } = await firstSlots(partial, key, office)
    await putKeysInPlace(filePath, slots)
    await retryWhileBlocked(() => renameSync(partial, filePath))
    syncFolder(dirname(filePath))
    return { ...(await openAs({ filePath, key, clock }, staffId)), recoveryCode }
  } catch (error) {
    throw failureOfLedgerError(error)
  } finally {
    removePartialLedger(partial)
  }
}

function encryptedCopy(filePath: string, partial: string, key: LedgerKey): void {
  const plain = new Database(filePath, { fileMustExist: true, timeout: 3000 })
  try {
    plain.pragma('locking_mode = exclusive')
    refuseOthers(plain)
    refuseFullDisk(filePath)
    rmSync(partial, { force: true })
    const before = contentDigest(plain)
    plain.prepare('VACUUM INTO ?').run(partial)
    const copy = new Database(partial, { fileMustExist: true })
    try {
      changeKey(copy, key)
      copy.pragma('journal_mode = wal')
      if (contentDigest(copy) !== before) throw new FailureError('ledgerDamaged')
      // The ledger itself is what the step before would keep.
      migrateLedger(copy, migrations, () => undefined)
    } finally {
      copy.close()
    }
    // What waits in its WAL would otherwise be taken for the new file's.
    plain.pragma('wal_checkpoint(TRUNCATE)')
    plain.pragma('journal_mode = delete')
  } finally {
    plain.close()
  }
  if (existsSync(`${filePath}-wal`)) throw new FailureError('ledgerLocked')
}

function refuseOthers(plain: Database.Database): void {
  if (plain.pragma('application_id', { simple: true }) !== ledgerApplicationId)
    throw new FailureError('ledgerForeign')
  if (Number(plain.pragma('user_version', { simple: true })) > migrations.length)
    throw new FailureError('ledgerNewer')
  refuseDamage(plain)
}

function refuseFullDisk(filePath: string): void {
  const disk = statfsSync(dirname(filePath))
  if (disk.bavail * disk.bsize < statSync(filePath).size * spaceFactor) throw new FailureError('diskFull')
}

/** Every value of every row of every table, and the version. */
function contentDigest(raw: Database.Database): string {
  const hash = createHash('sha256').update(String(raw.pragma('user_version', { simple: true })))
  const tables = raw
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
  for (const name of tables) {
    hash.update(name)
    for (const row of raw.prepare<[], unknown[]>(`SELECT * FROM "${name}"`).raw().iterate()) {
      hash.update(JSON.stringify(row))
    }
  }
  return hash.digest('hex')
}

async function profileOf(place: {
  readonly filePath: string
  readonly key: LedgerKey
  readonly clock: Clock
}) {
  const ledger = openLedger(place)
  try {
    return await loadLedgerProfile(ledger)
  } finally {
    closeLedger(ledger)
  }
}
