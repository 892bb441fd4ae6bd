import { useQueryClient } from '@tanstack/react-query'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'

/** Everything that shows something of a person, after the record was changed outside its form. */
const shown = [
  'resident.list',
  'resident.timeline',
  'resident.listRemoved',
  'resident.visits',
  'life.get',
  'household.get',
  'building.list',
  'visitTask.list',
  'visitRound.get',
  'visitRound.list',
  'app.state',
]

/** What to call once the ledger answered with the record as it is now; null for one that is gone. */
export function useRecordChanged(): (view: ResidentView | null) => void {
  const queries = useQueryClient()
  return (view) => {
    if (view !== null) queries.setQueryData(ledgerQuery('resident.get', { id: view.id }).queryKey, view)
    for (const channel of shown) void queries.invalidateQueries({ queryKey: [channel] })
  }
}
