import { useQueryClient } from '@tanstack/react-query'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { askPeopleAnew } from './ask-people-anew.ts'

/** What to call once the ledger answered with the record as it is now; null for one that is gone. */
export function useRecordChanged(): (view: ResidentView | null) => void {
  const queries = useQueryClient()
  return (view) => {
    if (view !== null) queries.setQueryData(ledgerQuery('resident.get', { id: view.id }).queryKey, view)
    askPeopleAnew(queries)
  }
}
