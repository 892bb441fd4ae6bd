import type { Generated } from 'kysely'
import type { Flag } from '../flag-column.ts'

/** The tables of rules, rounds and visits, a part of the ledger's. */
export interface VisitSchema {
  readonly visitRule: VisitRuleTable
  readonly visitRound: VisitRoundTable
  readonly visitRoundRule: VisitRoundRuleTable
  readonly visitTask: VisitTaskTable
  readonly visitTaskReason: VisitTaskReasonTable
}

interface VisitRuleTable {
  id: Generated<number>
  name: string
  triggerKind: string
  /** JSON of what the kind of trigger needs besides. */
  triggerDetail: string
  /** JSON of the question; null for everybody who lives here. */
  condition: string | null
  daysBefore: number
  daysAfter: number
  responsible: string
  responsibleStaffId: number | null
  startsOn: string
  isRepeating: Flag
  isActive: Flag
  position: number
  revision: number
  /** A rule that was taken out stays for the visits that came of it. */
  removedAt: string | null
}

interface VisitRoundTable {
  id: Generated<number>
  name: string
  festival: string
  year: number
  festivalOn: string
  cutoffOn: string
  createdAt: string
}

interface VisitRoundRuleTable {
  visitRoundId: number
  visitRuleId: number
}

/** The one record of a visit to a person, made or to be made. */
interface VisitTaskTable {
  id: Generated<number>
  /** Null outside rounds: there only what somebody wrote down or planned has a row. */
  visitRoundId: number | null
  residentId: number
  visitRuleId: number | null
  /** The festival, birthday or day on which it was due. */
  occasionOn: string | null
  careEventId: number | null
  /** Who is to go. */
  staffId: number | null
  isAddedByHand: Flag
  addedReason: string
  isRemoved: Flag
  removedReason: string
  outcome: string
  visitedOn: string | null
  visitor: string
  note: string
  /** When the result was written down; null before, and for those from before it was noted. */
  recordedAt: string | null
  revision: number
}

interface VisitTaskReasonTable {
  visitTaskId: number
  position: number
  /** The rule's name as it was when the round was opened. */
  reason: string
}
