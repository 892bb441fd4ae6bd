import { mergeFields, mergeParts, type MergePart, type MergeUndo } from '../../domain/duplicate-merge.ts'
import { FailureError } from '../../domain/failure.ts'
import { presenceAfter } from '../../domain/life-event.ts'
import { settleHouseholds } from '../household/household.service.ts'
import type { Ledger } from '../ledger.ts'
import { lifeEventsOf } from '../life/life-event.queries.ts'
import { changeBy, recordDifferences, type ChangeBy } from '../resident/record-change.service.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { storedDraft } from '../resident/resident.table.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { attachedBy, attachedTables } from './attached-tables.ts'
import { identityOf } from './merge-attached.service.ts'
import { columnsOfMerge } from './merge-columns.ts'
import { homeAgain } from './merged-home.service.ts'
import { hasValues, pick } from './merge-journal.service.ts'
import {
  findMerge,
  isMergedSince,
  itemsOfMerge,
  markMergeUndone,
  type MergeItem,
  type MergeRecord,
} from './resident-merge.repository.ts'
import { deleteRows, findRows, insertRow, keyColumns, nextRowId, updateRows } from './table-row.repository.ts'
import type { TableRow } from './table-row.ts'

interface Step {
  readonly table: string
  readonly before: TableRow | null
  readonly after: TableRow | null
}

/**
 * Brings both records back as they were; what people did since stays with the kept one and is named.
 * Throws: notFound, mergeUndone, mergeNotLast, duplicateIdNumber when somebody else has the number by now.
 */
export async function undoMerge(ledger: Ledger, mergeId: number): Promise<MergeUndo> {
  const by = changeBy(ledger, 'unmerge')
  return inTransaction(ledger, async (trx) => {
    const merge = await findMerge(trx, mergeId)
    if (merge === undefined) throw new FailureError('notFound')
    if (merge.undoneAt !== null) throw new FailureError('mergeUndone')
    if (await isMergedSince(trx, merge)) throw new FailureError('mergeNotLast')
    const { keptResidentId: keptId, mergedResidentId: mergedId } = merge
    const steps = (await itemsOfMerge(trx, mergeId)).map(stepOf)
    const addedParts = await partsAdded(trx, keptId, steps)
    const [kept] = await loadStoredResidents(trx, [keptId])
    const changed = await undoSteps(trx, steps.toReversed(), merge, by.at)
    await settlePresence(trx, [keptId, mergedId])
    if (await settleHomes(trx, [keptId, mergedId], by)) changed.add('home')
    await markMergeUndone(trx, mergeId, by.at)
    const [restored] = await loadStoredResidents(trx, [keptId])
    if (kept !== undefined && restored !== undefined)
      await recordDifferences(
        trx,
        [{ id: keptId, before: storedDraft(kept), draft: storedDraft(restored) }],
        by,
      )
    const changedParts = mergeParts.filter((part) => changed.has(part))
    return {
      value: { keptId, mergedId, changedParts, addedParts },
      entries: [
        {
          action: 'unmerged',
          objectType: 'resident',
          objectId: keptId,
          fields: [...changedParts, ...addedParts],
          detail: { otherId: mergedId },
        },
      ],
    }
  })
}

function stepOf({ tableName, before, after }: MergeItem): Step {
  // Written by the journal, from rows of strict tables.
  const row = (text: string) => (text === '' ? null : (JSON.parse(text) as TableRow))
  return { table: tableName, before: row(before), after: row(after) }
}

/** Takes the steps back, the last one first; answers what was left because it is another by now. */
async function undoSteps(
  trx: LedgerTransaction,
  steps: readonly Step[],
  merge: MergeRecord,
  now: string,
): Promise<Set<MergePart>> {
  const changed = new Set<MergePart>()
  const renamedTasks = new Map<number, number>()
  for (const { table, before, after } of steps) {
    if (after === null) {
      if (before === null) continue
      const there = await givenBackSince(trx, table, before)
      if (there === undefined) await putBack(trx, table, before, renamedTasks)
      else if (!hasValues(there, before)) addPart(changed, table)
      continue
    }
    const key = pick(after, before === null ? await addedKey(trx, table) : await keyColumns(trx, table))
    const [row] = await findRows(trx, table, key)
    if (table === 'resident' && before !== null && row !== undefined) {
      const isWhole = row['id'] === merge.mergedResidentId
      const home = isWhole ? merge.mergedHome : row['id'] === merge.keptResidentId ? merge.keptHome : null
      await restoreRecord(trx, row, { before, after, isWhole, home, now }, changed)
    } else if (before !== null && JSON.stringify(before) === JSON.stringify(after)) {
      continue
    } else if (row === undefined || !hasValues(row, after, before === null)) {
      addPart(changed, table)
    } else if (before === null) {
      await deleteRows(trx, table, key)
    } else {
      const task = renamedTasks.get(Number(before['visitTaskId']))
      await updateRows(trx, table, key, task === undefined ? before : { ...before, visitTaskId: task })
    }
  }
  return changed
}

