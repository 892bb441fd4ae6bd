import type { Selectable } from 'kysely'
import { unreadableFields } from '../../domain/condition-access.ts'
import { FailureError } from '../../domain/failure.ts'
import { mayUse } from '../../domain/permission.ts'
import {
  conditionGroupSchema,
  fieldConditionsOf,
  type ConditionGroup,
} from '../../domain/resident-condition.ts'
import type { SavedFilter } from '../../domain/saved-filter.ts'
import type { Actor } from '../../domain/staff.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import type { LedgerSchema } from '../schema.ts'
import { inOneMoment, type LedgerTransaction } from '../transaction.ts'

type StoredFilter = Selectable<LedgerSchema['savedFilter']>

/** Every saved filter of the office by name; what one asks is left out for those who may not read it. */
export async function listSavedFilters(ledger: Ledger): Promise<SavedFilter[]> {
  return inOneMoment(ledger, async (db) => {
    const rows = await db.selectFrom('savedFilter').selectAll().orderBy('name').execute()
    const buildings = await db.selectFrom('building').select('id').execute()
    const buildingIds = new Set(buildings.map(({ id }) => String(id)))
    return rows.map((row) => {
      const filter = savedFilterOf(row, actorAt(ledger))
      const { condition } = filter
      if (condition === null || !asksGoneBuilding(condition, buildingIds)) return filter
      return { ...filter, condition: null, state: 'outdated' }
    })
  })
}

/** Whether a question is about buildings of which none is there. */
function asksGoneBuilding(condition: ConditionGroup, buildingIds: ReadonlySet<string>): boolean {
  return fieldConditionsOf(condition).some(
    ({ field, test }) =>
      field === 'building' && 'codes' in test && !test.codes.some((id) => buildingIds.has(id)),
  )
}

/** Throws: notFound. */
export async function storedFilterOf(trx: LedgerTransaction, id: number): Promise<StoredFilter> {
  const row = await trx.selectFrom('savedFilter').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new FailureError('notFound')
  return row
}

/** Whether another filter has that name. */
export async function isFilterNameTaken(
  trx: LedgerTransaction,
  name: string,
  exceptId: number | null,
): Promise<boolean> {
  const other = await trx
    .selectFrom('savedFilter')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', exceptId ?? 0)
    .executeTakeFirst()
  return other !== undefined
}

/** A saved filter as this member of staff may see it. */
export function savedFilterOf(row: StoredFilter, actor: Actor): SavedFilter {
  const { id, name, staffName, revision } = row
  const condition = conditionGroupSchema.safeParse(JSON.parse(row.content))
  const base = { id, name, staffName, revision, isChangeable: mayChangeFilter(actor, row) }
  // A field that the office had when it was saved may be gone.
  if (!condition.success) return { ...base, condition: null, state: 'outdated' }
  const isReadable = unreadableFields(actor, condition.data).length === 0
  return isReadable
    ? { ...base, condition: condition.data, state: 'usable' }
    : { ...base, condition: null, state: 'notReadable' }
}

/** Workers look after their own filters, a director after all of them. */
export function mayChangeFilter(actor: Actor, { staffId }: Pick<StoredFilter, 'staffId'>): boolean {
  return mayUse(actor, 'savedFilter.save') && (actor.role === 'director' || actor.staffId === staffId)
}
