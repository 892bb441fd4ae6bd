import { dirname } from 'node:path'
import type { BackupPreview, BackupSecret } from '../../domain/backup.ts'
import type { Clock } from '../../domain/clock.ts'
import { FailureError, type FailureCode } from '../../domain/failure.ts'
import type { StaffName } from '../../domain/staff.ts'
import { errnoOf } from '../file-failure.ts'
import { readKeySlots } from '../key/key-file.ts'
import { keyFromPassword, keyFromRecoveryCode, type KeySlots } from '../key/key-slots.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { makeFolder } from '../make-folder.ts'
import { migrations } from '../migration-list.ts'
import { retryWhileBlocked } from '../retry-while-busy.ts'
import { accountIn, countingTries } from '../unlocking/sign-in.ts'
import { removeQuietly } from '../remove-quietly.ts'
import { readBackupHead } from './backup-file.ts'
import { factsOfBackup } from './backup-folder.ts'
import { ownHands, type BackupHands } from './backup-hands.ts'
import { isSealedWith, type BackupHead, type BackupHeader } from './backup-header.ts'
import type { DatabaseProblem, SoundDatabase } from './check-database.ts'

/** A backup that was copied to the local disk, whole; only its key tells whether it is genuine. */
export interface StagedBackup {
  /** The ledger it is to take the place of, whether there is one or not. */
  readonly ledgerFile: string
  readonly databaseFile: string
  readonly head: BackupHead
  readonly byteCount: number
  /** The slots beside the ledger, if they are those of the same ledger: passwords of today open its backups too. */
  readonly presentSlots: KeySlots | null
}

export interface StageRequest {
  readonly source: string
  readonly ledgerFile: string
  /** Nobody else's: the backup may lie on a medium that can't be written, and so may the ledger. */
  readonly workFile: string
  readonly hands?: BackupHands
}

/**
 * Copies a backup to the local disk and checks it as far as that goes without its key.
 * Throws: backupForeign, backupNewer, backupDamaged, backupUnreadable, backupOfSample, backupLocked, backupDiskFull, folderUnusable.
 */
export async function stageBackup(request: StageRequest): Promise<StagedBackup> {
  const { source, ledgerFile, workFile, hands = ownHands } = request
  refuseUnfit(readBackupHead(source).header)
  try {
    await retryWhileBlocked(() => makeFolder(dirname(workFile)))
    const head = await hands('unpackBackup', { source, to: workFile })
    // Buffers come out of another thread as plain bytes.
    const own = { ...head, signed: Buffer.from(head.signed), seal: Buffer.from(head.seal) }
    const byteCount = head.length + head.header.database.byteCount
    const presentSlots = await slotsOfSameLedger(ledgerFile, head.header)
    return { ledgerFile, databaseFile: workFile, head: own, byteCount, presentSlots }
  } catch (error) {
    removeQuietly(workFile)
    throw stagingFailure(error)
  }
}

/** Whose passwords open it, by the present key file and by the backup's own. */
export function staffOfStaged({ head, presentSlots }: StagedBackup): StaffName[] {
  const all = [...(presentSlots?.staff ?? []), ...(head.header.keySlots?.staff ?? [])]
  const byId = new Map<number, StaffName>()
  for (const { staffId, name } of all) if (!byId.has(staffId)) byId.set(staffId, { staffId, name })
  return [...byId.values()].sort((one, other) => one.staffId - other.staffId)
}

/**
 * The key of a backup: the open ledger's, or what a password or the recovery code opens.
 * Throws: passwordWrong, recoveryCodeMistyped, recoveryCodeWrong, tooManyTries, backupLocked, backupAltered.
 */
export async function keyOfStaged(
  staged: StagedBackup,
  secret: BackupSecret,
  { presentKey, clock }: { readonly presentKey: LedgerKey | null; readonly clock: Clock },
): Promise<LedgerKey> {
  if (secret === null) {
    if (presentKey !== null && isSealedWith(staged.head, presentKey)) return presentKey
    throw new FailureError('backupLocked')
  }
  const key = await keyFromSecret(staged, secret, clock)
  if (!isSealedWith(staged.head, key)) throw new FailureError('backupAltered')
  return key
}

/** Reads the staged database from end to end. Throws: backupDamaged, backupAltered, backupNewer. */
export async function checkStaged(
  { databaseFile, head }: StagedBackup,
  key: LedgerKey,
  hands: BackupHands = ownHands,
): Promise<SoundDatabase> {
  const order = { path: databaseFile, key, expected: head.header.facts }
  const check = await hands('checkDatabase', order)
  if (!check.isSound) throw new FailureError(problemCodes[check.problem])
  return check.database
}

