import { sealedMatterSchema, type SealedMatter } from '../../domain/sealed-matter.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** Shape: in the order of their kinds. */
export async function sealedMattersOf(trx: LedgerTransaction, residentId: number): Promise<SealedMatter[]> {
  const rows = await trx
    .selectFrom('sealedMatter')
    .select(['kind', 'fromOn', 'toOn', 'note'])
    .where('residentId', '=', residentId)
    .orderBy('kind')
    .execute()
  return rows.map((row) => sealedMatterSchema.parse(row))
}

export async function replaceSealedMatters(
  trx: LedgerTransaction,
  residentId: number,
  matters: readonly SealedMatter[],
): Promise<void> {
  await trx.deleteFrom('sealedMatter').where('residentId', '=', residentId).execute()
  const rows = matters.map((matter) => ({ residentId, ...matter }))
  if (rows.length > 0) await trx.insertInto('sealedMatter').values(rows).execute()
}
