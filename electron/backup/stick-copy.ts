import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { freeBackupPath } from '../../db/backup/backup-folder.ts'
import { readBackupHead } from '../../db/backup/backup-file.ts'
import { errnoOf } from '../../db/file-failure.ts'
import { copyVerified, type CopyRequest } from '../../db/verified-copy.ts'
import { FailureError, type FailureCode } from '../../domain/failure.ts'

/** Unit: milliseconds without a single chunk; old sticks take seconds now and then. */
const usualPatience = 30_000

export interface StickCopy extends Pick<CopyRequest, 'onProgress' | 'signal'> {
  readonly source: string
  readonly folder: string
  /** Unit: milliseconds without news until the stick is given up. */
  readonly patience?: number
}

/**
 * Carries a finished backup to a stick, reads it back from there and only then gives it its name; answers that name.
 * Throws: stickFull, stickReadOnly, stickGone, stickSlow, stickBlocked, copyNotVerified, cancelled; older backups on
 * the stick are not touched, and nothing half-written is left as far as the stick can still be written.
 */
export async function copyToStick({
  source,
  folder,
  onProgress,
  signal,
  patience = usualPatience,
}: StickCopy): Promise<string> {
  const slow = new AbortController()
  let lastNewsAt = performance.now()
  const watch = { giveUp: (): void => undefined }
  const stuck = new Promise<never>((_resolve, reject) => {
    watch.giveUp = () => {
      slow.abort()
      reject(new FailureError('stickSlow'))
    }
  })
  const watching = setInterval(() => {
    if (performance.now() - lastNewsAt > patience) watch.giveUp()
  }, patience / 10)
  try {
    const copying = copyInto(folder, source, {
      onProgress: (doneCount, totalCount) => {
        lastNewsAt = performance.now()
        onProgress(doneCount, totalCount)
      },
      signal: AbortSignal.any([signal, slow.signal]),
    })
    // A write that hangs for ever ends some day with nobody to hear it.
    copying.catch(() => undefined)
    return await Promise.race([copying, stuck])
  } finally {
    clearInterval(watching)
  }
}

async function copyInto(
  folder: string,
  source: string,
  rest: Pick<CopyRequest, 'onProgress' | 'signal'>,
): Promise<string> {
  try {
    const facts = await stat(folder)
    if (!facts.isDirectory()) throw new FailureError('stickGone')
    const to = freeBackupPath(folder, basename(source))
    await copyVerified({ from: source, to, ...rest })
    readBackupHead(to)
    return basename(to)
  } catch (error) {
    throw stickFailure(error, existsSync(folder))
  }
}

const codesOfErrors: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'stickFull',
  EDQUOT: 'stickFull',
  EFBIG: 'stickFull',
  EROFS: 'stickReadOnly',
  EACCES: 'stickBlocked',
  EPERM: 'stickBlocked',
  EBUSY: 'stickBlocked',
  EBADF: 'stickBlocked',
  ENAMETOOLONG: 'stickBlocked',
  ENOTDIR: 'stickBlocked',
  EINVAL: 'stickBlocked',
  ENOENT: 'stickGone',
  EIO: 'stickGone',
  ENXIO: 'stickGone',
  ENODEV: 'stickGone',
  ENOTCONN: 'stickGone',
  ECONNABORTED: 'stickGone',
  ESTALE: 'stickGone',
  UNKNOWN: 'stickGone',
}

const codesOfFailures: Partial<Record<FailureCode, FailureCode>> = {
  diskFull: 'stickFull',
  folderUnusable: 'stickBlocked',
  ledgerReadOnly: 'stickReadOnly',
  ledgerMissing: 'stickGone',
  ledgerExists: 'backupNameTaken',
  backupUnreadable: 'stickGone',
  backupDamaged: 'copyNotVerified',
}

/** The copy blames the ledger's folder for what a stick does. */
function stickFailure(error: unknown, isFolderThere: boolean): unknown {
  const cause = error instanceof FailureError ? error.cause : error
  // Windows' folder protection says that there is no such file; of a stick that was pulled the folder is gone as well.
  const isProtected = errnoOf(cause) === 'ENOENT' && isFolderThere
  const code =
    (isProtected ? 'stickBlocked' : codesOfErrors[errnoOf(cause)]) ??
    (error instanceof FailureError ? (codesOfFailures[error.failure.code] ?? error.failure.code) : undefined)
  if (code === undefined) return error
  const failure = new FailureError(code)
  failure.cause = error
  return failure
}
