import { copyBytes, packBackup, unpackBackup } from './backup-file.ts'
import { checkDatabase } from './check-database.ts'

/** The long pieces of work, each of which touches only files of its own: any thread may do them. */
/** By name, for whoever does them elsewhere. */
export const backupTasks = {
  copyBytes,
  checkDatabase,
  packBackup,
  unpackBackup,
} as const
export type BackupTasks = typeof backupTasks

/** Whoever does the long pieces: this thread, or one that nobody waits for. */
export type BackupHands = <K extends keyof BackupTasks>(
  task: K,
  order: Parameters<BackupTasks[K]>[0],
) => Promise<ReturnType<BackupTasks[K]>>

/** Does everything in the thread that asks. */
export const ownHands: BackupHands = async (task, order) => {
  // Task and order belong together by the type of the hands.
  const work = backupTasks[task] as (order: unknown) => ReturnType<BackupTasks[typeof task]>
  return work(order)
}
