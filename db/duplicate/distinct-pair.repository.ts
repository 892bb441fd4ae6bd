import type { Insertable, Selectable } from 'kysely'
import type { DuplicatePair } from '../../domain/duplicate.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export type DistinctPairRecord = Selectable<LedgerSchema['distinctPair']>

export async function allDistinctPairs(db: LedgerReader): Promise<DistinctPairRecord[]> {
  return db.selectFrom('distinctPair').selectAll().execute()
}

/** Shape: the ids in either order. */
export async function distinctPairOf(
  db: LedgerReader,
  pair: DuplicatePair,
): Promise<(DistinctPairRecord & { readonly staffName: string }) | undefined> {
  const { firstResidentId, secondResidentId } = inOrder(pair)
  return db
    .selectFrom('distinctPair')
    .leftJoin('staff', 'staff.id', 'distinctPair.staffId')
    .selectAll('distinctPair')
    .select(({ fn, val }) => fn.coalesce('staff.name', val('')).as('staffName'))
    .where('firstResidentId', '=', firstResidentId)
    .where('secondResidentId', '=', secondResidentId)
    .executeTakeFirst()
}

export async function putDistinctPair(
  trx: LedgerTransaction,
  pair: Insertable<LedgerSchema['distinctPair']>,
): Promise<void> {
  await trx
    .insertInto('distinctPair')
    .values(pair)
    .onConflict((conflict) =>
      conflict.columns(['firstResidentId', 'secondResidentId']).doUpdateSet({
        reason: pair.reason,
        evidence: pair.evidence,
        decidedAt: pair.decidedAt,
        staffId: pair.staffId,
      }),
    )
    .execute()
}

/** Answers whether there was such a pair. */
export async function deleteDistinctPair(trx: LedgerTransaction, pair: DuplicatePair): Promise<boolean> {
  const { firstResidentId, secondResidentId } = inOrder(pair)
  const { numDeletedRows } = await trx
    .deleteFrom('distinctPair')
    .where('firstResidentId', '=', firstResidentId)
    .where('secondResidentId', '=', secondResidentId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Shape: the ids as the table has them. */
export function inOrder({ firstId, secondId }: DuplicatePair) {
  return { firstResidentId: Math.min(firstId, secondId), secondResidentId: Math.max(firstId, secondId) }
}
