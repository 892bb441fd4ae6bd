import { mergedVisit, type VisitFacts } from '../../domain/duplicate/merged-visit.ts'
import { draftKey } from '../../domain/draft-key.ts'
import type { LedgerTransaction } from '../transaction.ts'
import type { MergedIds } from './merge-attached.service.ts'
import type { MergeJournal } from './merge-journal.service.ts'
import { findRows } from './table-row.repository.ts'
import type { TableRow } from './table-row.ts'

/** Moves the visits of the other record over; two of one round or of one occasion become one, with the result that was recorded. */
export async function mergeVisits(
  trx: LedgerTransaction,
  journal: MergeJournal,
  { keptId, mergedId }: MergedIds,
): Promise<void> {
  const there = await findRows(trx, 'visitTask', { residentId: keptId })
  for (const row of there) journal.note('visitTask', row)
  const taskOf = new Map(there.map((task) => [occasionOf(task), task]))
  for (const task of await findRows(trx, 'visitTask', { residentId: mergedId })) {
    const same = taskOf.get(occasionOf(task))
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
  for (const entry of await findRows(trx, 'diaryEntry', { visitTaskId: idOf(merged) }))
    await journal.change('diaryEntry', entry, { visitTaskId: idOf(kept) })
  for (const draft of drafts) await journal.take('formDraft', draft)
  for (const row of others) await journal.take('visitTaskReason', row)
  await journal.take('visitTask', merged)
}

/** What two visits of one person are the same by; a visit of no round and no rule is like no other. */
function occasionOf(task: TableRow): string {
  if (task['visitRoundId'] !== null) return `round ${String(task['visitRoundId'])}`
  if (task['visitRuleId'] === null || task['careEventId'] !== null) return `task ${String(task['id'])}`
  return `rule ${String(task['visitRuleId'])} ${String(task['occasionOn'])}`
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
    recordedAt: task['recordedAt'] === null ? null : text('recordedAt'),
    note: text('note'),
  }
}
