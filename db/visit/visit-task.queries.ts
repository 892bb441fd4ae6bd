import { calendarDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import { mayRead } from '../../domain/record-access.ts'
import type { Actor } from '../../domain/staff.ts'
import {
  visitTaskSchema,
  type ResidentVisit,
  type VisitTask,
  residentVisitSchema,
} from '../../domain/visit.ts'
import { hiddenVisitNotes } from '../care-event/event-visit.queries.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { loadResidentRows } from '../resident/resident-row.queries.ts'
import { getVisitRound } from './visit-round.queries.ts'
import { namesOfRules, tellsTooMuch } from './visit-rule.queries.ts'

type View = ChannelInput<'visitTask.list'>['view']

/** A page of a round's people in walking order: building, door, household, head first. */
export async function listVisitTasks(
  ledger: Ledger,
  { visitRoundId, view, offset, limit }: ChannelInput<'visitTask.list'>,
): Promise<ChannelOutput<'visitTask.list'>> {
  const round = await getVisitRound(ledger, visitRoundId)
  const ids = await walkingOrder(ledger, visitRoundId, view)
  const rows = await loadVisitTasks(ledger, ids.slice(offset, offset + limit), round.cutoffOn)
  return { totalCount: ids.length, rows }
}

/** The tasks of a round in walking order. */
export async function walkingOrder(
  ledger: Pick<Ledger, 'db'>,
  visitRoundId: number,
  view: View,
): Promise<number[]> {
  const tasks = await ledger.db
    .selectFrom('visitTask')
    .innerJoin('resident', 'resident.id', 'visitTask.residentId')
    .innerJoin('household', 'household.id', 'resident.householdId')
    .leftJoin('dwelling', 'dwelling.id', 'household.dwellingId')
    .leftJoin('building', 'building.id', 'dwelling.buildingId')
    .select('visitTask.id')
    .where('visitRoundId', '=', visitRoundId)
    .where('isRemoved', '=', view === 'removed' ? 1 : 0)
    .where('removedAt', 'is', null)
    .$if(view === 'pending', (query) => query.where('outcome', '=', 'pending'))
    .$if(view === 'recorded', (query) => query.where('outcome', '!=', 'pending'))
    .orderBy(({ eb }) => eb('dwelling.id', 'is', null))
    .orderBy('building.sortKey')
    // Two names may have one key, as 1 and its Chinese numeral; their doors must not mix.
    .orderBy('building.id')
    .orderBy('dwelling.sortKey')
    .orderBy('dwelling.id')
    .orderBy('household.id')
    .orderBy(({ eb, ref }) => eb('headResidentId', 'is not', ref('resident.id')))
    .orderBy('resident.id')
    .execute()
  return tasks.map(({ id }) => id)
}

/** The tasks of these ids, in their order, with ages on the round's cut-off date, as this member of staff may see them. */
export async function loadVisitTasks(
  ledger: Pick<Ledger, 'db' | 'actor'>,
  ids: readonly number[],
  cutoffOn: CalendarDate,
): Promise<VisitTask[]> {
  if (ids.length === 0) return []
  const stored = await ledger.db.selectFrom('visitTask').selectAll().where('id', 'in', ids).execute()
  const residentIds = stored.map(({ residentId }) => residentId)
  const actor = actorAt(ledger)
  const rows = await loadResidentRows(ledger.db, actor, residentIds, cutoffOn)
  const reasonsOf = await shownReasons(ledger.db, actor, ids)
  const hiddenNotes = await hiddenVisitNotes(ledger.db, actor, ids)
  const noteOf = (text: string) => (mayRead(actor, 'notes') ? text : '')
  const people = new Map(rows.map((row) => [row.id, row]))
  const taskOf = new Map(stored.map((task) => [task.id, task]))
  return ids.flatMap((id) => {
    const task = taskOf.get(id)
    const person = task === undefined ? undefined : people.get(task.residentId)
    if (task === undefined || person === undefined) return []
    return [
      visitTaskSchema.parse({
        id,
        visitRoundId: task.visitRoundId,
        // The rule of an event says what happened.
        visitRuleId: task.careEventId === null ? task.visitRuleId : null,
        // The occasion may be a birthday.
        occasionOn: mayRead(actor, 'birthDay') ? task.occasionOn : null,
        residentId: task.residentId,
        outcome: task.outcome,
        visitedOn: task.visitedOn,
        visitor: task.visitor,
        revision: task.revision,
        residentName: person.name,
        sex: person.sex,
        age: person.age,
        address: person.address,
        phoneMasked: person.phoneMasked,
        careTags: person.careTags,
        reasons: reasonsOf.get(id) ?? [],
        addedReason: noteOf(task.addedReason),
        removedReason: hiddenNotes.has(task.id) ? '' : noteOf(task.removedReason),
        note: hiddenNotes.has(id) ? '' : noteOf(task.note),
        isAddedByHand: task.isAddedByHand === 1,
        isRemoved: task.isRemoved === 1,
      }),
    ]
  })
}

/** Why these visits were planned or made, as far as this member of staff may know it. */
async function shownReasons(
  db: LedgerReader,
  actor: Actor,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('visitTaskReason')
    .selectAll()
    .where('visitTaskId', 'in', ids)
    .orderBy('position')
    .execute()
  const isHidden = await hiddenReasons(db, actor)
  const reasonsOf = new Map<number, string[]>()
  for (const { visitTaskId, reason } of rows.filter((row) => !isHidden.has(row.reason)))
    reasonsOf.set(visitTaskId, [...(reasonsOf.get(visitTaskId) ?? []), reason])
  return reasonsOf
}

/** Being picked by a rule says of people what the rule asks. */
async function hiddenReasons(db: LedgerReader, actor: Actor): Promise<ReadonlySet<string>> {
  return new Set(await namesOfRules(db, (rule) => tellsTooMuch(rule, actor)))
}

/** One task. Throws: notFound. */
export async function getVisitTask(
  ledger: Pick<Ledger, 'db' | 'actor' | 'clock'>,
  id: number,
): Promise<VisitTask> {
  const found = await ledger.db
    .selectFrom('visitTask')
    .leftJoin('visitRound', 'visitRound.id', 'visitRoundId')
    .select(({ fn }) => fn.coalesce('cutoffOn', 'occasionOn', 'visitedOn').as('on'))
    .where('visitTask.id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw new FailureError('notFound')
  const on = found.on === null ? ledger.clock.todayOn() : calendarDateSchema.parse(found.on)
  const [task] = await loadVisitTasks(ledger, [id], on)
  if (task === undefined) throw new FailureError('notFound')
  return task
}

/** The visits of one person, the latest day first; removed ones are no visits. */
export async function listResidentVisits(
  ledger: Pick<Ledger, 'db' | 'actor'>,
  residentId: number,
): Promise<ResidentVisit[]> {
  const visits = await ledger.db
    .selectFrom('visitTask')
    .leftJoin('visitRound', 'visitRound.id', 'visitTask.visitRoundId')
    .select([
      'visitTask.id as visitTaskId',
      'visitRound.name as roundName',
      'occasionOn',
      'outcome',
      'visitedOn',
      'visitor',
      'note',
    ])
    .where('residentId', '=', residentId)
    .where('isRemoved', '=', 0)
    .orderBy(({ fn }) => fn.coalesce('visitedOn', 'festivalOn', 'occasionOn'), 'desc')
    .orderBy('visitTask.id', 'desc')
    .execute()
  const actor = actorAt(ledger)
  const isNoteShown = mayRead(actor, 'notes')
  const ids = visits.map(({ visitTaskId }) => visitTaskId)
  const reasonsOf = await shownReasons(ledger.db, actor, ids)
  const hiddenNotes = await hiddenVisitNotes(ledger.db, actor, ids)
  return visits.map((visit) =>
    residentVisitSchema.parse({
      ...visit,
      occasionOn: mayRead(actor, 'birthDay') ? visit.occasionOn : null,
      reasons: reasonsOf.get(visit.visitTaskId) ?? [],
      note: isNoteShown && !hiddenNotes.has(visit.visitTaskId) ? visit.note : '',
    }),
  )
}
