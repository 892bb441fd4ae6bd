import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { FailureError } from '../domain/failure.ts'
import { failureOfLedgerError } from './constraint-failure.ts'
import { errnoOf, failureOfFileError } from './file-failure.ts'
import { giveKey, type LedgerKey } from './key/ledger-key.ts'
import { ledgerApplicationId } from './ledger-connection.ts'
import { removeQuietly } from './remove-quietly.ts'

const pageLength = 4096
/** Unit: bytes of the smallest WAL index. */
const scratchLength = 32 * 1024
const plainHeader = Buffer.from('SQLite format 3\0', 'latin1')
const applicationIdAt = 68

/** Unit: bytes at the start of every ledger file, different in each, kept for its life: the salt of its encryption. */
const markLength = 16

/**
 * The mark of a ledger file, read without SQLite, which could already change it. Shape: 32 hex digits.
 * A POSIX lock of this process on the same file is lost by this: never call it while the ledger is open.
 * Throws: ledgerMissing, ledgerDamaged, ledgerForeign, ledgerUnprotected, ledgerReadOnly.
 */
export function markOfLedgerFile(filePath: string): string {
  if (!existsSync(filePath)) throw new FailureError('ledgerMissing')
  const { start, length } = readStart(filePath)
  // Zeros are what a power cut leaves of a file.
  if (start.every((byte) => byte === 0)) throw new FailureError('ledgerDamaged')
  if (start.subarray(0, plainHeader.length).equals(plainHeader)) refusePlainFile(start)
  if (isText(start) || startsLikeOffice(start)) throw new FailureError('ledgerForeign')
  // A power cut may leave part of a page at the end, which the WAL still holds whole.
  if (length < pageLength) throw new FailureError('ledgerDamaged')
  return start.toString('hex', 0, markLength)
}

/**
 * Looks at a ledger through a connection that can't write and refuses what this program must not open.
 * Throws: ledgerDamaged, ledgerForeign, ledgerNewer, SqliteError.
 */
export function inspectLedgerFile(filePath: string, key: LedgerKey, newestVersion: number): void {
  try {
    lookInto(filePath, key, newestVersion)
  } catch (error) {
    if (!isScratchFailure(error)) throw error
    // What could not be made is a scratch file that holds nothing of the ledger, and SQLite does not tell why.
    proveRoomBeside(filePath)
    lookInto(filePath, key, newestVersion)
  }
}

function lookInto(filePath: string, key: LedgerKey, newestVersion: number): void {
  const beside = missingOf(['-shm', '-wal'].map((suffix) => filePath + suffix))
  const raw = new Database(filePath, { readonly: true, fileMustExist: true, timeout: 3000 })
  try {
    giveKey(raw, key)
    const applicationId = Number(raw.pragma('application_id', { simple: true }))
    if (applicationId !== ledgerApplicationId) throw new FailureError('ledgerForeign')
    const schemaVersion = Number(raw.pragma('user_version', { simple: true }))
    if (schemaVersion > newestVersion) throw new FailureError('ledgerNewer')
    if (schemaVersion < 1) throw new FailureError('ledgerDamaged')
    for (const path of [filePath, `${filePath}-wal`]) refuseReadOnly(path)
    // Opening it to write moves a leftover WAL into the file; a damaged file must stay as it is.
    if (sizeOf(`${filePath}-wal`) > 0) refuseDamage(raw)
  } finally {
    closeLook(raw, beside)
  }
}

function missingOf(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !existsSync(path))
}

/**
 * Finds out without the key whether the ledger could be opened to write. Not to be called while this program has it open.
 * Throws: ledgerReadOnly, ledgerLocked.
 */
export function refuseHeldLedger(filePath: string): void {
  for (const path of [filePath, `${filePath}-wal`]) refuseReadOnly(path)
  refuseReadOnlyFolder(dirname(filePath))
  // Whoever has it open keeps this index in memory: a file of that name is what the look itself makes beside a WAL.
  const beside = missingOf([`${filePath}-shm`])
  const raw = new Database(filePath, { readonly: true, fileMustExist: true, timeout: 1000 })
  try {
    raw.pragma('schema_version')
  } catch (error) {
    // Without the key the file reads like no database; but who holds it is asked first.
    const failure = failureOfLedgerError(error)
    if (failure instanceof FailureError && failure.failure.code === 'ledgerLocked') throw failure
  } finally {
    closeLook(raw, beside)
  }
}

/** Reads the whole file once (about 0.1 s per 100,000 residents). Throws: ledgerDamaged. */
export function refuseDamage(raw: Database.Database): void {
  if (raw.pragma('quick_check', { simple: true }) !== 'ok') throw new FailureError('ledgerDamaged')
}

function refusePlainFile(start: Buffer): never {
  if (start.length < applicationIdAt + 4) throw new FailureError('ledgerDamaged')
  const isOurs = start.readInt32BE(applicationIdAt) === ledgerApplicationId
  throw new FailureError(isOurs ? 'ledgerUnprotected' : 'ledgerForeign')
}

/** In any encoding: random bytes nearly always hold a control character among so many. */
function isText(start: Buffer): boolean {
  return !start.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20))
}

/**
 * What the look itself put beside the file is empty and goes with it. Where an open file can be removed, that happens
 * under the lock: the moment it is let go, the files may be those of another account that opens the ledger.
 * Windows removes no file that anybody has open.
 */
function closeLook(raw: Database.Database, beside: readonly string[]): void {
  const isKeptOpen = process.platform === 'win32'
  if (isKeptOpen) raw.close()
  for (const path of beside) removeQuietly(path)
  if (!isKeptOpen) raw.close()
}

function isScratchFailure(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_IOERR_SHMSIZE'
}

/** Writes as much as the scratch file of a look needs, and takes it away again. Throws: diskFull, ledgerDamaged. */
function proveRoomBeside(filePath: string): void {
  const trial = `${filePath}.room`
  try {
    writeFileSync(trial, Buffer.alloc(scratchLength), { flush: true })
  } catch (error) {
    throw failureOfFileError(error)
  } finally {
    removeQuietly(trial)
  }
}

/** Workbooks, archives, old Office files, PDFs and pictures are what people pick by mistake. */
function startsLikeOffice(start: Buffer): boolean {
  const magics = ['504b0304', 'd0cf11e0', '25504446', '52617221', '377abcaf', '89504e47', 'ffd8ff']
  return magics.some((magic) => start.toString('hex', 0, 4).startsWith(magic))
}

function readStart(filePath: string): { readonly start: Buffer; readonly length: number } {
  try {
    const facts = statSync(filePath)
    if (!facts.isFile()) throw new FailureError('ledgerForeign')
    const descriptor = openSync(filePath, 'r')
    try {
      const buffer = Buffer.alloc(100)
      const start = buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, 0))
      return { start, length: facts.size }
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw failureOfFileError(error)
  }
}

function refuseReadOnlyFolder(folder: string): void {
  try {
    accessSync(folder, constants.W_OK)
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
    // It is there: folder protection of Windows only says that it is not.
    if (['ENOENT', 'EBADF'].includes(errnoOf(error)) && existsSync(path)) throw readOnlyBecauseOf(error)
    throw failureOfFileError(error)
  }
}

function readOnlyBecauseOf(cause: unknown): FailureError {
  const failure = new FailureError('ledgerReadOnly')
  failure.cause = cause
  return failure
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
