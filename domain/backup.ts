import { z } from 'zod'
import { asCalendarDate, calendarDateSchema, daysBetween, type CalendarDate } from './calendar-date.ts'
import { failureSchema } from './failure.ts'
import { staffNameSchema } from './staff.ts'

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

/** Shape: sizes that are said before anything else is known of a ledger. */
const ledgerSizeSchema = z.strictObject({
  residentCount: z.int(),
  householdCount: z.int(),
  visitCount: z.int(),
})

export type LedgerSize = z.infer<typeof ledgerSizeSchema>

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

/** Shape: a backup the page can name; the id stands for its place. */
export const listedBackupSchema = backupFactsSchema.extend({ id: z.string() })

/** Shape: a backup file that was chosen, before its key is known. */
export const chosenBackupSchema = backupFactsSchema.extend({
  handle: z.string(),
  committeeName: z.string(),
  /** Whose passwords open it. */
  staff: z.array(staffNameSchema),
  /** False when the key of the open ledger opens it. */
  needsPassword: z.boolean(),
})

export type ChosenBackup = z.infer<typeof chosenBackupSchema>

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

/** Shape: whether the office must be reminded to carry a backup out of the house. */
const usbReminders = ['never', 'late', 'clockDoubted', 'fine'] as const
export type UsbReminder = (typeof usbReminders)[number]

/** Shape: a folder that was chosen for a backup, by its own name alone. */
export const stickSchema = z.strictObject({
  handle: z.string(),
  name: z.string(),
  /** False on a disk of this PC, which goes the way the PC goes. */
  isRemovable: z.boolean(),
})

/** Shape: why a backup that nobody asked for could not be made, told until one is. */
const backupTroubleSchema = z.strictObject({ failure: failureSchema, at: z.string() })
export type BackupTrouble = z.infer<typeof backupTroubleSchema>

/** Shape: everything the page of backups shows. */
export const backupOverviewSchema = z.strictObject({
  backups: z.array(listedBackupSchema),
  reminder: z.enum(usbReminders),
  lastUsbOn: calendarDateSchema.nullable(),
  /** The last folder on a stick, by its own name alone. */
  stickName: z.string().nullable(),
  /** The backup that takes the last restore back. */
  undo: z.strictObject({ id: z.string(), restoredAt: z.string() }).nullable(),
  trouble: backupTroubleSchema.nullable(),
})
export type BackupOverview = z.infer<typeof backupOverviewSchema>

/** What is written down about people coming and going changes nothing that a backup would have to keep. */
const quietActions: readonly string[] = [
  'signedIn',
  'signInFailed',
  'locked',
  'unlocked',
  'unlockFailed',
  'denied',
  'clockDoubted',
  'backedUp',
]

/** Whether something was done since that a new backup is worth making for. */
export function isWorthBackup(action: string): boolean {
  return !quietActions.includes(action)
}

const usbBackupDays = 7

/** A backup that was made on a day still to come says nothing: the reminder stays. */
export function usbReminderOn(lastOn: CalendarDate | null, todayOn: CalendarDate): UsbReminder {
  if (lastOn === null) return 'never'
  if (lastOn > todayOn) return 'clockDoubted'
  return daysBetween(lastOn, todayOn) > usbBackupDays ? 'late' : 'fine'
}

/** Shape: YYYY-MM-DD-HHMMSS of the desk's own day and time, as it stands in file names. */
export function backupStamp(on: CalendarDate, localTime: Date): string {
  const parts = [localTime.getHours(), localTime.getMinutes(), localTime.getSeconds()]
  return `${asCalendarDate(on)}-${parts.map((part) => String(part).padStart(2, '0')).join('')}`
}
