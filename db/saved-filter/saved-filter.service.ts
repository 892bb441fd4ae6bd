import { unreadableFields } from '../../domain/condition-access.ts'
import { FailureError } from '../../domain/failure.ts'
import type { ConditionGroup } from '../../domain/resident-condition.ts'
import type { SavedFilter, SavedFilterChange } from '../../domain/saved-filter.ts'
import type { Actor } from '../../domain/staff.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { isFilterNameTaken, mayChangeFilter, savedFilterOf, storedFilterOf } from './saved-filter.queries.ts'
import { deleteSavedFilter, insertSavedFilter, updateSavedFilter } from './saved-filter.repository.ts'

/**
 * Keeps a question under a name (id null), or changes one that is kept.
 * Throws: filterNameTaken, notAllowed, staleRecord, notFound, invalidInput for a new filter that asks nothing.
 */
export async function saveFilter(ledger: Ledger, change: SavedFilterChange): Promise<SavedFilter> {
  const actor = actorAt(ledger)
  const { id, name, condition } = change
  if (condition !== null) refuseUnreadableCondition(actor, condition)
  return inTransaction(ledger, async (trx) => {
    if (await isFilterNameTaken(trx, name, id)) throw new FailureError('filterNameTaken', 'name')
    const savedId = id === null ? await addFilter(trx, ledger, change) : id
    const fields = id === null ? [] : await changeFilter(trx, ledger, { ...change, id })
    const value = savedFilterOf(await storedFilterOf(trx, savedId), actor)
    const action = id === null ? 'added' : 'changed'
    return { value, entries: [{ action, objectType: 'savedFilter', objectId: savedId, fields }] }
  })
}

/** Throws: notAllowed for somebody else's, staleRecord, notFound. */
export async function removeFilter(
  ledger: Ledger,
  { id, revision }: { readonly id: number; readonly revision: number },
): Promise<Record<string, never>> {
  return inTransaction(ledger, async (trx) => {
    await changeableFilter(trx, ledger, { id, revision })
    await deleteSavedFilter(trx, id)
    return { value: {}, entries: [{ action: 'removed', objectType: 'savedFilter', objectId: id }] }
  })
}

async function addFilter(
  trx: LedgerTransaction,
  ledger: Ledger,
  { name, condition }: SavedFilterChange,
): Promise<number> {
  if (condition === null) throw new FailureError('invalidInput', 'condition')
  const { staffId, name: staffName } = actorAt(ledger)
  const at = ledger.clock.nowAt()
  const content = JSON.stringify(condition)
  return insertSavedFilter(trx, {
    name,
    content,
    staffId,
    staffName,
    createdAt: at,
    updatedAt: at,
    revision: 1,
  })
}

/** Shape: what was changed. */
async function changeFilter(
  trx: LedgerTransaction,
  ledger: Ledger,
  { id, revision, name, condition }: SavedFilterChange & { readonly id: number },
): Promise<string[]> {
  const before = await changeableFilter(trx, ledger, { id, revision })
  const content = condition === null ? before.content : JSON.stringify(condition)
  await updateSavedFilter(trx, id, { name, content, updatedAt: ledger.clock.nowAt() })
  return [
    ...(name === before.name ? [] : ['filterName']),
    ...(content === before.content ? [] : ['condition']),
  ]
}

async function changeableFilter(
  trx: LedgerTransaction,
  ledger: Ledger,
  { id, revision }: { readonly id: number; readonly revision: number | null },
) {
  const stored = await storedFilterOf(trx, id)
  if (!mayChangeFilter(actorAt(ledger), stored)) throw new FailureError('notAllowed')
  if (stored.revision !== revision) throw new FailureError('staleRecord')
  return stored
}

function refuseUnreadableCondition(actor: Actor, condition: ConditionGroup): void {
  const [field] = unreadableFields(actor, condition)
  if (field !== undefined) throw new FailureError('notAllowed', 'condition', field)
}
