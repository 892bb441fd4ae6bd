import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Household } from '../../../domain/resident.ts'
import { askPeopleAnew } from './ask-people-anew.ts'

/** A change of a household; the lists that show it are asked anew, and who has it on the screen is told. */
export function useHouseholdChange<Input>(
  change: (input: Input) => Promise<Household>,
  onDone: (household: Household) => void,
  onFailed?: (error: unknown) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (household) => {
      askPeopleAnew(queries)
      onDone(household)
    },
    onError: (error) => {
      void queries.invalidateQueries({ queryKey: ['household.get'] })
      onFailed?.(error)
    },
  })
}

/** The household as it is on the screen. */
export function seenOf({ id, members }: Household) {
  return {
    householdId: id,
    seen: members.map((member) => ({ id: member.id, revision: member.revision })),
  }
}
