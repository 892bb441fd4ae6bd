import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BuildingView } from '../../../domain/building.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'

const touched = ['building.page', 'building.list', 'building.dwellings', 'register.choices', 'register.page']
const people = ['resident.list', 'resident.get', 'household.get', 'office.summary']

/** A change of a building; everything that shows buildings is asked anew. */
export function useBuildingChange<Input>(
  change: (input: Input) => Promise<BuildingView>,
  onSuccess: (building: BuildingView) => void,
  onError?: (error: unknown) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (building) => {
      queries.setQueryData(ledgerQuery('building.get', { id: building.id }).queryKey, building)
      for (const channel of [...touched, ...people]) void queries.invalidateQueries({ queryKey: [channel] })
      onSuccess(building)
    },
    ...(onError === undefined ? {} : { onError }),
  })
}
