import { mergedVisit, type VisitFacts } from '../../domain/duplicate/merged-visit.ts'
import { draftKey } from '../../domain/draft-key.ts'
import type { LedgerTransaction } from '../transaction.ts'
import type { MergedIds } from './merge-attached.service.ts'
import type { MergeJournal } from './merge-journal.service.ts'
import { findRows } from './table-row.repository.ts'
import type { TableRow } from './table-row.ts'

/** Moves the visits of the other record over; two of one round become one, with the result that was recorded. */
export async function mergeVisits(
  trx: LedgerTransaction,
  journal: MergeJournal,
  { keptId, mergedId }: MergedIds,
): Promise<void> {
  const there = await findRows(trx, 'visitTask', { residentId: keptId })
  for (const row of there) journal.note('visitTask', row)
  const taskOfRound = new Map(there.map((task) => [task['visitRoundId'], task]))
  for (const task of await findRows(trx, 'visitTask', { residentId: mergedId })) {
    const same = taskOfRound.get(task['visitRoundId'])
    if (same === undefined) await journal.change('visitTask', task, { residentId: keptId })
    else await joinTasks(trx, journal, same, task)
  }
}

async function joinTasks(
  trx: LedgerTransaction,
  journal: MergeJournal,
  kept: TableRow,
  merged: TableRow,
): Promise<void> {
  const result: VisitFacts = mergedVisit(factsOf(kept), factsOf(merged))
  await journal.change('visitTask', kept, { ...result, revision: Number(kept['revision']) + 1 })
  const reasons = await findRows(trx, 'visitTaskReason', { visitTaskId: idOf(kept) })
  const others = await findRows(trx, 'visitTaskReason', { visitTaskId: idOf(merged) })
  const known = new Set(reasons.map(({ reason }) => reason))
  let position = Math.max(-1, ...reasons.map((reason) => Number(reason['position'])))
  for (const row of others.filter(({ reason }) => !known.has(reason ?? null))) {
    position += 1
    await journal.add('visitTaskReason', { ...row, visitTaskId: idOf(kept), position })
  }
  const drafts = await findRows(trx, 'formDraft', {
    formKey: draftKey({ form: 'visitTask', id: idOf(merged) }),
  })
  for (const draft of drafts) await journal.take('formDraft', draft)
  for (const row of others) await journal.take('visitTaskReason', row)
  await journal.take('visitTask', merged)
}

function idOf(task: TableRow): number {
  return Number(task['id'])
}

function factsOf(task: TableRow): VisitFacts {
  const text = (column: string) => String(task[column] ?? '')
  return {
    isRemoved: Number(task['isRemoved']),
    removedReason: text('removedReason'),
    outcome: text('outcome'),
    visitedOn: task['visitedOn'] === null ? null : text('visitedOn'),
    visitor: text('visitor'),
    note: text('note'),
  }
}
