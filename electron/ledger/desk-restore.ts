import { randomUUID } from 'node:crypto'
import { restoreBackup } from '../../db/backup/restore-backup.ts'
import {
  checkStaged,
  dropStaged,
  keyOfStaged,
  previewOf,
  stageBackup,
  staffOfStaged,
  type StagedBackup,
} from '../../db/backup/stage-backup.ts'
import { factsOfBackup } from '../../db/backup/backup-folder.ts'
import { isSealedWith } from '../../db/backup/backup-header.ts'
import type { SoundDatabase } from '../../db/backup/check-database.ts'
import { databaseFacts, countIn } from '../../db/backup/database-facts.ts'
import { keptKey, type LedgerKey } from '../../db/key/ledger-key.ts'
import type { SignedInLedger } from '../../db/unlocking/set-up-ledger.ts'
import type { BackupPreview, BackupSecret, ChosenBackup } from '../../domain/backup.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Actor } from '../../domain/staff.ts'
import { systemClock } from '../system-clock.ts'
import { inTurn, withHands } from './desk-backups.ts'
import type { DoorRequests } from './door-messages.ts'

/** The one backup that is looked at; choosing another one lets go of it. */
interface Looked {
  readonly handle: string
  readonly staged: StagedBackup
  readonly opened?: { readonly key: LedgerKey; readonly database: SoundDatabase; readonly by: Actor | null }
}

let looked: Looked | undefined

/** Takes a backup in hand. Throws: what stageBackup throws. */
export async function chooseBackup(
  { source, ledgerFile, workFile }: DoorRequests['chooseBackup'],
  desk: SignedInLedger | undefined,
): Promise<ChosenBackup> {
  dropBackup()
  const staged = await withHands((hands) => stageBackup({ source, ledgerFile, workFile, hands }))
  const handle = randomUUID()
  looked = { handle, staged }
  const { header } = staged.head
  return {
    handle,
    ...factsOfBackup(header, staged.byteCount),
    committeeName: header.keySlots?.committeeName ?? '',
    staff: staffOfStaged(staged),
    needsPassword: desk === undefined || !isSealedWith(staged.head, desk.key),
  }
}

/**
 * Opens the chosen backup and reads it from end to end.
 * Throws: handleExpired, notAllowed for others than directors, and what keyOfStaged and checkStaged throw.
 */
export async function openBackup(
  { handle, secret }: DoorRequests['openBackup'],
  desk: SignedInLedger | undefined,
): Promise<BackupPreview> {
  const { staged } = lookedAt(handle)
  const key = await keyFor(staged, secret, desk)
  try {
    const database = await withHands((hands) => checkStaged(staged, key, hands))
    const by = desk?.actor ?? actorIn(database, secret)
    const preview = {
      ...previewOf(staged, database),
      isFromOtherOffice: desk !== undefined && !isSealedWith(staged.head, desk.key),
      present: desk === undefined ? null : sizeOf(desk),
    }
    // Another one may have been chosen meanwhile.
    lookedAt(handle).opened?.key.fill(0)
    looked = { handle, staged, opened: { key, database, by } }
    return preview
  } catch (error) {
    key.fill(0)
    throw error
  }
}

/** The desk's own key is copied for it, and overwritten unless it is the one. */
async function keyFor(
  staged: StagedBackup,
  secret: BackupSecret,
  desk: SignedInLedger | undefined,
): Promise<LedgerKey> {
  const presentKey = desk === undefined ? null : keptKey(desk.key)
  let key: LedgerKey | null = null
  try {
    key = await keyOfStaged(staged, secret, { presentKey, clock: systemClock })
    return key
  } finally {
    if (key !== presentKey) presentKey?.fill(0)
  }
}

/**
 * Puts the opened backup in the place of the ledger; whoever was at the desk is not any more.
 * Throws: handleExpired, and what restoreBackup throws.
 */
export async function restoreChosen(
  { handle, isUndo }: DoorRequests['restoreBackup'],
  desk: SignedInLedger | undefined,
): Promise<Record<string, never>> {
  const { staged, opened } = lookedAt(handle)
  if (opened === undefined) throw new FailureError('handleExpired')
  const action = isUndo ? 'backupRestoreUndone' : 'backupRestored'
  const { key, database, by: actor } = opened
  const present = desk === undefined ? null : { ledger: desk.ledger, key: keptKey(desk.key) }
  const request = { staged, database, key, actor, action, clock: systemClock, present } as const
  try {
    await inTurn(() => withHands((hands) => restoreBackup({ ...request, hands })))
  } finally {
    present?.key.fill(0)
  }
  dropBackup()
  return {}
}

/** Lets go of the backup in hand, of its copy and its key. */
export function dropBackup(): Record<string, never> {
  if (looked !== undefined) dropStaged(looked.staged)
  looked?.opened?.key.fill(0)
  looked = undefined
  return {}
}

function lookedAt(handle: string): Looked {
  if (looked?.handle !== handle) throw new FailureError('handleExpired')
  return looked
}

/** Where nobody is signed in, a director of that day's ledger may restore it, and whoever holds the printed code. */
function actorIn({ staff }: SoundDatabase, secret: BackupSecret): Actor | null {
  if (secret?.kind !== 'password') return null
  const account = staff.find(({ staffId }) => staffId === secret.staffId)
  if (account?.role !== 'director') throw new FailureError('notAllowed')
  const { staffId, name } = account
  return { staffId, name, role: 'director', workFields: [], isInSealedCircle: false }
}

function sizeOf({ ledger }: SignedInLedger): BackupPreview['present'] {
  const facts = databaseFacts(ledger.raw)
  return {
    residentCount: countIn(facts, 'resident'),
    householdCount: countIn(facts, 'household'),
    visitCount: countIn(facts, 'visitTask'),
  }
}
