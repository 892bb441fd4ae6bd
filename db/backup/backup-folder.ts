import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { BackupFacts } from '../../domain/backup.ts'
import { backupsToRemove, type DatedBackup } from '../../domain/backup-retention.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { backupExtension } from '../../domain/labels/backup.zh.ts'
import { migrations } from '../migration-list.ts'
import { syncFolder } from '../sync-folder.ts'
import { readBackupHead } from './backup-file.ts'
import type { BackupHeader } from './backup-header.ts'
import { countIn } from './database-facts.ts'

/** The copy of the file and the backup may each be as large as the ledger. */
const spaceFactor = 2.4

/** Shape: a backup file whose length and header are right. */
export interface BackupFile {
  readonly fileName: string
  readonly filePath: string
  readonly byteCount: number
  readonly header: BackupHeader
}

/** Backups lie beside the ledger, where no setting can lose them. */
export function backupFolderOf(ledgerFile: string): string {
  return join(dirname(ledgerFile), 'backups')
}

/** The copy of a ledger that is being checked. */
export function workFileOf(ledgerFile: string): string {
  return join(backupFolderOf(ledgerFile), `${basename(ledgerFile)}.copy`)
}

/** What can be restored, the newest first; a folder that can't be read holds nothing. */
export function listBackups(folder: string): BackupFile[] {
  const found = namesIn(folder).flatMap((fileName) => {
    const file = backupAt(join(folder, fileName))
    return file === null ? [] : [file]
  })
  return found.sort(newestFirst)
}

/** Null for what is no backup, not whole, or written by a later format. */
function backupAt(filePath: string): BackupFile | null {
  try {
    const { header } = readBackupHead(filePath)
    return { fileName: basename(filePath), filePath, byteCount: statSync(filePath).size, header }
  } catch {
    // It is not offered then; whoever chooses it by hand hears why.
    return null
  }
}

function newestFirst(one: BackupFile, other: BackupFile): number {
  return one.header.madeAt < other.header.madeAt ? 1 : -1
}

/** Shape: what the page shows of a backup. */
export function factsOfBackup(header: BackupHeader, byteCount: number): BackupFacts {
  const { facts, madeAt, madeOn, reason } = header
  return {
    madeAt,
    madeOn,
    reason,
    residentCount: countIn(facts, 'resident'),
    householdCount: countIn(facts, 'household'),
    visitCount: countIn(facts, 'visitTask'),
    lastAction: facts.lastAction?.action ?? null,
    byteCount,
    isNewer: facts.schemaVersion > migrations.length,
  }
}

/** Makes the folder and removes what a killed program left half-written in it. Throws: errors of the file system. */
export function prepareBackupFolder(ledgerFile: string): string {
  const folder = backupFolderOf(ledgerFile)
  // Asked to make the folders above too, Node takes a read-only disk for a missing one.
  if (!existsSync(folder)) {
    mkdirSync(folder)
    // Else a power cut takes the folder away again, with every backup in it.
    syncFolder(dirname(folder))
  }
  for (const name of readdirSync(folder)) {
    const isOurs =
      name.endsWith(`.${backupExtension}.part`) || name.startsWith(basename(workFileOf(ledgerFile)))
    if (isOurs) rmSync(join(folder, name), { force: true })
  }
  return folder
}

/** Throws: backupDiskFull. */
export function refuseFullDisk(folder: string, byteCount: number): void {
  const disk = statfsSync(folder)
  if (disk.bavail * disk.bsize < byteCount * spaceFactor) throw new FailureError('backupDiskFull')
}

/** A name that nothing in the folder has yet. */
export function freeBackupPath(folder: string, name: string): string {
  const extension = extname(name)
  const stem = basename(name, extension)
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${stem}-${count}${extension}`)
    if (!existsSync(path) && !existsSync(`${path}.part`)) return path
  }
}

/** Removes the backups of this ledger that its rule keeps no longer; those of others stay. Answers how many. */
export function thinOutBackups(folder: string, ledgerMark: string, todayOn: CalendarDate): number {
  const own = listBackups(folder).filter(({ header }) => header.keySlots?.ledgerMark === ledgerMark)
  const needed = new Set(
    (['beforeRestore', 'beforeMigration'] as const).map(
      (reason) => own.find(({ header }) => header.reason === reason)?.fileName,
    ),
  )
  const dated = own.map(({ fileName, header }): DatedBackup => ({
    id: fileName,
    madeOn: header.madeOn,
    madeAt: header.madeAt,
    isNeeded: needed.has(fileName),
  }))
  const removed = backupsToRemove(dated, todayOn)
  for (const name of removed) rmSync(join(folder, name), { force: true })
  return removed.length
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => extname(name) === `.${backupExtension}`)
  } catch {
    // No folder, no backups; why it can't be read is told when one is made.
    return []
  }
}
