import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { VisitTask } from '../../../domain/visit.ts'
import { useVisitsStore } from './visits-store.ts'

interface RoundChange<Input> {
  readonly change: (input: Input) => Promise<VisitTask>
  readonly announce: (task: VisitTask) => string
}

/** A change of one person's place or result in a round: counts and lists follow, and the change is said aloud. */
export function useRoundChange<Input>({ change, announce }: RoundChange<Input>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (task) => {
      useVisitsStore.getState().announced(announce(task))
      void queries.invalidateQueries()
    },
  })
}
