import { z } from 'zod'
import { asCalendarDate, calendarDateSchema, type CalendarDate } from './calendar-date.ts'

/** Why a backup was made. */
export const backupReasons = [
  'byHand',
  'onClose',
  'onLock',
  'halfHourly',
  'beforeImport',
  'beforeMigration',
  'beforeRestore',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** What can go wrong with a backup, a stick or a restore. */
export const backupFailureCodes = [
  'backupNotVerified',
  'backupDiskFull',
  'backupFolderBlocked',
  'backupNameTaken',
  'backupForeign',
  'backupNewer',
  'backupDamaged',
  'backupAltered',
  'backupUnreadable',
  'backupLocked',
  'backupOfSample',
  'restoreDiskFull',
  'restoreFolderBlocked',
  'noRestoreToUndo',
  'stickFull',
  'stickReadOnly',
  'stickGone',
  'stickSlow',
  'stickBlocked',
] as const

/** Shape: sizes that are said before anything else is known of a ledger. */
const ledgerSizeSchema = z.strictObject({
  residentCount: z.int(),
  householdCount: z.int(),
  visitCount: z.int(),
})

/** Shape: what can be said of a backup file without its key. */
const backupFactsSchema = ledgerSizeSchema.extend({
  madeAt: z.string(),
  madeOn: calendarDateSchema,
  reason: z.enum(backupReasons),
  lastAction: z.string().nullable(),
  byteCount: z.int(),
  /** Made by a newer version of the program. */
  isNewer: z.boolean(),
})
export type BackupFacts = z.infer<typeof backupFactsSchema>

/** Shape: what opens a backup; null where the open ledger's key does. */
export const backupSecretSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('password'),
      staffId: z.int(),
      password: z.string().min(1).max(200),
    }),
    z.strictObject({ kind: z.literal('recoveryCode'), recoveryCode: z.string().min(1).max(100) }),
  ])
  .nullable()
export type BackupSecret = z.infer<typeof backupSecretSchema>

/** Shape: a backup that was opened and checked as a whole, beside the ledger it would take the place of. */
export const backupPreviewSchema = backupFactsSchema.extend({
  committeeName: z.string(),
  madeBy: z.string().nullable(),
  lastChange: z
    .strictObject({ action: z.string(), staffName: z.string(), at: z.string(), localOn: z.string() })
    .nullable(),
  /** Who may work on it, but has no password that would open it. */
  withoutPassword: z.array(z.string()),
  isFromOtherOffice: z.boolean(),
  present: ledgerSizeSchema.nullable(),
})
export type BackupPreview = z.infer<typeof backupPreviewSchema>

/** What is written down about people coming and going changes nothing that a backup would have to keep. */
const quietActions: readonly string[] = [
  'signedIn',
  'signInFailed',
  'locked',
  'unlocked',
  'unlockFailed',
  'denied',
  'backedUp',
]

/** Whether something was done since that a new backup is worth making for. */
export function isWorthBackup(action: string): boolean {
  return !quietActions.includes(action)
}

const usbBackupDays = 7

/** Shape: whether the office must be reminded to carry a backup out of the house. */
type UsbReminder = 'never' | 'late' | 'clockDoubted' | 'fine'

/** A backup that was made on a day still to come says nothing: the reminder stays. */
export function usbReminderOn(lastOn: CalendarDate | null, todayOn: CalendarDate): UsbReminder {
  if (lastOn === null) return 'never'
  if (lastOn > todayOn) return 'clockDoubted'
  return daysBetween(lastOn, todayOn) > usbBackupDays ? 'late' : 'fine'
}

/** Unit: days. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Shape: YYYY-MM-DD-HHMMSS of the desk's own day and time, as it stands in file names. */
export function backupStamp(on: CalendarDate, localTime: Date): string {
  const parts = [localTime.getHours(), localTime.getMinutes(), localTime.getSeconds()]
  return `${asCalendarDate(on)}-${parts.map((part) => String(part).padStart(2, '0')).join('')}`
}
