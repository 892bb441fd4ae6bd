import type { ResidentList } from '../../domain/resident-list.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { residentNames } from '../resident/resident-names.queries.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { inOneMoment } from '../transaction.ts'
import { listCells } from './list-cells.ts'

/** Shape: the cells of at most 1,000 people, in the order of the ids; who is gone by now has no row. */
export async function listRows(
  ledger: Ledger,
  { columns, numbers }: Pick<ResidentList, 'columns' | 'numbers'>,
  ids: readonly number[],
): Promise<string[][]> {
  const actor = actorAt(ledger)
  const todayOn = ledger.clock.todayOn()
  return inOneMoment(ledger, async (db) => {
    const people = await loadStoredResidents(db, ids)
    const ownFields = await listOwnFields(db)
    const isToldOfSpouses = columns.includes('spouseId')
    const spouseNames = await residentNames(
      db,
      isToldOfSpouses ? people.map(({ record }) => record.spouseId) : [],
    )
    const stored = new Map(people.map((one) => [one.record.id, one]))
    return ids.flatMap((id) => {
      const one = stored.get(id)
      if (one === undefined || one.record.removedAt !== null) return []
      return [listCells(one, { actor, todayOn, numbers, columns, spouseNames, ownFields })]
    })
  })
}
