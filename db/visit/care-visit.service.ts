import { addDays, type CalendarDate } from '../../domain/calendar-date.ts'
import { isVisitWanted, nextVisitBase, ruleKindOf } from '../../domain/care-event.ts'
import { careEventLabels } from '../../domain/labels/care-event.zh.ts'
import { longestWindowDays, type VisitTriggerKind } from '../../domain/visit-rule.ts'
import { eventFacts, eventsToSettle, type EventFacts } from '../care-event/care-event.queries.ts'
import { whoIsVisited } from '../care-event/visited-person.queries.ts'
import type { Ledger } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { newTask } from './visit-round.repository.ts'
import type { StoredRule } from './visit-rule-row.ts'
import { storedRules } from './visit-rule.queries.ts'
import {
  deleteTasks,
  insertTask,
  setTasksRemoved,
  tasksOfEvent,
  tasksWithoutDay,
  updateTask,
  type TaskRecord,
} from './visit-task.repository.ts'
import { peopleOfRule } from './visit-target.queries.ts'

const { noMoreVisit } = careEventLabels

type Rules = Pick<Ledger, 'db' | 'raw'>

/**
 * Brings the visits of an event to what they have to be: one that is open while one is wanted and a rule asks for it, with
 * the day and the worker of now. What was made or tried stays, and nothing comes back that somebody let pass.
 */
export async function settleEventVisits(
  trx: LedgerTransaction,
  ledger: Rules,
  careEventId: number,
): Promise<void> {
  const event = await eventFacts(trx, careEventId)
  if (event === null) return
  const tasks = await tasksOfEvent(trx, careEventId)
  const open = tasks.filter(({ isRemoved, outcome }) => isRemoved === 0 && outcome !== 'done')
  const rule = await ruleFor(trx, ledger, event)
  const baseOn = nextVisitBase(event, doneDays(tasks), rule?.isRepeating ?? false)
  if (!isVisitWanted(event) || baseOn === null) {
    await closeVisits(trx, open)
    return
  }
  const [kept, ...others] = open
  await deleteTasks(
    trx,
    others.filter(({ outcome }) => outcome === 'pending').map(({ id }) => id),
  )
  const waiting = tasks.findLast(
    ({ isRemoved, removedReason }) => isRemoved === 1 && removedReason === noMoreVisit,
  )
  if (kept === undefined && waiting !== undefined) {
    await setTasksRemoved(trx, [waiting.id], { isRemoved: 0, removedReason: '' })
    await bringUpToDate(trx, { ...waiting, revision: waiting.revision + 1 }, event, { rule, baseOn })
  } else if (kept !== undefined) await bringUpToDate(trx, kept, event, { rule, baseOn })
  else if (tasks.every(({ isRemoved }) => isRemoved === 0)) await plan(trx, event, { rule, baseOn })
}

/** The same of the events for which somebody is still to go, and of those of the last weeks that have brought no visit yet, once a rule of such a kind was changed. */
export async function settleAfterRules(
  trx: LedgerTransaction,
  ledger: Pick<Ledger, 'db' | 'raw' | 'clock'>,
  kinds: readonly VisitTriggerKind[],
): Promise<void> {
  if (!kinds.includes('familyEvent') && !kinds.includes('hospitalStay')) return
  const fromOn = addDays(ledger.clock.todayOn(), -longestWindowDays)
  for (const id of await eventsToSettle(trx, fromOn)) await settleEventVisits(trx, ledger, id)
}

/** An event is taken back: nobody is to go any more; visits that were made stay, and say no more what for where that may be told. */
export async function forgetEventVisits(
  trx: LedgerTransaction,
  careEventId: number,
  isSealed: boolean,
): Promise<void> {
  const tasks = await tasksOfEvent(trx, careEventId)
  const untouched = tasks.filter(({ outcome }) => outcome === 'pending')
  await deleteTasks(
    trx,
    untouched.map(({ id }) => id),
  )
  // What was noted on a visit of a sealed event stays as sealed as it was.
  const tried = tasks.filter(({ outcome }) => outcome !== 'pending')
  if (isSealed) {
    const ids = tried.map(({ id }) => id)
    await tasksWithoutDay(trx, ids)
    return
  }
  for (const task of tried)
    await updateTask(trx, task, { careEventId: null, visitRuleId: null, occasionOn: null })
}

interface Planned {
  readonly rule: StoredRule | undefined
  readonly baseOn: CalendarDate
}

async function plan(trx: LedgerTransaction, event: EventFacts, { rule, baseOn }: Planned): Promise<void> {
  const residentId = await whoIsVisited(trx, event)
  if (rule === undefined || residentId === null) return
  await insertTask(trx, {
    ...newTask(null, residentId, ''),
    visitRuleId: rule.id,
    occasionOn: addDays(baseOn, rule.daysAfter),
    careEventId: event.id,
    staffId: event.staffId,
  })
}

/** A visit whose rule is switched off keeps it, and is due again with it. */
async function bringUpToDate(
  trx: LedgerTransaction,
  task: TaskRecord,
  event: EventFacts,
  { rule, baseOn }: Planned,
): Promise<void> {
  const day = rule === undefined ? {} : { visitRuleId: rule.id, occasionOn: addDays(baseOn, rule.daysAfter) }
  const columns = { staffId: event.staffId, ...day }
  const isSame = Object.entries(columns).every(
    ([column, value]) => task[column as keyof TaskRecord] === value,
  )
  if (!isSame) await updateTask(trx, task, columns)
}

/** Nobody went: that is taken off the list, until somebody is to go after all. Somebody tried: that stays, without a day to go. */
async function closeVisits(trx: LedgerTransaction, open: readonly TaskRecord[]): Promise<void> {
  const idsOf = (tasks: readonly TaskRecord[]) => tasks.map(({ id }) => id)
  const untouched = open.filter(({ outcome }) => outcome === 'pending')
  if (untouched.length > 0)
    await setTasksRemoved(trx, idsOf(untouched), { isRemoved: 1, removedReason: noMoreVisit })
  await tasksWithoutDay(trx, idsOf(open.filter(({ outcome }) => outcome !== 'pending')))
}

function doneDays(tasks: readonly TaskRecord[]): string[] {
  return tasks.flatMap(({ outcome, visitedOn, isRemoved }) =>
    outcome === 'done' && isRemoved === 0 && visitedOn !== null ? [visitedOn] : [],
  )
}

/** The first rule that is switched on, is about such events and means the person. */
async function ruleFor(
  trx: LedgerTransaction,
  ledger: Rules,
  event: EventFacts,
): Promise<StoredRule | undefined> {
  const rules = (await storedRules(trx)).filter(
    ({ isActive, trigger, startsOn, daysAfter }) =>
      isActive && trigger.kind === ruleKindOf(event.kind) && addDays(event.reportedOn, daysAfter) >= startsOn,
  )
  return rules.find((rule) => {
    const meant = peopleOfRule(ledger, rule, event.reportedOn)
    return meant === 'everybody' || meant.has(event.residentId)
  })
}
