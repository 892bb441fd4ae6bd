import { FailureError, type UnsupportedFileReason } from '../../domain/failure.ts'

/** The refusal of a file for a reason the clerk is told. */
export function unsupported(reason?: UnsupportedFileReason): FailureError {
  return new FailureError('fileUnsupported', undefined, reason)
}
