import { fieldsOfMerge, mergeFields, type MergeRequest } from '../../domain/duplicate-merge.ts'
import { FailureError } from '../../domain/failure.ts'
import { presenceAfter } from '../../domain/life-event.ts'
import type { Presence } from '../../domain/resident.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { lifeEventsOf } from '../life/life-event.queries.ts'
import { changeBy, recordDifferences } from '../resident/record-change.service.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { mergeClaims } from './merge-claims.service.ts'
import { mergeLists, moveAttached } from './merge-attached.service.ts'
import { choicesOf, chosenColumns, otherDocument } from './merge-fields.ts'
import { homeText } from './merged-home.service.ts'
import { mergeJournal } from './merge-journal.service.ts'
import { settleHeads, settleSpouses } from './merge-relations.service.ts'
import { takeSealedOut, takeTellingReasonsOut } from './merge-sealed.service.ts'
import { mergeVisits } from './merge-visits.service.ts'
import { insertMerge } from './resident-merge.repository.ts'
import { forgetPairs } from './scan-duplicates.service.ts'
import { findRows } from './table-row.repository.ts'
import type { TableRow } from './table-row.ts'

/**
 * Makes one record of two: the kept one gets the values that were chosen and all that hangs on the other, which leaves
 * every list. Nothing is lost: what each row was is kept, so that it can be taken back.
 * Throws: notFound, staleRecord, mergeTooMany.
 */
export async function mergeResidents(ledger: Ledger, request: MergeRequest): Promise<{ mergeId: number }> {
  const by = changeBy(ledger, 'merge')
  const { keptId, mergedId } = request
  const mergeId = await inTransaction(ledger, async (trx) => {
    const kept = await livingRow(trx, keptId, request.keptRevision)
    const merged = await livingRow(trx, mergedId, request.mergedRevision)
    const before = await residentOf(trx, keptId)
    const other = await residentOf(trx, mergedId)
    const choices = choicesOf(request.choices, kept, actorAt(ledger))
    const changes = { ...chosenColumns(choices, kept, merged), ...(await presenceOfBoth(trx, request)) }
    const journal = mergeJournal(trx)
    await journal.change('resident', merged, {
      removedAt: by.at,
      removal: 'merged',
      // Whose home is left empty goes on living there, out of sight, so that the home is still there afterwards.
      ...('householdId' in changes ? { householdId: kept['householdId'] ?? null } : {}),
      ...grown(merged, by.at),
    })
    await journal.change('resident', kept, { ...changes, ...grown(kept, by.at) })
    const document = otherDocument(choices.document, kept, merged)
    await mergeLists(trx, journal, request, {
      residentDocument: document === null ? [] : [{ residentId: keptId, position: 0, ...document, note: '' }],
    })
    await takeSealedOut(trx, journal, keptId)
    await moveAttached(trx, journal, request)
    await mergeVisits(trx, journal, request)
    await mergeClaims(trx, journal, request)
    await takeTellingReasonsOut(trx, journal, keptId)
    await settleSpouses(trx, journal, request, by)
    await settleHeads(trx, journal, [Number(kept['householdId']), Number(merged['householdId'])])
    const id = await insertMerge(
      trx,
      {
        keptResidentId: keptId,
        mergedResidentId: mergedId,
        mergedAt: by.at,
        staffId: actorAt(ledger).staffId,
        undoneAt: null,
        keptHome: homeText(before),
        mergedHome: homeText(other),
      },
      journal.items(),
    )
    await recordDifferences(trx, [{ id: keptId, before, draft: await residentOf(trx, keptId) }], by)
    const fields = mergeFields.flatMap((field) => (choices[field] === 'kept' ? [] : fieldsOfMerge[field]))
    return {
      value: id,
      entries: [
        { action: 'merged', objectType: 'resident', objectId: keptId, fields, detail: { otherId: mergedId } },
      ],
    }
  })
  await forgetPairs(ledger, ({ firstId, secondId }) => firstId === mergedId || secondId === mergedId)
  return { mergeId }
}

async function livingRow(trx: LedgerTransaction, id: number, revision: number): Promise<TableRow> {
  const [row] = await findRows(trx, 'resident', { id, removedAt: null })
  if (row === undefined) throw new FailureError('notFound')
  if (row['revision'] !== revision) throw new FailureError('staleRecord')
  return row
}

/** Where the one person is follows from what happened to both records, as it does for everybody. */
async function presenceOfBoth(
  trx: LedgerTransaction,
  { keptId, mergedId }: MergeRequest,
): Promise<{ readonly presence?: Presence }> {
  const events = [...(await lifeEventsOf(trx, keptId)), ...(await lifeEventsOf(trx, mergedId))]
  return events.length === 0 ? {} : { presence: presenceAfter(events) }
}

function grown(row: TableRow, updatedAt: string): TableRow {
  return { revision: Number(row['revision']) + 1, updatedAt }
}
