import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AppState } from '../../domain/app-state.ts'
import { appStateQuery } from './app-state.ts'
import { sitDown } from './desk-store.ts'

/** A request that ends in a new state of the whole app; what the last person saw is forgotten with it. */
export function useEntering<Input>(
  request: (input: Input) => Promise<AppState | null>,
  onError: (error: unknown) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: request,
    onSuccess: (state) => {
      if (state === null) return
      if (state.phase === 'ready') sitDown({ folder: state.folder, staffId: state.actor.staffId })
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== appStateQuery.queryKey[0] })
      queries.setQueryData(appStateQuery.queryKey, state)
    },
    onError,
  })
}
