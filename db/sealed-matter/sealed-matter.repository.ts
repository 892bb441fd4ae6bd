import { sealedMatterSchema, type SealedMatter } from '../../domain/sealed-matter.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** Shape: in the order of their kinds. */
export async function sealedMattersOf(
  db: LedgerReader | LedgerTransaction,
  residentId: number,
): Promise<SealedMatter[]> {
  const rows = await db
    .selectFrom('sealedMatter')
    .select(['kind', 'fromOn', 'toOn', 'note'])
    .where('residentId', '=', residentId)
    .orderBy('kind')
    .execute()
  return rows.map((row) => sealedMatterSchema.parse(row))
}

/** Shape: without the notes, by person and in the order of their kinds. */
export async function allSealedMatters(
  trx: LedgerTransaction,
): Promise<ReadonlyMap<number, readonly Omit<SealedMatter, 'note'>[]>> {
  const rows = await trx
    .selectFrom('sealedMatter')
    .innerJoin('resident', 'resident.id', 'sealedMatter.residentId')
    .select(['residentId', 'kind', 'fromOn', 'toOn'])
    .where('removedAt', 'is', null)
    .orderBy('residentId')
    .orderBy('kind')
    .execute()
  const matters = rows.map(({ residentId, ...row }) => ({
    residentId,
    matter: sealedMatterSchema.omit({ note: true }).parse(row),
  }))
  const people = Map.groupBy(matters, ({ residentId }) => residentId)
  return new Map([...people].map(([id, of]) => [id, of.map(({ matter }) => matter)]))
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
