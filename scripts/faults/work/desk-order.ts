import type { WorkKind } from './office-plan.ts'

/** What the desk program is told to do. */
export interface DeskOrder {
  readonly filePath: string
  readonly kind: WorkKind
  readonly seed: number
  readonly stepCount: number
  /** With each acknowledgement a digest of the whole ledger. */
  readonly isDigestWanted: boolean
  /** Only to see that a weaker setting than the product's is caught. */
  readonly synchronous?: 'NORMAL'
}
