import { careVisitSchema, isSealedEvent, careEventKinds, type CareVisit } from '../../domain/care-event.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { maySeeMatter } from '../../domain/sealed-access.ts'
import type { Actor } from '../../domain/staff.ts'
import type { LedgerReader } from '../ledger.ts'

interface EventOfVisit {
  readonly id: number
  readonly dischargedOn: string | null
  /** Whether somebody it is about is here to be visited. */
  readonly isAnybodyHere: boolean
}

/** Shape: by event how its visit stands on a day. */
export async function visitsOfEvents(
  db: LedgerReader,
  events: readonly EventOfVisit[],
  on: CalendarDate,
): Promise<ReadonlyMap<number, CareVisit>> {
  if (events.length === 0) return new Map()
  const rows = await db
    .selectFrom('visitTask')
    .leftJoin('visitRule', (join) =>
      join
        .onRef('visitRule.id', '=', 'visitTask.visitRuleId')
        .on('visitRule.isActive', '=', 1)
        .on('visitRule.removedAt', 'is', null),
    )
    .select(['careEventId', 'occasionOn', 'isRemoved', 'removedReason', 'outcome', 'visitedOn'])
    .select('visitRule.id as activeRuleId')
    .where(
      'careEventId',
      'in',
      events.map(({ id }) => id),
    )
    .orderBy('visitTask.id')
    .execute()
  const tasksOf = Map.groupBy(rows, ({ careEventId }) => careEventId)
  return new Map(
    events.map((event) => [event.id, careVisitSchema.parse(visitOf(event, tasksOf.get(event.id) ?? [], on))]),
  )
}

interface TaskOfEvent {
  readonly occasionOn: string | null
  readonly isRemoved: number
  readonly removedReason: string
  readonly outcome: string
  readonly visitedOn: string | null
  readonly activeRuleId: number | null
}

function visitOf({ dischargedOn, isAnybodyHere }: EventOfVisit, tasks: readonly TaskOfEvent[], on: string) {
  const there = tasks.filter(({ isRemoved }) => isRemoved === 0)
  const open = there.find(
    ({ outcome, occasionOn, activeRuleId }) =>
      outcome !== 'done' && occasionOn !== null && activeRuleId !== null,
  )
  if (open !== undefined && isAnybodyHere)
    return { state: (open.occasionOn ?? '') < on ? 'overdue' : 'due', dueOn: open.occasionOn }
  const done = there.findLast(({ outcome }) => outcome === 'done')
  if (done !== undefined) return { state: 'done', visitedOn: done.visitedOn }
  if (dischargedOn !== null) return { state: 'discharged' }
  const closed = tasks.findLast(({ isRemoved }) => isRemoved === 1)
  if (closed !== undefined) return { state: 'closed', reason: closed.removedReason }
  return { state: isAnybodyHere ? 'noRule' : 'gone' }
}

/**
 * Of these visits the ones whose notes are not for this member of staff: what was noted at a sick-bed is as sealed as the
 * stay. Of an event that was taken back the director is left.
 */
export async function hiddenVisitNotes(
  db: LedgerReader,
  actor: Actor,
  visitTaskIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const sealed = await sealedVisits(db, visitTaskIds)
  return new Set([...sealed].flatMap(([id, staffId]) => (maySeeMatter(actor, staffId) ? [] : [id])))
}

/** Which of these visits were made to what is sealed. Shape: by visit the account that answers for it. */
export async function sealedVisits(
  db: LedgerReader,
  visitTaskIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (visitTaskIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('visitTask')
    .leftJoin('careEvent', 'careEvent.id', 'visitTask.careEventId')
    .select(['visitTask.id', 'kind', 'careEvent.staffId'])
    .where('visitTask.id', 'in', visitTaskIds)
    .where('careEventId', 'is not', null)
    .execute()
  return new Map(
    rows.flatMap(({ id, kind, staffId }): [number, number][] => {
      const known = careEventKinds.find((one) => one === kind)
      const isOpen = known !== undefined && !isSealedEvent(known)
      return isOpen ? [] : [[id, staffId ?? nobody]]
    }),
  )
}

/** No account has it. */
const nobody = 0
