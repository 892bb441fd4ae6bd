import { bulkRunSchema, mayMake, type BulkRun } from '../../domain/bulk-change.ts'
import { FailureError } from '../../domain/failure.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'

/** Unit: changes; older ones can be found in the audit trail, and on each person's page. */
const listedRuns = 20

/** The last changes of many people that whoever asks might have made, the newest first. */
export async function listBulkChanges(ledger: Ledger): Promise<BulkRun[]> {
  const actor = actorAt(ledger)
  const rows = await ledger.db.selectFrom('bulkChange').selectAll().orderBy('id', 'desc').limit(200).execute()
  return rows
    .map(bulkRunOf)
    .filter(({ change }) => mayMake(actor, change))
    .slice(0, listedRuns)
}

/** One of them. Throws: notFound. */
export async function bulkChangeById(db: LedgerReader, id: number): Promise<BulkRun> {
  const row = await db.selectFrom('bulkChange').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new FailureError('notFound')
  return bulkRunOf(row)
}

/** What a change did to each person who is still in the ledger. */
export async function bulkChangeItems(db: LedgerReader, bulkChangeId: number) {
  return db
    .selectFrom('bulkChangeItem')
    .select(['residentId', 'before', 'after'])
    .where('bulkChangeId', '=', bulkChangeId)
    .orderBy('residentId')
    .execute()
}

interface StoredRun {
  readonly id: number
  readonly changedAt: string
  readonly staffName: string
  readonly change: string
  readonly changedCount: number
  readonly undoneAt: string | null
}

function bulkRunOf({ id, changedAt, staffName, change, changedCount, undoneAt }: StoredRun): BulkRun {
  const parsed: unknown = JSON.parse(change)
  return bulkRunSchema.parse({ id, changedAt, staffName, change: parsed, changedCount, undoneAt })
}
