import type { RegisterName, RegisterReference } from '../../domain/register.ts'
import type { LedgerReader } from '../ledger.ts'
import { nextId, retireIds } from '../next-id.queries.ts'
import { residentNames } from '../resident/resident-names.queries.ts'
import type { LedgerTransaction } from '../transaction.ts'

type Values = Readonly<Record<string, string | number | null>>
export type StoredLine = Values & { readonly id: number; readonly revision: number }

// One register stands for all in the statements below: every one is a table of its own name with an id and a revision,
// and its draft, which was parsed by that register's schema, names exactly its other columns.
const asTable = (register: RegisterName) => register as 'residentGroup'

/** Every line of a register: none has more than a few hundred. */
export async function allLines(
  db: LedgerReader | LedgerTransaction,
  register: RegisterName,
): Promise<StoredLine[]> {
  return db.selectFrom(asTable(register)).selectAll().orderBy('id').execute()
}

export async function lineOf(
  trx: LedgerTransaction,
  register: RegisterName,
  id: number,
): Promise<StoredLine | undefined> {
  return trx.selectFrom(asTable(register)).selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertLine(
  trx: LedgerTransaction,
  register: RegisterName,
  draft: Values,
): Promise<number> {
  const id = await nextId(trx, asTable(register))
  await trx
    .insertInto(asTable(register))
    .values({ ...draft, id, revision: 1 } as never)
    .execute()
  return id
}

export async function updateLine(
  trx: LedgerTransaction,
  register: RegisterName,
  { id, revision, ...draft }: StoredLine,
): Promise<void> {
  await trx
    .updateTable(asTable(register))
    .set({ ...draft, revision: revision + 1 } as never)
    .where('id', '=', id)
    .execute()
}

export async function deleteLine(trx: LedgerTransaction, register: RegisterName, id: number): Promise<void> {
  await retireIds(trx, asTable(register), [id])
  await trx.deleteFrom(asTable(register)).where('id', '=', id).execute()
}

/** What those of these ids that exist are called. */
export async function namesOf(
  db: LedgerReader | LedgerTransaction,
  to: RegisterReference,
  ids: readonly number[] | null,
): Promise<Map<number, string>> {
  if (to === 'resident') return residentNames(db, ids ?? [])
  const column = to === 'grid' ? 'code' : 'name'
  const rows = await db
    .selectFrom(to as 'residentGroup')
    .select(['id', `${column as 'name'} as name`])
    .$if(ids !== null, (query) => query.where('id', 'in', ids ?? []))
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
