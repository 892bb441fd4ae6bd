import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { appStateQuery } from '../ledger/app-state.ts'
import { failureOf } from '../ledger/ledger-client.ts'

/** A desk that was locked or lost meanwhile: the window asks who is there. */
function askWhoIsThere(error: unknown): void {
  if (failureOf(error).code === 'notSignedIn') {
    void queryClient.invalidateQueries({ queryKey: appStateQuery.queryKey })
  }
}

/** Asks the ledger on this machine, so being offline means nothing and a refusal is not worth a second try. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askWhoIsThere }),
  mutationCache: new MutationCache({ onError: askWhoIsThere }),
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
})
