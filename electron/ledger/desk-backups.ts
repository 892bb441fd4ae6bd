import type { Worker } from 'node:worker_threads'
import { listBackups, backupFolderOf, factsOfBackup, type BackupFile } from '../../db/backup/backup-folder.ts'
import { hasPeople, lastUsbBackup, undoableRestore } from '../../db/backup/backup.queries.ts'
import { isBackupDue, makeBackup, recordBackup } from '../../db/backup/make-backup.ts'
import { readKeySlots } from '../../db/key/key-file.ts'
import type { Ledger } from '../../db/ledger.ts'
import { keptKey } from '../../db/key/ledger-key.ts'
import type { SignedInLedger } from '../../db/unlocking/set-up-ledger.ts'
import { failureOfLedgerError } from '../../db/constraint-failure.ts'
import { usbReminderOn, type BackupReason, type BackupTrouble } from '../../domain/backup.ts'
import { FailureError } from '../../domain/failure.ts'
import { systemClock } from '../system-clock.ts'
import type { BackupsThere, DoorRequests, MadeBackup } from './door-messages.ts'
import { withThreadHands } from './thread-hands.ts'

/** Unit: milliseconds. */
const halfHour = 30 * 60_000

/** A backup that was cut off at the last closing is made up for, once whoever signed in has begun to work. */
const afterSignIn = 60_000

/** Windows gives a program that is closed no more than a few seconds. */
const closingPatience = 2400

let launchThread: () => Worker
let turn: Promise<unknown> = Promise.resolve()
let trouble: BackupTrouble | null = null

/** Makes backups from now on, whenever somebody is at the desk. */
export function startSchedule(launch: () => Worker, deskNow: () => SignedInLedger | undefined): void {
  launchThread = launch
  const backUpAsScheduled = () => {
    const desk = deskNow()
    if (desk !== undefined) void backUpQuietly(desk, 'halfHourly')
  }
  setInterval(backUpAsScheduled, halfHour).unref()
}

/** To be called when somebody has sat down. */
export function backUpLater(desk: SignedInLedger): void {
  setTimeout(() => {
    if (desk.ledger.raw.open) void backUpQuietly(desk, 'halfHourly')
  }, afterSignIn).unref()
}

/** Makes a backup whether something has changed or not. Throws: what makeBackup throws. */
export async function backUp(desk: SignedInLedger, reason: BackupReason): Promise<MadeBackup> {
  return inTurn(async () => madeFrom(await madeNow(desk, reason)))
}

/** Makes a backup if something has changed since the last one. Throws: what makeBackup throws. */
export async function backUpIfDue(desk: SignedInLedger, reason: BackupReason): Promise<void> {
  await inTurn(async () => {
    if ((await isSample(desk)) || !(await isBackupDue(desk.ledger))) return
    await madeNow(desk, reason)
  })
}

/** The same without anybody waiting for it: what goes wrong is told until a backup succeeds. */
export async function backUpQuietly(desk: SignedInLedger, reason: BackupReason): Promise<void> {
  try {
    await backUpIfDue(desk, reason)
  } catch (thrown) {
    const error = failureOfLedgerError(thrown)
    const failure = error instanceof FailureError ? error.failure : ({ code: 'unexpected' } as const)
    // A ledger that is closed is no trouble: the backup is made after the next sign-in.
    if (failure.code !== 'cancelled' && desk.ledger.raw.open) trouble = { failure, at: systemClock.nowAt() }
  }
}

/**
 * The last backup before the program ends. It is a whole one or none, with nothing of its check left out: on a slow PC
 * it is given up and made up for after the next sign-in, and the next one removes what is left of it.
 */
export async function backUpOnClose(desk: SignedInLedger): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, closingPatience))
  await Promise.race([backUpQuietly(desk, 'onClose'), late])
}

/** Waits for a backup that is under way: it reads the file of the ledger. */
export async function backupsDone(): Promise<void> {
  await turn.catch(() => undefined)
}

/** Writes down that a backup is on a stick now. */
export async function recordOnStick(
  ledger: Ledger,
  { seq }: DoorRequests['recordOnStick'],
): Promise<Record<string, never>> {
  await recordBackup(ledger, { reason: 'usb', seq })
  return {}
}

/** Everything about the backups of the open ledger. */
export async function backupsThere({ ledger }: SignedInLedger): Promise<BackupsThere> {
  const lastUsbOn = (await lastUsbBackup(ledger))?.on ?? null
  const undo = await undoableRestore(ledger)
  const isWorthCarrying = await hasPeople(ledger)
  return {
    backups: backupsBeside(ledger.filePath),
    lastUsbOn,
    reminder: isWorthCarrying ? usbReminderOn(lastUsbOn, systemClock.todayOn()) : 'fine',
    undo: undo === null ? null : { filePath: undo.keptFile, restoredAt: undo.restoredAt },
    trouble,
  }
}

/** The backups beside a ledger, whether it can be opened or not. */
export function backupsBeside(ledgerFile: string): MadeBackup[] {
  return listBackups(backupFolderOf(ledgerFile)).map(madeFrom)
}

/** Does one thing at a time with the file of the ledger. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work, work)
  turn = done
  return done
}

/** Lends the hands of another thread. */
export function withHands<T>(work: Parameters<typeof withThreadHands<T>>[1]): Promise<T> {
  return withThreadHands(launchThread, work)
}

async function madeNow({ ledger, key }: SignedInLedger, reason: BackupReason): Promise<BackupFile> {
  // Whoever leaves the desk overwrites its key.
  const ownKey = keptKey(key)
  try {
    const made = await withHands((hands) => makeBackup(ledger, { key: ownKey, reason, hands }))
    trouble = null
    return made
  } finally {
    ownKey.fill(0)
  }
}

function madeFrom({ fileName, filePath, byteCount, header }: BackupFile): MadeBackup {
  return {
    fileName,
    filePath,
    seq: header.facts.auditHead.seq,
    facts: factsOfBackup(header, byteCount),
  }
}

/** People who don't exist need no backup. */
async function isSample({ ledger }: SignedInLedger): Promise<boolean> {
  try {
    return (await readKeySlots(ledger.filePath)).slots.isSample
  } catch {
    // Without its keys it is somebody's real ledger all the more.
    return false
  }
}
