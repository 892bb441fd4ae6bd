import type { Migration } from '../../../db/migrate.ts'

/** What the upgrade program is told to do. */
export interface UpgradeOrder {
  readonly filePath: string
  readonly fromVersion: number
  readonly next: Migration
  /** Before which pending statement the process is ended with kill -9. */
  readonly dieAt?: number
}
