/** Everything that leaves a trace, besides the changes themselves. */
export const auditActions = [
  'ledgerCreated',
  'ledgerConverted',
  'signedIn',
  'signInFailed',
  'locked',
  'unlocked',
  'unlockFailed',
  'denied',
  'added',
  'changed',
  'removed',
  'deleted',
  'restored',
  'imported',
  'importUndone',
  'bulkChanged',
  'bulkUndone',
  'importCopySaved',
  'passwordChanged',
  'passwordReset',
  'pinChanged',
  'recoveryCodeMade',
  'recoveryCodeUsed',
  'accountClosed',
  'handedOver',
  'revealed',
  'dataIssued',
  'noticeSigned',
  'noticeWithdrawn',
  'erased',
  'keptApart',
  'merged',
  'unmerged',
  'offeredAgain',
  'sealedViewed',
  'sealedChanged',
  'clockDoubted',
  'printed',
  'savedAsPdf',
  'savedAsWorkbook',
  'paperFailed',
  'copied',
  'listFailed',
  'backedUp',
  'lifeEvent',
  'lifeEventWithdrawn',
  'changeUndone',
  'claimHandedOver',
  'claimEnded',
  'callWithdrawn',
  'backupRestored',
  'backupRestoreUndone',
  'ledgerRetired',
  'ledgerReactivated',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What an entry is about. */
export const auditObjects = [
  'ledger',
  'staff',
  'committee',
  'setting',
  'building',
  'household',
  'officeProfile',
  'officeWorker',
  'residentGroup',
  'grid',
  'buildingHead',
  'residentRepresentative',
  'facility',
  'stationedUnit',
  'partyOrganisation',
  'yearlyFigure',
  'resident',
  'rosterImport',
  'bulkChange',
  'residentList',
  'visitRule',
  'visitRound',
  'visitTask',
  'careEvent',
  'helpCase',
  'savedFilter',
  'channel',
  'paper',
  'submittedSheet',
  'rosterKind',
  'ownField',
  'claimPost',
  'claimant',
  'claim',
  'phoneCall',
  'diaryEntry',
] as const
export type AuditObject = (typeof auditObjects)[number]

/** Shape: what an operation says about what it did; `fields` names inputs and `detail` holds counts and kinds, never people's data. */
export interface AuditEntryDraft {
  readonly action: AuditAction
  readonly objectType: AuditObject
  readonly objectId?: number
  readonly fields?: readonly string[]
  readonly reason?: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

/** Shape: the last entry's number and the start of its hash, as printed on papers and kept in backups. */
export interface AuditHead {
  readonly seq: number
  readonly hash: string
}

/** What a director should look at twice. */
export const troubleActions = [
  'signInFailed',
  'unlockFailed',
  'denied',
  'clockDoubted',
  'paperFailed',
  'listFailed',
] as const satisfies readonly AuditAction[]

/** How a head stands on a paper: the number and twelve characters, to be typed back. */
export function printedHead({ seq, hash }: AuditHead): string {
  return `${seq}-${hash.slice(0, 12)}`
}

/** Shape: what of a head stands on a paper. */
export interface PrintedHead {
  readonly seq: number
  readonly hashStart: string
}

/** Reads a head as somebody typed it from a paper; null when it is none. */
export function parsePrintedHead(text: string): PrintedHead | null {
  const typed = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
  const [, seq, rest] = /^(\d{1,9})-([0-9a-f]{12})$/.exec(typed) ?? []
  return seq === undefined || rest === undefined ? null : { seq: Number(seq), hashStart: rest }
}
