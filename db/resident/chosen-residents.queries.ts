import type { ResidentSelection } from '../../domain/resident-selection.ts'
import type { Ledger } from '../ledger.ts'
import { shownIds } from './resident-list.queries.ts'

/** Whom a selection names, in the order of the list; people who are gone are left out. Throws: as listResidents. */
export async function chosenIds(ledger: Ledger, selection: ResidentSelection): Promise<readonly number[]> {
  if (selection.kind === 'some') {
    const rows = await ledger.db
      .selectFrom('resident')
      .select('id')
      .where('id', 'in', selection.ids)
      .where('removedAt', 'is', null)
      .execute()
    const there = new Set(rows.map(({ id }) => id))
    return [...new Set(selection.ids)].filter((id) => there.has(id))
  }
  const excepted = new Set(selection.exceptIds)
  return (await shownIds(ledger, selection.filter)).filter((id) => !excepted.has(id))
}
