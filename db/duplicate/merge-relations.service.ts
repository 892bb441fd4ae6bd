import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import { recordChanges, type ChangeBy } from '../resident/record-change.service.ts'
import type { LedgerTransaction } from '../transaction.ts'
import type { MergedIds } from './merge-attached.service.ts'
import type { MergeJournal } from './merge-journal.service.ts'
import { findRows } from './table-row.repository.ts'

/** Whoever was married to one of the two records is married to the one that stays, if that is the marriage chosen. */
export async function settleSpouses(
  trx: LedgerTransaction,
  journal: MergeJournal,
  { keptId, mergedId }: MergedIds,
  by: ChangeBy,
): Promise<void> {
  const [kept] = await findRows(trx, 'resident', { id: keptId })
  const spouseId = kept?.['spouseId'] ?? null
  const people = [
    ...(spouseId === null ? [] : await findRows(trx, 'resident', { id: spouseId })),
    ...(await findRows(trx, 'resident', { spouseId: keptId })),
    ...(await findRows(trx, 'resident', { spouseId: mergedId })),
  ]
  const seen = new Set<unknown>([keptId, mergedId])
  for (const person of people) {
    if (seen.has(person['id'])) continue
    seen.add(person['id'])
    const wanted = person['id'] === spouseId ? keptId : null
    const before = person['spouseId'] ?? null
    if (before === wanted) continue
    const revision = Number(person['revision']) + 1
    await journal.change('resident', person, { spouseId: wanted, revision, updatedAt: by.at })
    await recordChanges(trx, [Number(person['id'])], 'spouseId', { before, after: wanted }, by)
  }
}

/** The head of each household is the member who is one. */
export async function settleHeads(
  trx: LedgerTransaction,
  journal: MergeJournal,
  householdIds: readonly number[],
): Promise<void> {
  for (const id of new Set(householdIds)) {
    const heads = await findRows(trx, 'resident', {
      householdId: id,
      relationToHead: headOfHouseholdCode,
      removedAt: null,
    })
    const headResidentId = heads[0]?.['id'] ?? null
    for (const household of await findRows(trx, 'household', { id }))
      if ((household['headResidentId'] ?? null) !== headResidentId)
        await journal.change('household', household, { headResidentId })
  }
}
