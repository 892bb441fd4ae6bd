import { setImmediate } from 'node:timers/promises'
import { spelledOut, unreadableFields } from '../../domain/condition-access.ts'
import { FailureError } from '../../domain/failure.ts'
import { mayReadCareTag, mayReveal } from '../../domain/record-access.ts'
import type { ResidentFilter } from '../../domain/resident.ts'
import type { Actor } from '../../domain/staff.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import type { NumberSearch } from './number-search.ts'
import { changeCount, idsMeeting } from './resident-condition.queries.ts'

/** By which parts of numbers somebody finds people. */
export function numberSearchOf(actor: Actor): NumberSearch {
  return mayReveal(actor, 'idNumber') && mayReveal(actor, 'phones') ? 'anyPart' : 'shownParts'
}

/** Throws: notAllowed for a care tag or a field that is not for this member of staff, not even as a count. */
export function refuseUnreadable(actor: Actor, { careTag, condition }: ResidentFilter): void {
  if (careTag !== null && !mayReadCareTag(actor, careTag)) throw new FailureError('notAllowed', 'careTag')
  const [field] = condition === null ? [] : unreadableFields(actor, condition)
  if (field !== undefined) throw new FailureError('notAllowed', 'condition', field)
}

/**
 * The ids of everybody a filter shows to who is at the desk, in its order. For lists, rounds and bulk work alike: call it
 * inside one moment, outside transactions, when a filter was not refused. The wait between steps lets a cancel be heard.
 */
export async function matchingResidents(ledger: Ledger, filter: ResidentFilter): Promise<readonly number[]> {
  while (!ledger.search.readStep()) await setImmediate()
  const actor = actorAt(ledger)
  const todayOn = ledger.clock.todayOn()
  const numbers = numberSearchOf(actor)
  if (filter.condition === null) return ledger.search.matches(filter, todayOn, numbers)
  const condition = spelledOut(actor, filter.condition)
  return ledger.search.matches({ ...filter, condition }, todayOn, numbers, {
    changeCount: changeCount(ledger),
    ids: () => idsMeeting(ledger, condition, { todayOn, numbers }),
  })
}
