import type { Generated } from 'kysely'
import type { Flag } from '../flag-column.ts'

/** The tables of claims and telephone greetings, a part of the ledger's. */
export interface ClaimSchema {
  readonly claimPost: ClaimPostTable
  readonly claimant: ClaimantTable
  readonly claim: ClaimTable
  readonly phoneCall: PhoneCallTable
  readonly namelessContact: NamelessContactTable
}

interface ClaimPostTable {
  id: Generated<number>
  name: string
  /** Unit: elders. */
  quota: number
  callEveryDays: number
  note: string
  isClosed: Flag
  revision: number
}

/** Who claims elders. One of three says who it is: the record, the account, or the name of somebody from outside. */
interface ClaimantTable {
  id: Generated<number>
  name: string
  residentId: number | null
  staffId: number | null
  kind: string
  phone: string
  isMentorAble: Flag
  note: string
  isClosed: Flag
  revision: number
}

interface ClaimTable {
  id: Generated<number>
  claimPostId: number
  residentId: number
  claimantId: number
  mentorId: number | null
  fromOn: string
  /** The last day; null while it runs, the day before the first for a mistake. */
  toOn: string | null
  endReason: string | null
  endNote: string
  note: string
  recordedAt: string
  staffName: string
}

interface PhoneCallTable {
  id: Generated<number>
  residentId: number
  calledOn: string
  caller: string
  result: string
  note: string
  followUp: string
  followUpDoneOn: string | null
  recordedAt: string
  staffName: string
  withdrawnAt: string | null
  withdrawnBy: string | null
  revision: number
}

interface NamelessContactTable {
  id: Generated<number>
  namelessPersonId: number
  /** YYYY-MM. */
  month: string
  claimPostId: number | null
  claimantId: number | null
  callCount: number
  reachedCount: number
  visitCount: number
}
