import { useQuery } from '@tanstack/react-query'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { useResidentsStore } from './residents-store.ts'

/** How many people the residents list shows, for pages beside it; null while that is on its way. */
export function useShownCount(): number | null {
  const filter = useResidentsStore((store) => store.filter)
  const { data } = useQuery(ledgerQuery('resident.list', { filter, offset: 0, limit: 1 }))
  return data?.totalCount ?? null
}
