import { z } from 'zod'
import { ownFieldIdOf, ownFieldKey } from '../../domain/own-field.ts'
import type { OwnValue } from '../../domain/own-value.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

type Reader = LedgerReader | LedgerTransaction

/** Shape: what these households have in own fields, by household; those that have nothing are not among them. */
export async function householdOwnValues(
  db: Reader,
  householdIds: readonly number[],
): Promise<Map<number, OwnValue[]>> {
  if (householdIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('householdOwnValue')
    .selectAll()
    .where('householdId', 'in', [...new Set(householdIds)])
    .orderBy('householdId')
    .orderBy('ownFieldId')
    .execute()
  const byHousehold = Map.groupBy(rows, ({ householdId }) => householdId)
  return new Map(
    [...byHousehold].map(([id, values]) => [
      id,
      values.map(({ ownFieldId, value }) => ({ ownFieldId, value })),
    ]),
  )
}

/** The people of these households; those whose record was removed only if asked for. */
export async function membersOfHouseholds(
  db: Reader,
  householdIds: readonly number[],
  isRemovedToo = false,
): Promise<{ readonly id: number; readonly householdId: number }[]> {
  if (householdIds.length === 0) return []
  return db
    .selectFrom('resident')
    .select(['id', 'householdId'])
    .where('householdId', 'in', householdIds)
    .$if(!isRemovedToo, (query) => query.where('removedAt', 'is', null))
    .orderBy('id')
    .execute()
}

/** Shape: one side of a change of an own field. */
const written = z.string().nullable()

interface ImportedValue {
  /** In whose history it stands. */
  readonly residentId: number
  readonly householdId: number
  readonly ownFieldId: number
  readonly before: string | null
  readonly after: string | null
}

/** What an import wrote into homes, as the histories of those who live there tell it; the newest first. */
export async function valuesImported(db: Reader, importedAt: string): Promise<ImportedValue[]> {
  const fields = await db.selectFrom('ownField').select('id').where('owner', '=', 'household').execute()
  const rows = await db
    .selectFrom('recordChange')
    .innerJoin('resident', 'resident.id', 'recordChange.residentId')
    .select([
      'residentId',
      'resident.householdId',
      'recordChange.field',
      'recordChange.before',
      'recordChange.after',
    ])
    .where('recordChange.at', '=', importedAt)
    .where('source', '=', 'import')
    .where(
      'field',
      'in',
      fields.map(({ id }) => ownFieldKey(id)),
    )
    .orderBy('recordChange.id', 'desc')
    .execute()
  return rows.flatMap(({ residentId, householdId, field, before, after }) => {
    const ownFieldId = ownFieldIdOf(field)
    if (ownFieldId === null) return []
    const [one, other] = [written.parse(JSON.parse(before)), written.parse(JSON.parse(after))]
    return [{ residentId, householdId, ownFieldId, before: one, after: other }]
  })
}
