import type { AuditEntryDraft } from '../../domain/audit.ts'
import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import type { DueResult, OtherVisit } from '../../domain/due-visit-view.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Ledger } from '../ledger.ts'
import { sealedVisits } from '../care-event/event-visit.queries.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { dueForRecording } from './due-list.queries.ts'
import type { DueVisit } from './due-visit.queries.ts'
import { settleEventVisits } from './care-visit.service.ts'
import { newTask } from './visit-round.repository.ts'
import { storedRules } from './visit-rule.queries.ts'
import {
  areAllThere,
  findOccasionTask,
  findOpenRoundTasks,
  findTask,
  insertReasons,
  insertTask,
  updateTask,
  type TaskChange,
} from './visit-task.repository.ts'

/**
 * Writes down one visit to a door: of each of these people what was due of them, in their round where they are in one.
 * Throws: staleRecord when somebody is not due any more, invalidInput naming the field.
 */
export async function recordDueVisits(
  ledger: Ledger,
  { residentIds, ...result }: DueResult,
): Promise<ChannelOutput<'dueVisit.record'>> {
  refuseFuture(ledger, result.visitedOn)
  const due = await dueForRecording(ledger, residentIds)
  const names = new Map((await storedRules(ledger.db)).map(({ id, name }) => [id, name]))
  return inTransaction(ledger, async (trx) => {
    const entries: AuditEntryDraft[] = []
    // Whoever was let pass and is visited all the same was visited.
    const columns = { ...result, isRemoved: 0, removedReason: '', recordedAt: ledger.clock.nowAt() }
    const sealed = await sealedVisits(trx, eventVisitsOf(residentIds, due, result.visitedOn))
    for (const residentId of new Set(residentIds)) {
      const visits = due.get(residentId)
      if (visits === undefined) throw new FailureError('staleRecord')
      const open = visits.filter(({ dueFromOn }) => dueFromOn <= result.visitedOn)
      if (open.length === 0) throw new FailureError('invalidInput', 'visitedOn', 'beforeDue')
      entries.push(...(await writeDown(trx, ledger, residentId, open, { columns, sealed }, names)))
    }
    return { value: { residentCount: new Set(residentIds).size }, entries: atLeastOne(entries) }
  })
}

/**
 * Decides that somebody is not visited for what is due of them, and keeps why.
 * Throws: reasonRequired, staleRecord when nothing is due any more.
 */
export async function letDueVisitPass(
  ledger: Ledger,
  { residentId, reason }: ChannelInput<'dueVisit.letPass'>,
): Promise<Record<string, never>> {
  if (reason.trim() === '') throw new FailureError('reasonRequired', 'reason')
  const visits = (await dueForRecording(ledger, [residentId])).get(residentId)
  const names = new Map((await storedRules(ledger.db)).map(({ id, name }) => [id, name]))
  return inTransaction(ledger, async (trx) => {
    if (visits === undefined) throw new FailureError('staleRecord')
    const entries: AuditEntryDraft[] = []
    for (const visit of visits) {
      const id = await taskFor(trx, visit, names)
      await changeTask(trx, ledger, id, {
        isRemoved: 1,
        removedReason: reason,
        recordedAt: ledger.clock.nowAt(),
      })
      entries.push({ action: 'removed', objectType: 'visitTask', objectId: id, reason })
    }
    return { value: {}, entries: atLeastOne(entries) }
  })
}

/** Writes down a visit that nothing asked for. Throws: notFound, invalidInput naming the field. */
export async function recordOtherVisit(
  ledger: Ledger,
  { residentIds, reason, ...result }: OtherVisit,
): Promise<ChannelOutput<'visitTask.recordOther'>> {
  refuseFuture(ledger, result.visitedOn)
  return inTransaction(ledger, async (trx) => {
    const ids = [...new Set(residentIds)]
    if (!(await areAllThere(trx, ids))) throw new FailureError('notFound')
    const entries: AuditEntryDraft[] = []
    for (const residentId of ids) {
      const task = { ...newTask(null, residentId, reason), ...result, recordedAt: ledger.clock.nowAt() }
      const id = await insertTask(trx, { ...task, isAddedByHand: 1 })
      entries.push({ action: 'added', objectType: 'visitTask', objectId: id, reason })
    }
    return { value: { residentCount: ids.length }, entries: atLeastOne(entries) }
  })
}

