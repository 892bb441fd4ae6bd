import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ResidentFilter } from '../../../domain/resident.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'

/** How many people a filter finds; null while that is on its way. Another filter leaves the last count standing until then. */
export function useFoundCount(filter: ResidentFilter) {
  const { data, error } = useQuery({
    ...ledgerQuery('resident.list', { filter, offset: 0, limit: 1 }),
    placeholderData: keepPreviousData,
  })
  return { count: data?.totalCount ?? null, error }
}
