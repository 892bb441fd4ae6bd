import type { CalendarDate } from '../../domain/calendar-date.ts'
import { careTagSchema } from '../../domain/codes/code-schemas.ts'
import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import { mayRead, mayReadCareTag } from '../../domain/record-access.ts'
import type { Actor } from '../../domain/staff.ts'
import {
  visitTaskSchema,
  type ResidentVisit,
  type VisitTask,
  residentVisitSchema,
} from '../../domain/visit.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { loadResidentRows } from '../resident/resident-row.queries.ts'
import { getVisitRound } from './visit-round.queries.ts'

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
  const reasonRows = await ledger.db
    .selectFrom('visitTaskReason')
    .selectAll()
    .where('visitTaskId', 'in', ids)
    .orderBy('position')
    .execute()
  const reasonsOf = Map.groupBy(reasonRows, ({ visitTaskId }) => visitTaskId)
  const residentIds = stored.map(({ residentId }) => residentId)
  const actor = actorAt(ledger)
  const rows = await loadResidentRows(ledger.db, actor, residentIds, cutoffOn)
  const isHidden = await hiddenReasons(ledger.db, actor)
  const noteOf = (text: string) => (mayRead(actor, 'notes') ? text : '')
  const people = new Map(rows.map((row) => [row.id, row]))
  const taskOf = new Map(stored.map((task) => [task.id, task]))
  return ids.flatMap((id) => {
    const task = taskOf.get(id)
    const person = task === undefined ? undefined : people.get(task.residentId)
    if (task === undefined || person === undefined) return []
    return [
      visitTaskSchema.parse({
        ...task,
        residentName: person.name,
        sex: person.sex,
        age: person.age,
        address: person.address,
        phoneMasked: person.phoneMasked,
        careTags: person.careTags,
        reasons: (reasonsOf.get(id) ?? [])
          .map(({ reason }) => reason)
          .filter((reason) => !isHidden.has(reason)),
        addedReason: noteOf(task.addedReason),
        removedReason: noteOf(task.removedReason),
        note: noteOf(task.note),
        isAddedByHand: task.isAddedByHand === 1,
        isRemoved: task.isRemoved === 1,
      }),
    ]
  })
}

/** A rule that picks people by a care tag says of them what the tag says. */
async function hiddenReasons(db: Ledger['db'], actor: Actor): Promise<ReadonlySet<string>> {
  const hidden = careTagSchema.options.filter((careTag) => !mayReadCareTag(actor, careTag))
  if (hidden.length === 0) return new Set()
  const rules = await db
    .selectFrom('visitRule')
    .select('name')
    .where('criterion', '=', 'careTag')
    .where('value', 'in', hidden)
    .execute()
  return new Set(rules.map(({ name }) => name))
}

/** One task. Throws: notFound. */
export async function getVisitTask(ledger: Pick<Ledger, 'db' | 'actor'>, id: number): Promise<VisitTask> {
  const found = await ledger.db
    .selectFrom('visitTask')
    .select('visitRoundId')
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw new FailureError('notFound')
  const round = await getVisitRound(ledger, found.visitRoundId)
  const [task] = await loadVisitTasks(ledger, [id], round.cutoffOn)
  if (task === undefined) throw new FailureError('notFound')
  return task
}

/** The visits of one person, latest round first; removed ones are no visits. */
export async function listResidentVisits(
  ledger: Pick<Ledger, 'db' | 'actor'>,
  residentId: number,
): Promise<ResidentVisit[]> {
  const visits = await ledger.db
    .selectFrom('visitTask')
    .innerJoin('visitRound', 'visitRound.id', 'visitTask.visitRoundId')
    .select([
      'visitTask.id as visitTaskId',
      'visitRound.name as roundName',
      'outcome',
      'visitedOn',
      'visitor',
      'note',
    ])
    .where('residentId', '=', residentId)
    .where('isRemoved', '=', 0)
    .orderBy('visitRound.id', 'desc')
    .execute()
  const isNoteShown = mayRead(actorAt(ledger), 'notes')
  return visits.map((visit) => residentVisitSchema.parse({ ...visit, note: isNoteShown ? visit.note : '' }))
}
