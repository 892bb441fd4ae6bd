import { basename } from 'node:path'
import type { BackupReason } from '../../domain/backup.ts'
import { backupStamp } from '../../domain/backup.ts'
import { FailureError } from '../../domain/failure.ts'
import { backupFileName } from '../../domain/labels/backup.zh.ts'
import { failureOfLedgerError } from '../constraint-failure.ts'
import { closingOnDamage } from '../damage.ts'
import { errnoOf } from '../file-failure.ts'
import { freezeFile, thawFile } from '../frozen-file.ts'
import { readKeySlots } from '../key/key-file.ts'
import type { KeySlots } from '../key/key-slots.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import type { Ledger } from '../ledger.ts'
import { retryWhileBlocked } from '../retry-while-busy.ts'
import { inOneMoment, inTransaction } from '../transaction.ts'
import { removeQuietly } from '../remove-quietly.ts'
import {
  backupFolderOf,
  freeBackupPath,
  listBackups,
  prepareBackupFolder,
  refuseFullDisk,
  thinOutBackups,
  workFileOf,
  type BackupFile,
} from './backup-folder.ts'
import { ownHands, type BackupHands } from './backup-hands.ts'
import type { BackupHeader, DatabaseFacts } from './backup-header.ts'
import { databaseFacts, lastActionIn } from './database-facts.ts'

export interface BackupOptions {
  readonly key: LedgerKey
  readonly reason: BackupReason
  readonly programVersion?: string
  readonly hands?: BackupHands
}

/**
 * Makes a backup of an open ledger, checks it from end to end, and lets go of those that are kept no longer.
 * Statements are answered meanwhile, but for the moment in which the ledger is counted (30 ms per 100,000 residents).
 * Throws: backupNotVerified (detail: what is wrong), backupDiskFull, backupFolderBlocked, ledgerDamaged, cancelled when
 * the ledger was closed meanwhile; no older backup is touched then, and nothing of the new one is left.
 */
export async function makeBackup(ledger: Ledger, options: BackupOptions): Promise<BackupFile> {
  const work = workFileOf(ledger.filePath)
  try {
    const folder = await retryWhileBlocked(() => prepareBackupFolder(ledger.filePath))
    const slots = await slotsBeside(ledger)
    const copied = await copyFrozen(ledger, folder, options.hands ?? ownHands)
    const made = await packChecked(ledger, { ...options, folder, work, slots, ...copied })
    await recordBackup(ledger, { reason: options.reason, seq: copied.facts.auditHead.seq })
    thinOut(ledger, folder, slots)
    return made
  } catch (error) {
    throw backupFailure(error)
  } finally {
    removeQuietly(work)
  }
}

/** Writes a backup down in the ledger; `usb` for the one that was carried away on a stick. */
export async function recordBackup(
  ledger: Ledger,
  detail: { readonly reason: BackupReason | 'usb'; readonly seq: number },
): Promise<void> {
  await inTransaction(ledger, () =>
    Promise.resolve({
      value: null,
      entries: [{ action: 'backedUp', objectType: 'ledger', detail }] as const,
    }),
  )
}

/** Whether something was done since the newest backup that is whole. */
export async function isBackupDue(ledger: Ledger): Promise<boolean> {
  const last = await inOneMoment(ledger, () => Promise.resolve(lastActionIn(ledger.raw)))
  const backups = listBackups(backupFolderOf(ledger.filePath))
  // After a restore the chain counts on from an older number: only its hash tells one entry from all others.
  return last !== null && !backups.some(({ header }) => header.facts.lastAction?.hash === last.hash)
}

interface Copied {
  readonly facts: DatabaseFacts
  readonly byteCount: number
  readonly sha256: string
}

async function copyFrozen(ledger: Ledger, folder: string, hands: BackupHands): Promise<Copied> {
  const { raw } = ledger
  const { frozen, facts } = await inOneMoment(ledger, () =>
    Promise.resolve(closingOnDamage(raw, () => freeze(ledger))),
  )
  const copying = async () => {
    refuseFullDisk(folder, frozen.byteCount)
    return hands('copyBytes', { ...frozen, to: workFileOf(ledger.filePath) })
  }
  const copied = await Promise.allSettled([copying()])
  const isStill = thawFile(raw)
  if (copied[0].status === 'rejected') throw copied[0].reason
  if (!isStill) throw new FailureError('cancelled')
  return { facts, byteCount: frozen.byteCount, sha256: copied[0].value }
}

function freeze({ raw }: Ledger) {
  const frozen = freezeFile(raw)
  try {
    return { frozen, facts: databaseFacts(raw) }
  } catch (error) {
    thawFile(raw)
    throw error
  }
}

interface Packing extends BackupOptions, Copied {
  readonly folder: string
  readonly work: string
  readonly slots: KeySlots | null
}

async function packChecked(ledger: Ledger, packing: Packing): Promise<BackupFile> {
  const { folder, work, key, facts, hands = ownHands } = packing
  const check = await hands('checkDatabase', { path: work, key, expected: facts })
  if (!check.isSound) throw new FailureError('backupNotVerified', undefined, check.problem)
  const header = headerOf(ledger, packing)
  const name = backupFileName(packing.reason, backupStamp(header.madeOn, new Date(header.madeAt)))
  const target = freeBackupPath(folder, name)
  await hands('packBackup', { database: work, target, header, key })
  const byteCount = packing.byteCount
  return { fileName: basename(target), filePath: target, byteCount, header }
}

function headerOf({ clock, actor }: Ledger, packing: Packing): BackupHeader {
  const { reason, programVersion = '', facts, byteCount, sha256, slots } = packing
  return {
    madeAt: clock.nowAt(),
    madeOn: clock.todayOn(),
    reason,
    madeBy: actor?.staffId ?? null,
    programVersion,
    facts,
    database: { byteCount, sha256 },
    keySlots: slots,
  }
}

/** A backup without its key slots is better than none: the ledger itself has lost them. */
async function slotsBeside({ filePath }: Ledger): Promise<KeySlots | null> {
  try {
    return (await readKeySlots(filePath)).slots
  } catch (error) {
    const codes = ['keysMissing', 'keysDamaged']
    if (error instanceof FailureError && codes.includes(error.failure.code)) return null
    throw error
  }
}

function thinOut({ clock }: Ledger, folder: string, slots: KeySlots | null): void {
  try {
    if (slots !== null) thinOutBackups(folder, slots.ledgerMark, clock.todayOn())
  } catch {
    // The backup is made; what could not be removed goes another day.
  }
}

function backupFailure(thrown: unknown): unknown {
  const error = failureOfLedgerError(thrown)
  if (error instanceof FailureError) return isCopySpoilt(error) ? notVerified(error) : error
  const code = ['ENOSPC', 'EDQUOT'].includes(errnoOf(error)) ? 'backupDiskFull' : 'backupFolderBlocked'
  if (errnoOf(error) === '') return error
  const failure = new FailureError(code)
  failure.cause = error
  return failure
}

/** What would be said of a backup that is read is said here of one that is being made. */
function isCopySpoilt({ failure: { code } }: FailureError): boolean {
  return code === 'backupUnreadable' || code === 'backupDamaged'
}

function notVerified(cause: FailureError): FailureError {
  const failure = new FailureError('backupNotVerified', undefined, 'unreadable')
  failure.cause = cause
  return failure
}
