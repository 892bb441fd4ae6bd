import type { Generated } from 'kysely'
import type { Flag } from '../flag-column.ts'

/** The tables of what happens in families and of people's requests for help. */
export interface CareEventSchema {
  readonly careEvent: CareEventTable
  readonly helpCase: HelpCaseTable
  readonly helpStep: HelpStepTable
  readonly namelessHelpCase: NamelessHelpCaseTable
}

interface CareEventTable {
  id: Generated<number>
  kind: string
  /** Whom the event is about, or through whom its household is known. */
  residentId: number
  isForHousehold: Flag
  /** Who is to go; of sealed kinds the one who sees them besides the director. */
  staffId: number
  reportedOn: string
  reportedBy: string
  happenedOn: string | null
  hospital: string
  ward: string
  admittedOn: string | null
  dischargedOn: string | null
  note: string
  recordedAt: string
  recordedBy: string
  revision: number
}

interface HelpCaseTable {
  id: Generated<number>
  residentId: number
  isForHousehold: Flag
  request: string
  openedOn: string
  staffId: number
  outcome: string
  closedOn: string | null
  result: string
  amountFen: number | null
  recordedAt: string
  recordedBy: string
  revision: number
}

interface HelpStepTable {
  helpCaseId: number
  position: number
  takenOn: string
  text: string
  takenBy: string
}

interface NamelessHelpCaseTable {
  openedYear: number
  /** 0 while it was open. */
  closedYear: number
  outcome: string
  caseCount: number
  amountFen: number
}
