import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { calendarDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import type { Ledger } from '../ledger.ts'
import { backupFolderOf } from './backup-folder.ts'

const backupDetail = z.object({ seq: z.int() })
const restoreDetail = z.object({ keptAs: z.string(), madeAt: z.string() })

/** Shape: a restore that can be taken back, because the ledger before it was kept. */
export interface UndoableRestore {
  readonly restoredAt: string
  readonly restoredOn: string
  readonly keptFile: string
}

/** The last restore, unless it was taken back already. */
export async function undoableRestore({
  db,
  filePath,
}: Pick<Ledger, 'db' | 'filePath'>): Promise<UndoableRestore | null> {
  const last = await db
    .selectFrom('auditEntry')
    .select(['action', 'at', 'localOn', 'detail'])
    .where('action', 'in', ['backupRestored', 'backupRestoreUndone'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.action !== 'backupRestored') return null
  const { keptAs } = restoreDetail.parse(JSON.parse(last.detail))
  const keptFile = join(backupFolderOf(filePath), keptAs)
  if (keptAs === '' || !existsSync(keptFile)) return null
  return { restoredAt: last.at, restoredOn: last.localOn, keptFile }
}

/** Shape: when a backup was last carried away, and the last entry that it holds. */
interface CarriedBackup {
  readonly on: CalendarDate
  readonly seq: number
}

/** The backup that was last carried away on a stick; null when that never happened. */
export async function lastUsbBackup({ db }: Pick<Ledger, 'db'>): Promise<CarriedBackup | null> {
  const last = await db
    .selectFrom('auditEntry')
    .select(['localOn', 'detail'])
    .where('action', '=', 'backedUp')
    .where('detail', 'like', '%"reason":"usb"%')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) return null
  const { seq } = backupDetail.parse(JSON.parse(last.detail))
  return { on: calendarDateSchema.parse(last.localOn), seq }
}

/** Whether there is anybody in the ledger whose loss would matter. */
export async function hasPeople({ db }: Pick<Ledger, 'db'>): Promise<boolean> {
  return (await db.selectFrom('resident').select('id').limit(1).executeTakeFirst()) !== undefined
}
