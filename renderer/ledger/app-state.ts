import { queryOptions, useQuery } from '@tanstack/react-query'
import type { AppState } from '../../domain/app-state.ts'
import { ask } from './ledger-client.ts'

/** The state of the whole app: set-up, failure or an open ledger. */
export const appStateQuery = queryOptions({
  queryKey: ['app.state'] as const,
  queryFn: () => ask('app.state', {}),
  staleTime: Infinity,
})

export type ReadyState = Extract<AppState, { phase: 'ready' }>

/** The open ledger's profile, settings and civil date; null outside the shell. */
export function useReadyState(): ReadyState | null {
  const { data } = useQuery(appStateQuery)
  return data?.phase === 'ready' ? data : null
}
