import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Household } from '../../../domain/resident.ts'

const touched = ['household.get', 'resident.list', 'building.list', 'building.page', 'building.get']
const further = ['building.dwellings', 'office.summary', 'app.state']

/** A change of a household; the lists that show it are asked anew, and who has it on the screen is told. */
export function useHouseholdChange<Input>(
  change: (input: Input) => Promise<Household>,
  onDone: (household: Household) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (household) => {
      for (const channel of [...touched, ...further]) void queries.invalidateQueries({ queryKey: [channel] })
      onDone(household)
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['household.get'] }),
  })
}

/** The household as it is on the screen. */
export function seenOf({ id, members }: Household) {
  return {
    householdId: id,
    seen: members.map((member) => ({ id: member.id, revision: member.revision })),
  }
}
