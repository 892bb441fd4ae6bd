import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { FailureError } from '../domain/failure.ts'
import { failureOfFileError } from './file-failure.ts'
import { ledgerApplicationId } from './ledger-connection.ts'

const headerLength = 100
const magic = Buffer.from('SQLite format 3\0', 'latin1')
const walHeaderLength = 32
const walFrameHeaderLength = 24

/** Shape: what the first page of a ledger file says about it. */
export interface LedgerFileFacts {
  readonly schemaVersion: number
  /** Anything that SQLite would write into the file merely by opening and closing it. */
  readonly isWrittenByOpening: boolean
}

/**
 * Looks at a ledger file without SQLite, which could already change it, and refuses what this program must not open.
 * A POSIX lock of this process on the same file is lost by this: never call it while the ledger is open.
 * Throws: ledgerMissing, ledgerDamaged, ledgerForeign, ledgerNewer, ledgerReadOnly.
 */
export function inspectLedgerFile(filePath: string, newestVersion: number): LedgerFileFacts {
  if (!existsSync(filePath)) throw new FailureError('ledgerMissing')
  const file = readStart(filePath)
  refuseOtherFormats(file)
  const wal = newestFirstPageInWal(`${filePath}-wal`)
  const header = wal ?? file
  if (header.readInt32BE(68) !== ledgerApplicationId) throw new FailureError('ledgerForeign')
  const schemaVersion = header.readInt32BE(60)
  if (schemaVersion > newestVersion) throw new FailureError('ledgerNewer')
  if (schemaVersion < 1) throw new FailureError('ledgerDamaged')
  for (const path of [filePath, `${filePath}-wal`]) refuseReadOnly(path)
  const isWalMode = file[18] === 2 && file[19] === 2
  return { schemaVersion, isWrittenByOpening: !isWalMode || sizeOf(`${filePath}-wal`) > 0 }
}

function refuseOtherFormats(file: Buffer): void {
  if (file.subarray(0, magic.length).equals(magic)) {
    if (file.length < headerLength) throw new FailureError('ledgerDamaged')
    return
  }
  // Zeros are what a power cut leaves of a file; anything else was never a ledger.
  throw new FailureError(file.every((byte) => byte === 0) ? 'ledgerDamaged' : 'ledgerForeign')
}

/** After a crash the newest first page may still wait in the WAL. */
function newestFirstPageInWal(walPath: string): Buffer | null {
  if (sizeOf(walPath) <= walHeaderLength) return null
  const descriptor = openSync(walPath, 'r')
  try {
    return scanWal(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function scanWal(descriptor: number): Buffer | null {
  const walHeader = readAt(descriptor, 0, walHeaderLength)
  const salts = walHeader.subarray(16, 24)
  const frameLength = walFrameHeaderLength + walHeader.readUInt32BE(8)
  const { size } = fstatSync(descriptor)
  let pending: Buffer | null = null
  let committed: Buffer | null = null
  for (let at = walHeaderLength; at + frameLength <= size; at += frameLength) {
    const frame = readAt(descriptor, at, walFrameHeaderLength)
    if (!frame.subarray(8, 16).equals(salts)) break
    if (frame.readUInt32BE(0) === 1) pending = readAt(descriptor, at + walFrameHeaderLength, headerLength)
    const isCommit = frame.readUInt32BE(4) !== 0
    if (isCommit) committed = pending ?? committed
  }
  return committed
}

function readStart(filePath: string): Buffer {
  try {
    if (!statSync(filePath).isFile()) throw new FailureError('ledgerForeign')
    const descriptor = openSync(filePath, 'r')
    try {
      return readAt(descriptor, 0, headerLength)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw failureOfFileError(error)
  }
}

/** SQLite opens such a file all the same and fails at its first lock, with an error that reads like damage. */
function refuseReadOnly(path: string): void {
  if (!existsSync(path)) return
  try {
    closeSync(openSync(path, 'r+'))
  } catch (error) {
    throw failureOfFileError(error)
  }
}

function readAt(descriptor: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  return buffer.subarray(0, readSync(descriptor, buffer, 0, length, position))
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
