import { FailureError } from '../../domain/failure.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { recordChanges, type ChangeBy } from './record-change.service.ts'
import { findSpousesOf, setSpouse } from './resident.repository.ts'

interface SpouseLink {
  readonly id: number
  readonly spouseId: number | null
}

/**
 * After people named a husband or wife, or none any more: the other one says the same, and whoever was named before
 * by one of them is let go. Throws: invalidInput for a marriage with oneself, notFound.
 */
export async function linkSpouses(
  trx: LedgerTransaction,
  links: readonly SpouseLink[],
  by: ChangeBy,
): Promise<void> {
  for (const { id, spouseId } of links) {
    if (id === spouseId) throw new FailureError('invalidInput', 'spouseId')
    const people = await findSpousesOf(trx, spouseId === null ? [id] : [id, spouseId])
    const spouse = people.find((person) => person.id === spouseId)
    // Taking something back may name somebody who was removed since; nobody is chosen from among those.
    const isTyped = by.source === 'form' || by.source === 'correction'
    const isChoosable = spouse !== undefined && (spouse.removedAt === null || !isTyped)
    if (spouseId !== null && !isChoosable) throw new FailureError('notFound', 'spouseId')
    for (const person of people) {
      const wanted = person.id === id ? spouseId : person.id === spouseId ? id : null
      if (person.spouseId === wanted) continue
      await setSpouse(trx, person.id, wanted, by.at)
      await recordChanges(trx, [person.id], 'spouseId', { before: person.spouseId, after: wanted }, by)
    }
  }
}