/** What is said of a checked backup before anybody decides on it. */
export function previewOf(
  staged: StagedBackup,
  database: SoundDatabase,
): Omit<BackupPreview, 'present' | 'isFromOtherOffice'> {
  const { header } = staged.head
  const slots = slotsAfterwards(staged, database)
  return {
    ...factsOfBackup(header, staged.byteCount),
    committeeName: database.committeeName,
    madeBy: database.staff.find(({ staffId }) => staffId === header.madeBy)?.name ?? null,
    lastChange: database.lastChange,
    withoutPassword: database.staff
      .filter(({ staffId }) => !slots.staff.some((slot) => slot.staffId === staffId))
      .map(({ name }) => name),
  }
}

/**
 * The key slots that go with the restored ledger: those of today when it is the same ledger, else the backup's own,
 * without people who have no open account in it. Throws: backupLocked.
 */
export function slotsAfterwards({ presentSlots, head }: StagedBackup, { staff }: SoundDatabase): KeySlots {
  const base = presentSlots ?? head.header.keySlots
  if (base === null) throw new FailureError('backupLocked')
  const isThere = (staffId: number) => staff.some((account) => account.staffId === staffId)
  return { ...base, staff: base.staff.filter(({ staffId }) => isThere(staffId)) }
}

/** Lets go of what was staged. */
export function dropStaged({ databaseFile }: StagedBackup): void {
  removeQuietly(databaseFile)
}

const problemCodes = {
  unreadable: 'backupDamaged',
  damaged: 'backupDamaged',
  foreign: 'backupAltered',
  newer: 'backupNewer',
  otherSchema: 'backupAltered',
  otherContent: 'backupAltered',
  brokenReferences: 'backupAltered',
  brokenChain: 'backupAltered',
} as const satisfies Record<DatabaseProblem, FailureCode>

function refuseUnfit({ facts, keySlots }: BackupHeader): void {
  if (facts.schemaVersion > migrations.length) throw new FailureError('backupNewer')
  if (keySlots?.isSample === true) throw new FailureError('backupOfSample')
}

async function slotsOfSameLedger(ledgerFile: string, { keySlots }: BackupHeader): Promise<KeySlots | null> {
  try {
    const { slots } = await readKeySlots(ledgerFile)
    return keySlots === null || slots.ledgerMark === keySlots.ledgerMark ? slots : null
  } catch (error) {
    // Without its keys or with damaged ones, the backup's own take their place.
    const codes = ['keysMissing', 'keysDamaged']
    if (error instanceof FailureError && codes.includes(error.failure.code)) return null
    throw error
  }
}

/** The doors of today come first; behind both there is the same key, or the seal tells. */
async function keyFromSecret(
  { ledgerFile, presentSlots, head }: StagedBackup,
  secret: NonNullable<BackupSecret>,
  clock: Clock,
): Promise<LedgerKey> {
  const { keySlots } = head.header
  const open = (slots: KeySlots) =>
    secret.kind === 'password'
      ? keyFromPassword(slots, secret.staffId, secret.password)
      : keyFromRecoveryCode(slots, secret.recoveryCode)
  if (presentSlots === null) {
    if (keySlots === null) throw new FailureError('backupLocked')
    return open(keySlots)
  }
  const staffId = secret.kind === 'password' ? accountIn(presentSlots, secret.staffId) : null
  // A way around the waiting time of the sign-in page would make that useless.
  return countingTries({ filePath: ledgerFile, clock }, staffId, async () => {
    try {
      return await open(presentSlots)
    } catch (error) {
      if (keySlots === null || !isWrongSecret(error)) throw error
      return open(keySlots)
    }
  })
}

function isWrongSecret(error: unknown): boolean {
  const codes = ['passwordWrong', 'recoveryCodeWrong']
  return error instanceof FailureError && codes.includes(error.failure.code)
}

function stagingFailure(error: unknown): unknown {
  if (error instanceof FailureError || errnoOf(error) === '') return error
  const isFull = ['ENOSPC', 'EDQUOT'].includes(errnoOf(error))
  const failure = new FailureError(isFull ? 'restoreDiskFull' : 'restoreFolderBlocked')
  failure.cause = error
  return failure
}
