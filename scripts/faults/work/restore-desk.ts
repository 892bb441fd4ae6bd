import { acknowledge } from './acknowledge.ts'
import { keyFrom, openKept, restoreKept } from './backup-office.ts'

/*
 * A program of its own: restores a backup over the present ledger.
 */

export interface RestoreOrder {
  readonly filePath: string
  /** Null where there is no ledger that can be opened. */
  readonly key: string | null
  readonly source: string
  /** What the backup is encrypted with. */
  readonly sourceKey: string
}

const { filePath, key, source, sourceKey } = JSON.parse(process.argv[2] ?? '{}') as RestoreOrder
const office = { filePath, key: keyFrom(key ?? sourceKey) }
const present = key === null ? null : openKept(office)
acknowledge('open')
await restoreKept(source, office, present, keyFrom(sourceKey))
acknowledge('restored')
