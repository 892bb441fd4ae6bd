import type { AttachedCounts } from '../../domain/duplicate.ts'
import { mayReveal } from '../../domain/record-access.ts'
import type { Actor } from '../../domain/staff.ts'
import type { LedgerReader } from '../ledger.ts'
import { sealedMattersOf } from '../sealed-matter/sealed-matter.repository.ts'
import { seenBy } from '../sealed-matter/sealed-matter.service.ts'

/** What hangs on a record besides its own fields, as this member of staff may know it. */
export async function attachedTo(
  db: LedgerReader,
  actor: Actor,
  residentId: number,
): Promise<AttachedCounts> {
  const { visitCount } = await db
    .selectFrom('visitTask')
    .select(({ fn }) => fn.countAll<number>().as('visitCount'))
    .where('residentId', '=', residentId)
    .where('isRemoved', '=', 0)
    .executeTakeFirstOrThrow()
  const { importCount } = await db
    .selectFrom('importChange')
    .select(({ fn }) => fn.countAll<number>().as('importCount'))
    .where('residentId', '=', residentId)
    .executeTakeFirstOrThrow()
  const { housemateCount, headResidentId } = await db
    .selectFrom('resident as one')
    .innerJoin('household', 'household.id', 'one.householdId')
    .leftJoin('resident as other', (join) =>
      join
        .onRef('other.householdId', '=', 'household.id')
        .onRef('other.id', '!=', 'one.id')
        .on('other.removedAt', 'is', null),
    )
    .select(({ fn }) => fn.count<number>('other.id').as('housemateCount'))
    .select('headResidentId')
    .where('one.id', '=', residentId)
    .groupBy('household.id')
    .executeTakeFirstOrThrow()
  return {
    visitCount,
    importCount,
    housemateCount,
    isHead: headResidentId === residentId,
    sealedCount: await sealedCount(db, actor, residentId),
  }
}

/** Those that are theirs to see; null for who has none and is not in the circle. */
async function sealedCount(db: LedgerReader, actor: Actor, residentId: number): Promise<number | null> {
  const count = seenBy(actor, await sealedMattersOf(db, residentId)).length
  return count === 0 && !mayReveal(actor, 'sealedMatter') ? null : count
}
