import { createHash } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
  existsSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { FailureError } from '../../domain/failure.ts'
import { errnoOf } from '../file-failure.ts'
import { toLedgerKey } from '../key/ledger-key.ts'
import { removeQuietly } from '../remove-quietly.ts'
import { retryWhileBlockedSync } from '../retry-while-busy.ts'
import { syncFolder } from '../sync-folder.ts'
import {
  decodeHead,
  encodeHead,
  headLengthIn,
  headStartLength,
  type BackupHead,
  type BackupHeader,
} from './backup-header.ts'

const chunkBytes = 1024 * 1024

/** Shape: bytes of a file that stands still, and where they are copied to. */
export interface CopyOrder {
  readonly descriptor: number
  readonly byteCount: number
  readonly to: string
}

/** Copies what a descriptor reads and answers its SHA-256; the copy is on the disk then. */
export function copyBytes({ descriptor, byteCount, to }: CopyOrder): string {
  const target = openToReplace(to)
  try {
    const sha256 = digestOf(descriptor, { from: 0, byteCount }, (chunk) => writeAll(target, chunk))
    fsyncSync(target)
    return sha256
  } finally {
    closeSync(target)
  }
}

export interface PackOrder {
  /** A checked database that nobody has open. */
  readonly database: string
  readonly target: string
  readonly header: BackupHeader
  readonly key: Uint8Array
}

/**
 * Puts header and database into one file, reads it back and only then gives it its name.
 * Throws: backupNotVerified, and errors of the file system; an older file of that name is never replaced.
 */
export function packBackup({ database, target, header, key }: PackOrder): void {
  const partial = `${target}.part`
  const head = encodeHead(header, toLedgerKey(Buffer.from(key)))
  try {
    writePartial(partial, head, database)
    const kept = readingBackup(partial, (descriptor, head) => digestOf(descriptor, partOf(head)), true)
    if (kept !== header.database.sha256) throw new FailureError('backupNotVerified')
    if (existsSync(target)) throw new FailureError('backupNameTaken')
    retryWhileBlockedSync(() => renameSync(partial, target))
    syncFolder(dirname(target))
  } catch (error) {
    removeQuietly(partial)
    throw isDamage(error) ? new FailureError('backupNotVerified') : error
  }
}

/** The head of a backup file of the right length. Throws: backupForeign, backupNewer, backupDamaged, backupUnreadable. */
export function readBackupHead(path: string): BackupHead {
  return readingBackup(path, (_descriptor, head) => head)
}

export interface UnpackOrder {
  readonly source: string
  readonly to: string
}

/** Takes the database out of a backup and answers the head. Throws: as readBackupHead, and errors of the file system. */
export function unpackBackup({ source, to }: UnpackOrder): BackupHead {
  return readingBackup(source, (descriptor, head) => {
    const target = openToReplace(to)
    try {
      const sha256 = digestOf(descriptor, partOf(head), (chunk) => writeAll(target, chunk))
      if (sha256 !== head.header.database.sha256) throw new FailureError('backupDamaged')
      fsyncSync(target)
      return head
    } finally {
      closeSync(target)
    }
  })
}

function writePartial(partial: string, head: Buffer, database: string): void {
  const target = openToReplace(partial)
  try {
    writeAll(target, head)
    const source = openSync(database, 'r')
    try {
      const { size } = fstatSync(source)
      digestOf(source, { from: 0, byteCount: size }, (chunk) => writeAll(target, chunk))
    } finally {
      closeSync(source)
    }
    fsyncSync(target)
  } finally {
    closeSync(target)
  }
}

/** Scanners hold a file for a moment when it is made. */
function openToReplace(path: string): number {
  return retryWhileBlockedSync(() => openSync(path, 'w'))
}

function readingBackup<T>(
  path: string,
  read: (descriptor: number, head: BackupHead) => T,
  isPatient = false,
): T {
  const open = () => openSync(path, 'r')
  const descriptor = blamingBackup(() => (isPatient ? retryWhileBlockedSync(open) : open()))
  try {
    const facts = fstatSync(descriptor)
    if (!facts.isFile()) throw new FailureError('backupForeign')
    const start = readExactly(descriptor, 0, Math.min(headStartLength, facts.size))
    const length = headLengthIn(start)
    if (length > facts.size) throw new FailureError('backupDamaged')
    const head = decodeHead(readExactly(descriptor, 0, length))
    // Neither less nor more: what hangs behind the database is nobody's.
    if (facts.size !== length + head.header.database.byteCount) throw new FailureError('backupDamaged')
    return read(descriptor, head)
  } finally {
    closeSync(descriptor)
  }
}

function partOf({ length, header }: BackupHead) {
  return { from: length, byteCount: header.database.byteCount }
}

function digestOf(
  descriptor: number,
  { from, byteCount }: { readonly from: number; readonly byteCount: number },
  onChunk: (chunk: Buffer) => void = () => undefined,
): string {
  const hash = createHash('sha256')
  for (let done = 0; done < byteCount; done += chunkBytes) {
    const chunk = readExactly(descriptor, from + done, Math.min(chunkBytes, byteCount - done))
    hash.update(chunk)
    onChunk(chunk)
  }
  return hash.digest('hex')
}

function readExactly(descriptor: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length;) {
    const count = blamingBackup(() => readSync(descriptor, bytes, done, length - done, from + done))
    if (count === 0) throw new FailureError('backupDamaged')
    done += count
  }
  return bytes
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done)
}

const unreadable = [
  'EIO',
  'ENOENT',
  'ENXIO',
  'ENODEV',
  'ENOTCONN',
  'ECONNABORTED',
  'EACCES',
  'EPERM',
  'EBUSY',
  'EISDIR',
  'UNKNOWN',
]

/** A stick that was pulled or a bad disk is not the fault of where the bytes go. */
function blamingBackup<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!unreadable.includes(errnoOf(error))) throw error
    const failure = new FailureError('backupUnreadable')
    failure.cause = error
    throw failure
  }
}

function isDamage(error: unknown): boolean {
  const codes = ['backupDamaged', 'backupForeign', 'backupUnreadable']
  return error instanceof FailureError && codes.includes(error.failure.code)
}
