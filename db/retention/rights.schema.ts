import type { Generated } from 'kysely'
import type { Flag } from '../flag-column.ts'

/** The tables of what the law gives people, a part of the ledger's. */
export interface RightsSchema {
  readonly noticeSignature: NoticeSignatureTable
  readonly disclosure: DisclosureTable
  readonly namelessPerson: NamelessPersonTable
  readonly namelessEvent: NamelessEventTable
  readonly namelessStatus: NamelessStatusTable
  readonly namelessHousehold: NamelessHouseholdTable
  readonly namelessVisit: NamelessVisitTable
}

interface NoticeSignatureTable {
  id: Generated<number>
  residentId: number
  signedOn: string
  signedBy: string
  /** Who signed for somebody; empty for the person. */
  signer: string
  recordedAt: string
  staffName: string
}

/** Who stood on a list or paper that left. */
interface DisclosureTable {
  residentId: number
  auditSeq: number
}

/** What figures need of somebody whose record is gone for good. */
interface NamelessPersonTable {
  id: Generated<number>
  sex: string
  /** Null where the day of birth was not known. */
  birthYear: number | null
  residenceStatus: string
}

interface NamelessEventTable {
  id: Generated<number>
  namelessPersonId: number
  kind: string
  happenedOn: string
}

interface NamelessStatusTable {
  id: Generated<number>
  namelessPersonId: number
  changedOn: string
  /** The residence status up to the day before. */
  before: string
}

/** Days on which a household is counted by nobody who is left. */
interface NamelessHouseholdTable {
  id: Generated<number>
  /** Null for since ever. */
  fromOn: string | null
  /** The first day after. */
  toOn: string
}

/** Visits of people who were deleted for good: a count of those that are alike. */
interface NamelessVisitTable {
  id: Generated<number>
  visitRoundId: number | null
  visitRuleId: number | null
  isOfCareEvent: Flag
  /** Empty when no visit was made, and for those from before it was noted. */
  visitedMonth: string
  isRemoved: Flag
  outcome: string
  visitCount: number
}
