import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { backupStamp } from '../../domain/backup.ts'
import type { AuditEntryDraft } from '../../domain/audit.ts'
import type { Clock } from '../../domain/clock.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Actor } from '../../domain/staff.ts'
import { errnoOf, failureOfFileError } from '../file-failure.ts'
import { dropNextKeys, keyFileOf, nextKeyFileOf, writeKeySlots } from '../key/key-file.ts'
import type { KeySlots } from '../key/key-slots.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { closeLedger, ledgerFor, openLedger } from '../ledger.ts'
import { makeFolder } from '../make-folder.ts'
import { isBlockedError, retryWhileBlocked } from '../retry-while-busy.ts'
import { writeSmallState } from '../small-state-file.ts'
import { syncFolder } from '../sync-folder.ts'
import { inTransaction } from '../transaction.ts'
import { removeQuietly } from '../remove-quietly.ts'
import { copyBytes } from './backup-file.ts'
import { ownHands, type BackupHands } from './backup-hands.ts'
import type { SoundDatabase } from './check-database.ts'
import { dropStaged, slotsAfterwards, type StagedBackup } from './stage-backup.ts'

export interface RestoreRequest {
  readonly staged: StagedBackup
  readonly database: SoundDatabase
  readonly key: LedgerKey
  readonly clock: Clock
  /** Null when the recovery code opened the backup and nobody is signed in. */
  readonly actor: Actor | null
  readonly action: 'backupRestored' | 'backupRestoreUndone'
  /** The backup of the ledger that was there; null when there was none that could be opened. */
  readonly keptAs: string | null
  readonly hands?: BackupHands
}

/**
 * Puts a checked backup in the place of a ledger that nobody has open. At every moment the name stands for the old
 * ledger or for the restored one, both complete; one that could not be opened stays under another name, byte for byte.
 * Throws: restoreFolderBlocked, stateFileBlocked, ledgerLocked, diskFull, and what opening the restored ledger throws;
 * the old one is then as it was.
 */
export async function putInPlace(request: RestoreRequest): Promise<void> {
  const { staged, database } = request
  const { ledgerFile } = staged
  const restored = `${ledgerFile}.restoring`
  const slots = slotsAfterwards(staged, database)
  try {
    await retryWhileBlocked(() => makeFolder(dirname(ledgerFile)))
    // What an attempt that was killed left there would be taken for this one's.
    removeHalfDone(restored)
    await copyStaged(staged, restored, request.hands ?? ownHands)
    await completeRestored(request, restored)
    // Written first and adopted by whoever finds that the keys beside the ledger are another one's.
    await writeSmallState(nextKeyFileOf(ledgerFile), slots)
    if (request.keptAs === null) await setAside(ledgerFile, request.clock)
    // What waits in a WAL would be taken for the restored ledger's.
    else if (existsSync(`${ledgerFile}-wal`)) throw new FailureError('ledgerLocked')
    await retryWhileBlocked(() => renameSync(restored, ledgerFile))
  } catch (error) {
    removeHalfDone(restored)
    dropNextKeys(ledgerFile)
    throw restoreFailure(error)
  }
  syncFolder(dirname(ledgerFile))
  await putKeysBeside(ledgerFile, slots)
  dropStaged(staged)
}

/** The ledger is the restored one by now: keys that can't be written wait for whoever opens it next. */
async function putKeysBeside(ledgerFile: string, slots: KeySlots): Promise<void> {
  try {
    await writeKeySlots(ledgerFile, slots)
  } catch {
    return
  }
  dropNextKeys(ledgerFile)
}

function restoreFailure(error: unknown): unknown {
  const isBlocked = isBlockedError(error) || errnoOf(error) === 'EROFS'
  if (!isBlocked) return failureOfFileError(error)
  const failure = new FailureError('restoreFolderBlocked')
  failure.cause = error
  return failure
}

function removeHalfDone(restored: string): void {
  for (const suffix of ['', '-wal', '-shm']) removeQuietly(restored + suffix)
}

async function copyStaged(
  { databaseFile, head }: StagedBackup,
  to: string,
  hands: BackupHands,
): Promise<void> {
  const { byteCount, sha256 } = head.header.database
  const descriptor = openSync(databaseFile, 'r')
  try {
    const copied = await hands('copyBytes', { descriptor, byteCount, to })
    if (copied !== sha256) throw new FailureError('backupDamaged')
  } finally {
    closeSync(descriptor)
  }
}

/** Brings it to the newest version and writes down where it comes from, before it is the ledger. */
async function completeRestored(request: RestoreRequest, restored: string): Promise<void> {
  const { key, clock, actor } = request
  const ledger = openLedger({ filePath: restored, key, clock })
  try {
    const writer = actor === null ? ledger : ledgerFor(ledger, actor)
    await inTransaction(writer, () => Promise.resolve({ value: null, entries: [entryOf(request)] as const }))
  } finally {
    closeLedger(ledger)
  }
  if (existsSync(`${restored}-wal`)) throw new FailureError('diskFull')
}

function entryOf({ action, staged, keptAs }: RestoreRequest): AuditEntryDraft {
  const { madeAt, facts } = staged.head.header
  return {
    action,
    objectType: 'ledger',
    detail: { madeAt, seq: facts.auditHead.seq, hash: facts.auditHead.hash, keptAs: keptAs ?? '' },
  }
}

/** Keeps a file that is no sound ledger, with its WAL and its keys, under a name that says so. */
async function setAside(ledgerFile: string, clock: Clock): Promise<void> {
  const stamp = backupStamp(clock.todayOn(), new Date(clock.nowAt()))
  const kept = freeName(`${ledgerFile}.damaged-${stamp}`)
  const wal = `${ledgerFile}-wal`
  // On the disk before anything else: the keys beside the ledger may be another office's soon.
  if (existsSync(keyFileOf(ledgerFile)))
    await retryWhileBlocked(() =>
      writeFileSync(keyFileOf(kept), readFileSync(keyFileOf(ledgerFile)), { mode: 0o600, flush: true }),
    )
  if (existsSync(ledgerFile)) {
    // With a WAL of its own the old file must be gone first: alone it would pass for an older ledger.
    if (existsSync(wal) || !(linked(ledgerFile, kept) || copied(ledgerFile, kept)))
      await retryWhileBlocked(() => renameSync(ledgerFile, kept))
  }
  if (existsSync(wal)) await retryWhileBlocked(() => renameSync(wal, `${kept}-wal`))
  rmSync(`${ledgerFile}-shm`, { force: true })
  syncFolder(dirname(ledgerFile))
}

/** A second name for the same bytes, so that the first one can be given away in one step. Not every disk has that. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch {
    return false
  }
}

/** The same where a file has one name only. A disk that is full or can't read its own file any more can't do that either. */
function copied(from: string, to: string): boolean {
  try {
    const descriptor = openSync(from, 'r')
    try {
      copyBytes({ descriptor, byteCount: fstatSync(descriptor).size, to })
      return true
    } finally {
      closeSync(descriptor)
    }
  } catch {
    removeQuietly(to)
    return false
  }
}

function freeName(path: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? path : `${path}-${count}`
    if (!existsSync(name)) return name
  }
}