interface WrittenDown {
  readonly columns: TaskChange
  /** The visits to what is sealed: what was noted at such a door is written down with them alone. */
  readonly sealed: ReadonlyMap<number, number>
}

function eventVisitsOf(
  residentIds: readonly number[],
  due: ReadonlyMap<number, readonly DueVisit[]>,
  visitedOn: string,
): number[] {
  return residentIds.flatMap((id) =>
    (due.get(id) ?? []).flatMap(({ visitTaskId, dueFromOn }) =>
      visitTaskId === null || dueFromOn > visitedOn ? [] : [visitTaskId],
    ),
  )
}

/** Events and rounds have their visits already; what only rules ask for gets one row with all their names. */
async function writeDown(
  trx: LedgerTransaction,
  ledger: Ledger,
  residentId: number,
  visits: readonly DueVisit[],
  { columns, sealed }: WrittenDown,
  names: ReadonlyMap<number, string>,
): Promise<AuditEntryDraft[]> {
  const ofEvents = visits.flatMap(({ visitTaskId }) => (visitTaskId === null ? [] : [visitTaskId]))
  const festivals = visits.filter(({ kind }) => kind === 'festival').map(({ occasionOn }) => occasionOn)
  const ofRounds = await findOpenRoundTasks(trx, residentId, festivals)
  const there = [...new Set([...ofEvents, ...ofRounds])]
  const ids = there.length > 0 ? there : [await ruleTask(trx, visits, names)]
  for (const id of ids) {
    const isNoteOfIt = sealed.size === 0 || sealed.has(id)
    await changeTask(trx, ledger, id, isNoteOfIt ? columns : { ...columns, note: '' })
  }
  return ids.map((id) => ({
    action: 'changed',
    objectType: 'visitTask',
    objectId: id,
    fields: ['outcome', 'visitedOn', 'visitor', 'note'],
  }))
}

/** The row of the first of these that has one, else a new one for the first. */
async function ruleTask(
  trx: LedgerTransaction,
  visits: readonly DueVisit[],
  names: ReadonlyMap<number, string>,
): Promise<number> {
  for (const visit of visits) {
    const there = await findOccasionTask(trx, visit)
    if (there !== undefined) return there
  }
  const [first] = visits
  if (first === undefined) throw new FailureError('staleRecord')
  const id = await taskFor(trx, first, names)
  const others = visits.slice(1).flatMap(({ visitRuleId }) => names.get(visitRuleId ?? 0) ?? [])
  await insertReasons(trx, id, 1, others)
  return id
}

/** The row of what a rule asks for, made where there is none. */
async function taskFor(
  trx: LedgerTransaction,
  visit: DueVisit,
  names: ReadonlyMap<number, string>,
): Promise<number> {
  const { visitTaskId, residentId, visitRuleId, occasionOn } = visit
  if (visitTaskId !== null) return visitTaskId
  const there = await findOccasionTask(trx, visit)
  if (there !== undefined) return there
  const id = await insertTask(trx, { ...newTask(null, residentId, ''), visitRuleId, occasionOn })
  const name = names.get(visitRuleId ?? 0)
  if (name !== undefined) await insertReasons(trx, id, 0, [name])
  return id
}

async function changeTask(
  trx: LedgerTransaction,
  ledger: Ledger,
  id: number,
  columns: TaskChange,
): Promise<void> {
  const task = await findTask(trx, { id })
  if (task === undefined) throw new FailureError('notFound')
  await updateTask(trx, task, columns)
  if (task.careEventId !== null) await settleEventVisits(trx, ledger, task.careEventId)
}

function refuseFuture(ledger: Ledger, visitedOn: string): void {
  if (visitedOn > ledger.clock.todayOn()) throw new FailureError('invalidInput', 'visitedOn')
}

function atLeastOne(entries: readonly AuditEntryDraft[]): readonly [AuditEntryDraft, ...AuditEntryDraft[]] {
  const [first, ...others] = entries
  if (first === undefined) throw new FailureError('staleRecord')
  return [first, ...others]
}
