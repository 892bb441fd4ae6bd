import type { Generated } from 'kysely'

/** Two records that somebody said are of two people. */
export interface DistinctPairTable {
  /** The lower of the two. */
  firstResidentId: number
  secondResidentId: number
  reason: string
  /** Digest of what spoke for one person: with other facts the pair is offered again. */
  evidence: string
  decidedAt: string
  staffId: number
}

/** One record that became a part of another. */
export interface ResidentMergeTable {
  id: Generated<number>
  keptResidentId: number
  mergedResidentId: number
  mergedAt: string
  staffId: number
  undoneAt: string | null
  /** JSON of where the kept record lived: the household, and its door in case that household ends. */
  keptHome: string
  mergedHome: string
}

/** What a merge did to each row, in the order in which it did it. */
export interface ResidentMergeItemTable {
  residentMergeId: number
  position: number
  tableName: string
  /** JSON of the whole row; empty for one that the merge added. */
  before: string
  /** The same after it; empty for one that the merge took away. */
  after: string
}

/** Up to which number ids are used up though their rows are gone. */
export interface RetiredIdTable {
  tableName: string
  highestId: number
}