function addPart(parts: Set<MergePart>, table: string): void {
  const part = attachedTables.find((attached) => attached.table === table)?.part ?? null
  if (part !== null) parts.add(part)
}

/** What a merge took out of a list because it was sealed is there again once it is not sealed any more. */
async function givenBackSince(
  trx: LedgerTransaction,
  table: string,
  row: TableRow,
): Promise<TableRow | undefined> {
  if (!attachedBy('joined').some((attached) => attached.table === table)) return undefined
  const [there] = await findRows(trx, table, pick(row, await addedKey(trx, table)))
  return there
}

/** Lists are written anew with every change of a record, so places in them tell nothing. */
async function addedKey(trx: LedgerTransaction, table: string): Promise<readonly string[]> {
  const list = attachedBy('copied', 'joined').find((attached) => attached.table === table)
  return list === undefined ? keyColumns(trx, table) : [list.column, ...list.identity]
}

interface Restoration {
  readonly before: TableRow
  readonly after: TableRow
  /** True for the record that was merged into the other. */
  readonly isWhole: boolean
  /** Where the person lived; null for one of whom the merge changed nothing but the marriage. */
  readonly home: string | null
  readonly now: string
}

/** Field by field: what somebody changed since the merge stays. */
async function restoreRecord(
  trx: LedgerTransaction,
  row: TableRow,
  { before, after, isWhole, home, now }: Restoration,
  changed: Set<MergePart>,
): Promise<void> {
  const restored: Record<string, string | number | null> = {}
  for (const field of mergeFields) {
    const columns = columnsOfMerge[field].filter(
      (column) => column in after && before[column] !== after[column],
    )
    if (columns.length === 0) continue
    if (isWhole || hasValues(row, pick(after, columns))) Object.assign(restored, pick(before, columns))
    else changed.add(field)
  }
  if (home !== null && 'householdId' in restored) restored['householdId'] = await homeAgain(trx, home)
  if (isWhole) Object.assign(restored, pick(before, ['removedAt', 'removal']))
  if (Object.keys(restored).length === 0) return
  const revision = Number(row['revision']) + 1
  await updateRows(trx, 'resident', pick(row, ['id']), { ...restored, revision, updatedAt: now })
}

/** A row that the merge took away; a task whose number was given to another one since gets a new one. */
async function putBack(
  trx: LedgerTransaction,
  table: string,
  row: TableRow,
  renamedTasks: Map<number, number>,
): Promise<void> {
  const newTask = renamedTasks.get(Number(row['visitTaskId']))
  if (table === 'visitTask') {
    const id = Number(row['id'])
    const isTaken = (await findRows(trx, table, { id })).length > 0
    const wanted = isTaken ? await nextRowId(trx, table) : id
    renamedTasks.set(id, wanted)
    await insertRow(trx, table, { ...row, id: wanted })
  } else if (table === 'formDraft') {
    const id = renamedTasks.get(Number(String(row['formKey']).split(':')[1]))
    await insertRow(trx, table, id === undefined ? row : { ...row, formKey: `visitTask:${String(id)}` })
  } else {
    await insertRow(trx, table, newTask === undefined ? row : { ...row, visitTaskId: newTask })
  }
}

/** What hangs on the kept record that neither was there before the merge nor came by it. */
async function partsAdded(
  trx: LedgerTransaction,
  keptId: number,
  steps: readonly Step[],
): Promise<MergePart[]> {
  const parts = new Set<MergePart>()
  for (const attached of attachedTables) {
    const { table, column, part, way } = attached
    if (part === null || way === 'head' || way === 'spouse') continue
    const known = new Set(
      steps
        .filter((step) => step.table === table)
        .flatMap(({ after }) => (after === null ? [] : [identityOf(attached, after)])),
    )
    const rows = await findRows(trx, table, { [column]: keptId })
    if (rows.some((row) => !known.has(identityOf(attached, row)))) parts.add(part)
  }
  return mergeParts.filter((part) => parts.has(part))
}

/** Where each of the two is follows from what is told of that one by now. */
async function settlePresence(trx: LedgerTransaction, ids: readonly number[]): Promise<void> {
  for (const id of ids)
    await updateRows(trx, 'resident', { id }, { presence: presenceAfter(await lifeEventsOf(trx, id)) })
}

/** One head for each home, whoever is it now; answers whether somebody had to give that up. */
async function settleHomes(trx: LedgerTransaction, ids: readonly number[], by: ChangeBy): Promise<boolean> {
  const relations = async () =>
    (await loadStoredResidents(trx, ids)).map(({ record }) => record.relationToHead)
  const before = await relations()
  const householdIds = (await loadStoredResidents(trx, ids)).map(({ record }) => record.householdId)
  await settleHouseholds(trx, [...new Set(householdIds)], [], by)
  return JSON.stringify(before) !== JSON.stringify(await relations())
}
