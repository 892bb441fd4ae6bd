import { createHash } from 'node:crypto'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { FailureError } from '../domain/failure.ts'
import { errnoOf, failureOfFileError } from './file-failure.ts'
import { makeFolder } from './make-folder.ts'
import { isBlockedError, isBusyError, retryWhileBlocked, retryWhileBusy } from './retry-while-busy.ts'
import { syncFolder } from './sync-folder.ts'

/**
 * What a small state file answers. `previous` must be told to the user; neither `damaged` nor `blocked`, which another
 * program has kept from being read for two seconds, may ever become a default.
 */
export type SmallState<T> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'current'; readonly value: T }
  | { readonly kind: 'previous'; readonly value: T }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'blocked' }

const magic = 'linli-state 1'
const headPattern = new RegExp(`^${magic} (\\d{1,7}) ([0-9a-f]{64})\n`)
const largestBytes = 1_000_000

/**
 * Reads a state file, or its previous copy when the file itself is missing, cut short or altered.
 * Shape: `parse` throws on what it doesn't know, which counts as damage.
 */
export async function readSmallState<T>(path: string, parse: (value: unknown) => T): Promise<SmallState<T>> {
  const current = await readCopy(path, parse)
  if (current.kind === 'whole') return { kind: 'current', value: current.value }
  const previous = await readCopy(previousOf(path), parse)
  if (previous.kind === 'whole') return { kind: 'previous', value: previous.value }
  if (current.kind === 'blocked' || previous.kind === 'blocked') return { kind: 'blocked' }
  return { kind: current.kind === 'absent' && previous.kind === 'absent' ? 'absent' : 'damaged' }
}

/**
 * Writes a state file so that a kill or a power cut leaves the old or the new one whole, and keeps the old as the previous copy.
 * One writer at a time. Throws: stateFileBlocked (detail: its name), diskFull; the file is then as it was.
 */
export async function writeSmallState(path: string, value: unknown): Promise<void> {
  const bytes = encode(value)
  try {
    await retryWhileBlocked(() => makeFolder(dirname(path)))
    await keepPrevious(path)
    await putInPlace(path, bytes)
  } catch (error) {
    throw writingFailure(error, path)
  }
}

/** The same where an older value would mislead: the previous copy says the same as the file. */
export async function writeSmallStateTwice(path: string, value: unknown): Promise<void> {
  await writeSmallState(path, value)
  await writeSmallState(path, value)
}

async function keepPrevious(path: string): Promise<void> {
  const current = await readBytes(path)
  // A damaged file must not replace the good copy that still answers for it.
  if (Buffer.isBuffer(current) && decode(current) !== undefined) await putInPlace(previousOf(path), current)
}

async function putInPlace(path: string, bytes: Buffer): Promise<void> {
  const partial = `${path}.new`
  try {
    await retryWhileBlocked(() => writeThrough(partial, bytes))
    await retryWhileBlocked(() => rename(partial, path))
  } catch (error) {
    // What went wrong first is what the caller must hear.
    await rm(partial, { force: true }).catch(() => undefined)
    throw error
  }
  syncFolder(dirname(path))
}

async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

type Copy<T> =
  { readonly kind: 'whole'; readonly value: T } | { readonly kind: 'absent' | 'damaged' | 'blocked' }

async function readCopy<T>(path: string, parse: (value: unknown) => T): Promise<Copy<T>> {
  const bytes = await readBytes(path)
  if (!Buffer.isBuffer(bytes)) return { kind: bytes }
  const value = decode(bytes)
  if (value === undefined) return { kind: 'damaged' }
  try {
    return { kind: 'whole', value: parse(value) }
  } catch {
    // Whole, but of a version that is not ours to guess at.
    return { kind: 'damaged' }
  }
}

/** A file that can't be read for another reason than that somebody holds it counts as one with nothing in it. */
async function readBytes(path: string): Promise<Buffer | 'absent' | 'blocked'> {
  try {
    return await retryWhileBusy(async () => {
      const { size } = await stat(path)
      return size > largestBytes ? Buffer.alloc(0) : readFile(path)
    })
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 'absent'
    return isBusyError(error) ? 'blocked' : Buffer.alloc(0)
  }
}

/** Length and SHA-256 come first: what a power cut leaves of a file is never taken for the whole. */
function encode(value: unknown): Buffer {
  const payload = Buffer.from(JSON.stringify(value), 'utf8')
  return Buffer.concat([Buffer.from(`${magic} ${payload.length} ${sha256(payload)}\n`, 'latin1'), payload])
}

function decode(bytes: Buffer): unknown {
  const [head, length, digest] = headPattern.exec(bytes.subarray(0, 100).toString('latin1')) ?? []
  if (head === undefined) return undefined
  const payload = bytes.subarray(head.length)
  if (payload.length !== Number(length) || sha256(payload) !== digest) return undefined
  return JSON.parse(payload.toString('utf8'))
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function previousOf(path: string): string {
  return `${path}.prev`
}

function writingFailure(error: unknown, path: string): unknown {
  // Folder protection of Windows says that there is no such file.
  const isBlocked = isBlockedError(error) || ['EROFS', 'EIO'].includes(errnoOf(error))
  if (!isBlocked) return failureOfFileError(error)
  const failure = new FailureError('stateFileBlocked', undefined, basename(path))
  failure.cause = error
  return failure
}
