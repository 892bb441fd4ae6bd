import { setImmediate } from 'node:timers/promises'
import {
  fitsOwnFields,
  mayMake,
  type BulkChange,
  type BulkRefusal,
  type BulkVerdict,
} from '../../domain/bulk-change.ts'
import { itemOf, outcomeOf, withItem, type BulkItem } from '../../domain/bulk-effect.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { presenceSchema, type ResidentDraft } from '../../domain/resident.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { storedDraft, type StoredResident } from '../resident/resident.table.ts'
import { sealedRefusals } from '../sealed-matter/refuse-sealed.service.ts'
import { sealedPlacesOf } from '../sealed-matter/sealed-places.queries.ts'
import { inOneMoment } from '../transaction.ts'

/** Shape: what a change would do to one person, on the record as it was looked at. */
export interface PlannedPerson {
  readonly residentId: number
  readonly revision: number
  readonly verdict: BulkVerdict
  readonly refusal: BulkRefusal | null
  readonly before: BulkItem
  readonly after: BulkItem
}

export interface BulkPlan {
  readonly change: BulkChange
  readonly people: readonly PlannedPerson[]
}

/** So that one step stays far below the time anybody notices. */
export const peoplePerStep = 250

/** What a change would do to each of these people. Throws: notAllowed, invalidInput, cancelled. */
export async function planBulkChange(
  ledger: Ledger,
  change: BulkChange,
  ids: readonly number[],
  context: Pick<OperationContext, 'isCancelled' | 'reportProgress'>,
): Promise<BulkPlan> {
  const actor = actorAt(ledger)
  if (!mayMake(actor, change)) throw new FailureError('notAllowed')
  if (!fitsOwnFields(change, await listOwnFields(ledger.db))) throw new FailureError('invalidInput', 'value')
  const todayOn = ledger.clock.todayOn()
  const people: PlannedPerson[] = []
  for (let start = 0; start < ids.length; start += peoplePerStep) {
    if (context.isCancelled()) throw new FailureError('cancelled')
    const step = ids.slice(start, start + peoplePerStep)
    const { stored, sealed } = await inOneMoment(ledger, async (db) => ({
      stored: await loadStoredResidents(db, step),
      sealed: await sealedPlacesOf(db, step),
    }))
    const planned = new Map(
      stored.map((one) => {
        const places = sealed.get(one.record.id) ?? []
        const refusalOf = (draft: ResidentDraft) => sealedRefusals(actor, places, draft)[0]?.refusal ?? null
        return [one.record.id, plannedPerson(change, one, { todayOn, refusalOf })]
      }),
    )
    for (const id of step) {
      const person = planned.get(id)
      if (person !== undefined) people.push(person)
    }
    context.reportProgress({
      task: 'bulkChange',
      doneCount: Math.min(start + peoplePerStep, ids.length),
      totalCount: ids.length,
    })
    await setImmediate()
  }
  return { change, people }
}

interface Circumstances {
  readonly todayOn: CalendarDate
  /** What keeps a record from becoming such a one; null where nothing does. */
  readonly refusalOf: (draft: ResidentDraft) => BulkRefusal | null
}

function plannedPerson(
  change: BulkChange,
  stored: StoredResident,
  { todayOn, refusalOf }: Circumstances,
): PlannedPerson {
  const draft = storedDraft(stored)
  const presence = presenceSchema.parse(stored.record.presence)
  const outcome = outcomeOf(change, { draft, presence }, todayOn)
  const before = itemOf(change, draft)
  const person = { residentId: stored.record.id, revision: stored.record.revision, before }
  if (outcome.verdict !== 'change') {
    const refusal = outcome.verdict === 'refuse' ? outcome.refusal : null
    return { ...person, verdict: outcome.verdict, refusal, after: before }
  }
  const refusal = refusalOf(withItem(change, draft, outcome.after))
  if (refusal !== null) return { ...person, verdict: 'refuse', refusal, after: before }
  return { ...person, verdict: 'change', refusal, after: outcome.after }
}
