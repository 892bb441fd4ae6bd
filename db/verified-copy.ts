import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { FailureError } from '../domain/failure.ts'
import { errnoOf, failureOfFolderError } from './file-failure.ts'
import { retryWhileBlocked } from './retry-while-busy.ts'
import { syncFolder } from './sync-folder.ts'

const chunkBytes = 1024 * 1024
const spaceFactor = 1.2

export interface CopyRequest {
  readonly from: string
  readonly to: string
  /** Unit: bytes; reading back what was written counts as well. */
  readonly onProgress: (doneCount: number, totalCount: number) => void
  readonly signal: AbortSignal
}

/**
 * Copies a file that nobody writes meanwhile, reads the copy back and only then gives it its name.
 * Throws: ledgerExists, diskFull, folderUnusable, copyNotVerified, ledgerLocked when somebody wrote to it, cancelled; no copy is left then.
 */
export async function copyVerified({ from, to, onProgress, signal }: CopyRequest): Promise<void> {
  const partial = `${to}.part`
  try {
    const before = await stat(from)
    await refuseFullDisk(dirname(to), before.size)
    await rm(partial, { force: true })
    const report = countingTo(before.size * 2, onProgress)
    const digest = await writeCopy(from, partial, report, signal)
    const isVerified = (await blamingCopy(() => digestOf(partial, report, signal))) === digest
    const after = await stat(from)
    if (after.mtimeMs !== before.mtimeMs || after.size !== before.size) throw new FailureError('ledgerLocked')
    if (!isVerified) throw new FailureError('copyNotVerified')
    await giveName(partial, to)
  } catch (error) {
    // What went wrong first is what the user must hear.
    await rm(partial, { force: true }).catch(() => undefined)
    throw failureOfFolderError(error)
  }
}

async function refuseFullDisk(folder: string, byteCount: number): Promise<void> {
  const disk = await statfs(folder)
  if (disk.bavail * disk.bsize < byteCount * spaceFactor) throw new FailureError('diskFull')
}

async function writeCopy(from: string, to: string, report: Report, signal: AbortSignal): Promise<string> {
  const target = await retryWhileBlocked(() => open(to, 'wx'))
  try {
    const digest = await digestOf(from, report, signal, async (chunk) => {
      await blamingCopy(() => target.writeFile(chunk))
    })
    await blamingCopy(() => target.sync())
    return digest
  } finally {
    await target.close()
  }
}

/** A disk that fails under the copy says nothing against the file it was made from. */
async function blamingCopy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw errnoOf(error) === 'EIO' ? new FailureError('copyNotVerified') : error
  }
}

async function digestOf(
  path: string,
  report: Report,
  signal: AbortSignal,
  onChunk: (chunk: Buffer) => Promise<void> = async () => undefined,
): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(path, 'r')
  try {
    for await (const chunk of chunksOf(file)) {
      if (signal.aborted) throw new FailureError('cancelled')
      hash.update(chunk)
      await onChunk(chunk)
      report(chunk.length)
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(chunkBytes)
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

async function giveName(partial: string, to: string): Promise<void> {
  // Renaming would replace what another program put there meanwhile.
  if (existsSync(to)) throw new FailureError('ledgerExists')
  await retryWhileBlocked(() => rename(partial, to))
  syncFolder(dirname(to))
}

type Report = (byteCount: number) => void

function countingTo(totalCount: number, onProgress: CopyRequest['onProgress']): Report {
  let doneCount = 0
  return (byteCount) => {
    doneCount += byteCount
    onProgress(doneCount, totalCount)
  }
}
