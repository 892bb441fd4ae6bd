import { z } from 'zod'
import { backupFailureCodes } from './backup-failure.ts'
import { folderRefusals } from './ledger-folder.ts'

/** Every way a request can fail that the user can do something about; the sentence comes from the labels. */
const failureCodes = [
  'invalidInput',
  'notFound',
  'duplicateIdNumber',
  'idNumberInvalid',
  'birthDateImpossible',
  'staleRecord',
  'reasonRequired',
  'fileUnreadable',
  'clipboardEmpty',
  'fileTooLarge',
  'fileUnsupported',
  'fileEncrypted',
  'fileReadTimedOut',
  'handleExpired',
  'nothingToImport',
  'nothingToUndo',
  'nothingToChange',
  'nothingToSeal',
  'fieldSealed',
  'changeSealed',
  'previewOutdated',
  'mergeTooMany',
  'mergeNotLast',
  'mergeUndone',
  'listEmpty',
  'tooManyToCopy',
  'cancelled',
  'ledgerMissing',
  'ledgerDamaged',
  'ledgerLocked',
  'ledgerNewer',
  'ledgerForeign',
  'ledgerReadOnly',
  'ledgerUnprotected',
  'ledgerExists',
  'ledgerNotOpen',
  'ledgerInterrupted',
  'folderUnusable',
  'folderUnchanged',
  ...folderRefusals,
  'copyNotVerified',
  'stateFileBlocked',
  'placeDamaged',
  'placeBlocked',
  'programDamaged',
  'migrationFailed',
  'diskFull',
  'printFailed',
  'noPrinter',
  'fileNotWritten',
  'backupOutdated',
  'glyphsMissing',
  'paperEmpty',
  'rosterNameTaken',
  'ownFieldNameTaken',
  'ownFieldNameBuiltIn',
  'ownFieldTooMany',
  'ownFieldListFull',
  'ownFieldUsed',
  'keysMissing',
  'keysDamaged',
  'keysBlocked',
  'keysOfOtherLedger',
  'passwordWrong',
  'passwordWeak',
  'pinWrong',
  'pinSimple',
  'tooManyTries',
  'recoveryCodeMistyped',
  'recoveryCodeWrong',
  'notSignedIn',
  'notAllowed',
  'lastDirector',
  'staffNameTaken',
  'filterNameTaken',
  'ruleNameTaken',
  'successorMissing',
  'successorUnfit',
  'buildingNameTaken',
  'buildingInhabited',
  'registerNameTaken',
  'headRequired',
  'claimTaken',
  'claimDayUnfit',
  'claimantUnfit',
  'claimantTaken',
  'claimantInUse',
  'mentorUnfit',
  'claimPostClosed',
  'claimPostInUse',
  'residentGone',
  'callDayUnfit',
  ...backupFailureCodes,
  'unexpected',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** Shape: the detail of fileUnsupported where more can be said than that. */
export const unsupportedFileReasons = [
  'macros',
  'externalLinks',
  'embeddings',
  'documentType',
  'uncalculatedFormulas',
  'textDocument',
  'pdf',
  'picture',
  'archive',
] as const
export type UnsupportedFileReason = (typeof unsupportedFileReasons)[number]

/** Shape: what crosses IPC when a request fails; `field` is the path of the input to mark, `detail` never holds personal data, paths or SQL. */
export const failureSchema = z.strictObject({
  code: z.enum(failureCodes),
  field: z.string().optional(),
  detail: z.string().optional(),
})

export type Failure = z.infer<typeof failureSchema>

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export function success<T>(value: T): Reply<T> {
  return { ok: true, value }
}

export function failed(code: FailureCode, field?: string, detail?: string): Reply<never> {
  return { ok: false, failure: toFailure(code, field, detail) }
}

function toFailure(code: FailureCode, field?: string, detail?: string): Failure {
  return {
    code,
    ...(field === undefined ? {} : { field }),
    ...(detail === undefined ? {} : { detail }),
  }
}

/** Carries an expected failure out of deep code and out of transactions; turned into a reply at the boundary. */
export class FailureError extends Error {
  readonly failure: Failure

  constructor(code: FailureCode, field?: string, detail?: string) {
    super(code)
    this.name = 'FailureError'
    this.failure = toFailure(code, field, detail)
  }
}

/** What a reply holds. Throws: the failure in it. */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  const { code, field, detail } = reply.failure
  throw new FailureError(code, field, detail)
}
