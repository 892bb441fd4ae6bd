import { randomUUID } from 'node:crypto'
import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import { bulkItemText } from '../../domain/labels/bulk-change.zh.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { chosenIds } from '../resident/chosen-residents.queries.ts'
import { loadResidentRows } from '../resident/resident-row.queries.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import type { LedgerOperations, OperationContext } from '../ledger-operations.ts'
import { inOneMoment } from '../transaction.ts'
import { applyBulkChange } from './apply-bulk-change.service.ts'
import { listBulkChanges } from './bulk-change.queries.ts'
import { forgetPlan, stagedPlan, stagePlan } from './bulk-staging.ts'
import { planBulkChange } from './plan-bulk-change.ts'
import { undoBulkChange } from './undo-bulk-change.service.ts'

/** What the ledger answers about changing many people at once. */
export const bulkChangeOperations = {
  'bulkChange.preview': preview,
  'bulkChange.rows': rowsOfPreview,
  'bulkChange.apply': async (ledger, { handle }, context) => {
    const run = await applyBulkChange(ledger, stagedPlan(ledger, handle), context)
    forgetPlan(ledger)
    return run
  },
  'bulkChange.list': (ledger) => listBulkChanges(ledger),
  'bulkChange.undo': (ledger, { id }, context) => undoBulkChange(ledger, id, context),
} satisfies LedgerOperations<
  'bulkChange.preview' | 'bulkChange.rows' | 'bulkChange.apply' | 'bulkChange.list' | 'bulkChange.undo'
>

async function preview(
  ledger: Ledger,
  { selection, change }: ChannelInput<'bulkChange.preview'>,
  context: OperationContext,
): Promise<ChannelOutput<'bulkChange.preview'>> {
  const ids = await chosenIds(ledger, selection)
  const plan = await planBulkChange(ledger, change, ids, context)
  const handle = randomUUID()
  stagePlan(ledger, { ...plan, handle, staffId: actorAt(ledger).staffId })
  const counts = { change: 0, same: 0, refuse: 0 }
  for (const { verdict } of plan.people) counts[verdict] += 1
  return { handle, counts }
}

async function rowsOfPreview(
  ledger: Ledger,
  { handle, verdict, offset, limit }: ChannelInput<'bulkChange.rows'>,
): Promise<ChannelOutput<'bulkChange.rows'>> {
  const { change, people } = stagedPlan(ledger, handle)
  const ofVerdict = people.filter((person) => person.verdict === verdict)
  const page = ofVerdict.slice(offset, offset + limit)
  const ids = page.map(({ residentId }) => residentId)
  const { shown, ownFields } = await inOneMoment(ledger, async (db) => ({
    shown: await loadResidentRows(db, actorAt(ledger), ids, ledger.clock.todayOn()),
    ownFields: await listOwnFields(db),
  }))
  const rowOf = new Map(shown.map((row) => [row.id, row]))
  return {
    totalCount: ofVerdict.length,
    rows: page.map(({ residentId, refusal, before, after }) => ({
      residentId,
      name: rowOf.get(residentId)?.name ?? '',
      address: rowOf.get(residentId)?.address ?? '',
      verdict,
      refusal,
      before: bulkItemText(change, before, ownFields),
      after: bulkItemText(change, after, ownFields),
    })),
  }
}
