import type { Duty, HeldDuty } from '../../domain/staff-account.ts'
import { careEventDuty } from '../care-event/care-event-duty.service.ts'
import { helpCaseDuty } from '../help-case/help-case-duty.service.ts'
import type { LedgerReader } from '../ledger.ts'
import { workFieldDuty } from '../staff/work-field-duty.service.ts'
import type { LedgerTransaction } from '../transaction.ts'
import type { DutyKind } from './duty-kind.ts'

/** Every ledger whose records name a member of staff as the one who answers for them has its entry here. */
const dutyKinds: Readonly<Record<Duty, DutyKind>> = {
  workField: workFieldDuty,
  careEvent: careEventDuty,
  helpCase: helpCaseDuty,
}

/** What somebody answers for; kinds with nothing are left out. */
export async function heldDuties(db: LedgerReader, staffId: number): Promise<HeldDuty[]> {
  const held: HeldDuty[] = []
  for (const [duty, kind] of kinds()) {
    const count = await kind.countOf(db, staffId)
    if (count > 0) held.push({ duty, count })
  }
  return held
}

/** Gives everything one member of staff answers for to another. */
export async function handOverDuties(trx: LedgerTransaction, from: number, to: number): Promise<void> {
  for (const [, kind] of kinds()) await kind.handOver(trx, from, to)
}

function kinds() {
  // The keys are those of the record's type, for which Object.entries has no word.
  return Object.entries(dutyKinds) as [Duty, DutyKind][]
}
