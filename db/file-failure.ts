import { FailureError, type FailureCode } from '../domain/failure.ts'

/** Turns an error of the file system around the ledger into the failure the user can act on; everything else comes back as it was. */
export function failureOfFileError(error: unknown): unknown {
  const code = fileFailureCodes[errnoOf(error)]
  if (code === undefined) return error
  const failure = new FailureError(code)
  failure.cause = error
  return failure
}

const fileFailureCodes: Readonly<Record<string, FailureCode>> = {
  ENOENT: 'ledgerMissing',
  EBUSY: 'ledgerLocked',
  EACCES: 'ledgerReadOnly',
  EPERM: 'ledgerReadOnly',
  EROFS: 'ledgerReadOnly',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EIO: 'ledgerDamaged',
}

/** Empty when the error is not one of the operating system. */
export function errnoOf(error: unknown): string {
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string'
  return hasCode ? String(error.code) : ''
}

/** Windows' folder protection says that there is no such file, or that a file just opened is none. */
const folderErrors = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EBADF', 'ENAMETOOLONG', 'EEXIST']

/** The same for writing a new file into a folder somebody chose: then the folder is to blame. */
export function failureOfFolderError(error: unknown): unknown {
  return folderErrors.includes(errnoOf(error)) ? folderUnusable(error) : failureOfFileError(error)
}

export function folderUnusable(cause: unknown): FailureError {
  const failure = new FailureError('folderUnusable')
  failure.cause = cause
  return failure
}
