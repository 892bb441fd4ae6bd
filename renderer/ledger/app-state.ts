import { queryOptions, useQuery } from '@tanstack/react-query'
import type { AppState } from '../../domain/app-state.ts'
import type { ChannelName } from '../../domain/contract.ts'
import { mayUse } from '../../domain/permission.ts'
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

/** Whether the person at the desk may use a channel: what they may not do is not offered. */
export function useMay(channel: ChannelName): boolean {
  return mayUse(useReadyState()?.actor ?? null, channel)
}
