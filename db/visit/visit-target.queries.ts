import type { CalendarDate } from '../../domain/calendar-date.ts'
import { spelledOut } from '../../domain/condition-access.ts'
import type { ConditionGroup } from '../../domain/resident-condition.ts'
import type { Actor } from '../../domain/staff.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { idsMeeting } from '../resident/resident-condition.queries.ts'
import type { StoredRule } from './visit-rule-row.ts'

export interface VisitTarget {
  readonly residentId: number
  readonly householdId: number
  /** Names of the rules that picked the person, in the rules' order. */
  readonly reasons: readonly string[]
}

/** A rule is the office's: whom it means does not depend on who asks. */
const office: Actor = {
  staffId: 0,
  name: '',
  role: 'director',
  workFields: [],
  isInSealedCircle: false,
}

/** Everybody whom at least one of the rules picks on the cut-off date, each person once. */
export async function findVisitTargets(
  ledger: Pick<Ledger, 'db' | 'raw'>,
  db: LedgerReader,
  rules: readonly StoredRule[],
  cutoffOn: CalendarDate,
): Promise<VisitTarget[]> {
  const picked = rules.map((rule) => ({ name: rule.name, ids: peopleOfRule(ledger, rule, cutoffOn) }))
  const people = await db
    .selectFrom('resident')
    .select(['id', 'householdId'])
    .where('presence', '=', 'here')
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
  return people.flatMap(({ id, householdId }) => {
    const reasons = picked.filter(({ ids }) => ids === 'everybody' || ids.has(id)).map(({ name }) => name)
    return reasons.length === 0 ? [] : [{ residentId: id, householdId, reasons }]
  })
}

/** Of whom a rule's condition holds on a day, gone people as well; nobody where it asks for a field that is gone. */
export function peopleOfRule(
  ledger: Pick<Ledger, 'db' | 'raw'>,
  { condition, isOutdated }: Pick<StoredRule, 'condition' | 'isOutdated'>,
  on: CalendarDate,
): ReadonlySet<number> | 'everybody' {
  if (isOutdated) return new Set()
  return condition === null ? 'everybody' : peopleMeeting(ledger, condition, on)
}

/** Of whom a condition of the office holds on a day, gone people as well. */
function peopleMeeting(
  ledger: Pick<Ledger, 'db' | 'raw'>,
  condition: ConditionGroup,
  on: CalendarDate,
): ReadonlySet<number> {
  return new Set(idsMeeting(ledger, spelledOut(office, condition), { todayOn: on, numbers: 'anyPart' }))
}
