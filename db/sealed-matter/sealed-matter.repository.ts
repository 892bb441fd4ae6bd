import { sealedContentSchema, type SealedContent } from '../../domain/sealed-content.ts'
import { sealedMatterSchema, type SealedMatter } from '../../domain/sealed-matter.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** In the table for a matter that names no worker. */
const wholeCircle = 0

type Reader = LedgerReader | LedgerTransaction

/** Shape: all matters of people who are not in the recycle bin, or of one of them, in the order of their kinds; each once for each worker. */
function mattersIn(db: Reader) {
  return db
    .selectFrom('sealedMatter')
    .leftJoin('staff', 'staff.id', 'sealedMatter.staffId')
    .select(['residentId', 'kind', 'sealedMatter.staffId', 'staff.name as staffName'])
    .select(['fromOn', 'toOn', 'sealedMatter.note', 'content'])
    .orderBy('residentId')
    .orderBy('kind')
    .orderBy('sealedMatter.staffId')
}

/** Shape: in the order of their kinds. */
export async function sealedMattersOf(db: Reader, residentId: number): Promise<SealedMatter[]> {
  const rows = await mattersIn(db).where('residentId', '=', residentId).execute()
  return rows.map(matterOf)
}

/** Shape: by person and in the order of their kinds; without those in the recycle bin. */
export async function allSealedMatters(
  trx: LedgerTransaction,
): Promise<ReadonlyMap<number, readonly SealedMatter[]>> {
  const rows = await mattersIn(trx)
    .innerJoin('resident', 'resident.id', 'sealedMatter.residentId')
    .where('removedAt', 'is', null)
    .execute()
  const people = Map.groupBy(rows, ({ residentId }) => residentId)
  return new Map([...people].map(([id, of]) => [id, of.map(matterOf)]))
}

/** Adds a matter, or writes one anew. */
export async function putSealedMatter(
  trx: LedgerTransaction,
  residentId: number,
  { worker, content, ...matter }: SealedMatter,
): Promise<void> {
  const said = { ...matter, content: content === null ? '' : JSON.stringify(content) }
  await trx
    .insertInto('sealedMatter')
    .values({ residentId, staffId: worker?.staffId ?? wholeCircle, ...said })
    .onConflict((conflict) => conflict.columns(['residentId', 'kind', 'staffId']).doUpdateSet(said))
    .execute()
}

export async function deleteSealedMatter(
  trx: LedgerTransaction,
  residentId: number,
  { kind, worker }: Pick<SealedMatter, 'kind' | 'worker'>,
): Promise<void> {
  await trx
    .deleteFrom('sealedMatter')
    .where('residentId', '=', residentId)
    .where('kind', '=', kind)
    .where('staffId', '=', worker?.staffId ?? wholeCircle)
    .execute()
}

/** A member of staff who can be named: an open account that may write. */
export async function workerOfMatters(
  db: Reader,
  staffId: number,
): Promise<{ readonly staffId: number; readonly name: string } | undefined> {
  return db
    .selectFrom('staff')
    .select(['id as staffId', 'name'])
    .where('id', '=', staffId)
    .where('closedAt', 'is', null)
    .where('role', '!=', 'viewer')
    .executeTakeFirst()
}

interface MatterRow {
  readonly kind: string
  readonly staffId: number
  readonly staffName: string | null
  readonly fromOn: string | null
  readonly toOn: string | null
  readonly note: string
  readonly content: string
}

function matterOf({ kind, staffId, staffName, fromOn, toOn, note, content }: MatterRow): SealedMatter {
  return sealedMatterSchema.parse({
    kind,
    worker: staffId === wholeCircle ? null : { staffId, name: staffName },
    fromOn,
    toOn,
    note,
    content: content === '' ? null : storedContent(content),
  })
}

function storedContent(json: string): SealedContent {
  return sealedContentSchema.parse(JSON.parse(json))
}
