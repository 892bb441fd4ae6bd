import type { Recycled } from '../../domain/record-timeline.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'
import { loadResidentRows } from './resident-row.queries.ts'

/** One page of the recycle bin, what was put in last first. */
export async function listRemovedResidents(
  ledger: Ledger,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ totalCount: number; rows: Recycled[] }> {
  return inOneMoment(ledger, async (db) => {
    const removed = db.selectFrom('resident').where('removal', '=', 'deleted')
    const { totalCount } = await removed
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow()
    const page = await removed
      .select(['id', 'removedAt'])
      .orderBy('removedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
    const ids = page.map(({ id }) => id)
    if (ids.length === 0) return { totalCount, rows: [] }
    const changes = await db
      .selectFrom('recordChange')
      .select(['residentId', 'staffName', 'reason'])
      .where('residentId', 'in', ids)
      .where('field', '=', 'record')
      .where('after', '=', 'removed')
      .orderBy('id')
      .execute()
    const last = new Map(changes.map((change) => [change.residentId, change]))
    const removedAt = new Map(page.map((row) => [row.id, row.removedAt ?? '']))
    const rows = await loadResidentRows(db, actorAt(ledger), ids, ledger.clock.todayOn())
    return {
      totalCount,
      rows: rows.map(({ id, name, idNumberMasked, address }) => ({
        id,
        name,
        idNumberMasked,
        address,
        removedAt: removedAt.get(id) ?? '',
        removedBy: last.get(id)?.staffName ?? '',
        reason: last.get(id)?.reason ?? '',
      })),
    }
  })
}
