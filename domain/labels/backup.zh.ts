import type { BackupReason } from '../backup.ts'

/** The ending of backup files; nothing else in an office has it. */
export const backupExtension = 'llbak'

/** What a backup file is called; the name tells nothing about the office. Shape: `stamp` is YYYY-MM-DD-HHMMSS. */
export function backupFileName(reason: BackupReason, stamp: string): string {
  const name = reason === 'beforeRestore' ? '恢复前' : '邻里台账备份'
  return `${name}-${stamp}.${backupExtension}`
}
