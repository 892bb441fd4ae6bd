import { z } from 'zod'
import { staffRoles } from './staff.ts'

/** Everything that leaves a trace, besides the changes themselves. */
export const auditActions = [
  'ledgerCreated',
  'ledgerConverted',
  'ledgerMoved',
  'signedIn',
  'signInFailed',
  'signedOut',
  'locked',
  'unlocked',
  'unlockFailed',
  'denied',
  'added',
  'changed',
  'removed',
  'restored',
  'imported',
  'importUndone',
  'revealed',
  'sealedViewed',
  'printed',
  'savedAsPdf',
  'exported',
  'backedUp',
  'backupRestored',
  'backupRestoreUndone',
  'passwordChanged',
  'passwordReset',
  'pinChanged',
  'recoveryCodeMade',
  'recoveryCodeUsed',
  'accountClosed',
  'dutiesHandedOver',
  'clockDoubted',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What an entry is about. */
export const auditObjects = [
  'ledger',
  'staff',
  'committee',
  'setting',
  'resident',
  'sealedMatter',
  'rosterImport',
  'visitRound',
  'visitTask',
  'paper',
  'backup',
  'channel',
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

/** Shape: an entry as kept and shown. */
export const auditEntrySchema = z.strictObject({
  seq: z.int(),
  at: z.string(),
  localOn: z.string(),
  staffId: z.int().nullable(),
  staffName: z.string(),
  role: z.enum([...staffRoles, 'nobody']),
  action: z.enum(auditActions),
  objectType: z.enum(auditObjects),
  objectId: z.int().nullable(),
  fields: z.array(z.string()),
  reason: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** Shape: the last entry's number and the start of its hash, as printed on papers and kept in backups. */
export const auditHeadSchema = z.strictObject({ seq: z.int(), hash: z.string() })
export type AuditHead = z.infer<typeof auditHeadSchema>
