/** Everything that leaves a trace, besides the changes themselves. */
type AuditAction =
  | 'ledgerCreated'
  | 'ledgerConverted'
  | 'signedIn'
  | 'signInFailed'
  | 'locked'
  | 'unlocked'
  | 'unlockFailed'
  | 'denied'
  | 'added'
  | 'changed'
  | 'removed'
  | 'restored'
  | 'imported'
  | 'importUndone'
  | 'passwordChanged'
  | 'passwordReset'
  | 'pinChanged'
  | 'recoveryCodeMade'
  | 'recoveryCodeUsed'
  | 'accountClosed'
  | 'clockDoubted'
  | 'revealed'
  | 'sealedViewed'
  | 'sealedChanged'

/** What an entry is about. */
type AuditObject =
  | 'ledger'
  | 'staff'
  | 'committee'
  | 'setting'
  | 'resident'
  | 'rosterImport'
  | 'visitRound'
  | 'visitTask'
  | 'channel'

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
