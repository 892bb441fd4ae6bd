import { sql, type Selectable } from 'kysely'
import { FailureError } from '../../domain/failure.ts'
import { idDocumentTypes, normaliseIdNumber } from '../../domain/id-number.ts'
import { residentSchema, type Resident, type ResidentDraft } from '../../domain/resident.ts'
import type { Ledger } from '../ledger.ts'
import { householdOwnValues } from '../own-field/household-own-values.queries.ts'
import type { LedgerSchema } from '../schema.ts'
import { inOneMoment, type LedgerTransaction } from '../transaction.ts'
import { storedDraft, type StoredResident } from './resident.table.ts'

/** One person with everything the form shows. Throws: notFound, also for a removed record. */
export async function getResident(ledger: Ledger, id: number): Promise<Resident> {
  return inOneMoment(ledger, (db) => residentOf(db, id))
}

/** The same inside a transaction. Throws: notFound. */
export async function residentOf(db: Ledger['db'] | LedgerTransaction, id: number): Promise<Resident> {
  const person = await findResident(db, id)
  if (person === null) throw new FailureError('notFound')
  return person
}

/** The same, but null for a removed record. */
export async function findResident(
  db: Ledger['db'] | LedgerTransaction,
  id: number,
): Promise<Resident | null> {
  const [stored] = await loadStoredResidents(db, [id])
  if (stored === undefined || stored.record.removedAt !== null) return null
  const { householdId, presence, revision, createdAt, updatedAt } = stored.record
  const draft = storedDraft(stored)
  return residentSchema.parse({ ...draft, id, householdId, presence, revision, createdAt, updatedAt })
}

/** What of a stored person a form could have sent. */
export function draftOfResident(person: Resident): ResidentDraft {
  const { id, householdId, presence, revision, createdAt, updatedAt, ...draft } = person
  return draft
}

/** Shape: those of at most 1,000 people that exist, by id. */
export async function loadStoredResidents(
  db: Ledger['db'] | LedgerTransaction,
  ids: readonly number[],
): Promise<StoredResident[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('resident')
    .innerJoin('household', 'household.id', 'resident.householdId')
    .leftJoin('dwelling', 'dwelling.id', 'household.dwellingId')
    .leftJoin('building', 'building.id', 'dwelling.buildingId')
    .selectAll('resident')
    .select(['building.name as building', 'dwelling.unit', 'dwelling.room'])
    .where('resident.id', 'in', ids)
    .orderBy('resident.id')
    .execute()
  const [phones, careTags, documents, benefits, ownValues] = [
    await listsOf(db, 'residentPhone', ids, 'position'),
    await listsOf(db, 'residentCareTag', ids, 'careTag'),
    await listsOf(db, 'residentDocument', ids, 'position'),
    await listsOf(db, 'residentBenefit', ids, 'benefit'),
    await listsOf(db, 'residentOwnValue', ids, 'ownFieldId'),
  ]
  const homes = await householdOwnValues(
    db,
    rows.map(({ householdId }) => householdId),
  )
  return rows.map(({ building, unit, room, ...record }) => ({
    record,
    dwelling: building === null ? null : { building, unit: unit ?? '', room: room ?? '' },
    phones: phones.get(record.id) ?? [],
    careTags: careTags.get(record.id) ?? [],
    documents: documents.get(record.id) ?? [],
    benefits: benefits.get(record.id) ?? [],
    ownValues: ownValues.get(record.id) ?? [],
    householdOwnValues: homes.get(record.householdId) ?? [],
  }))
}

type ListTable =
  'residentPhone' | 'residentCareTag' | 'residentDocument' | 'residentBenefit' | 'residentOwnValue'

/** Shape: the rows of one table about these people, by person, in the order of a column. */
async function listsOf<Table extends ListTable>(
  db: Ledger['db'] | LedgerTransaction,
  table: Table,
  ids: readonly number[],
  order: string,
): Promise<Map<number, Selectable<LedgerSchema[Table]>[]>> {
  const { rows } = await sql<Selectable<LedgerSchema[Table]> & { readonly residentId: number }>`
    SELECT * FROM ${sql.table(table)} WHERE residentId IN (${sql.join(ids)}) ORDER BY residentId, ${sql.ref(order)}`.execute(
    db,
  )
  return Map.groupBy(rows, ({ residentId }) => residentId)
}

/** Who already holds this number, whatever kind of document it is of. */
export async function findIdNumberOwner(
  ledger: Ledger,
  idNumber: string,
  exceptId: number | null,
): Promise<{ id: number; name: string } | null> {
  const stored = normaliseIdNumber(idNumber)
  if (stored === '') return null
  const owner = await ledger.db
    .selectFrom('resident')
    .select(['id', 'name'])
    // The index begins with the kind: naming them all keeps this a matter of eight look-ups.
    .where('idDocumentType', 'in', idDocumentTypes)
    .where('idNumber', '=', stored)
    .where('removedAt', 'is', null)
    .$if(exceptId !== null, (query) => query.where('id', '!=', exceptId ?? 0))
    .limit(1)
    .executeTakeFirst()
  return owner ?? null
}
