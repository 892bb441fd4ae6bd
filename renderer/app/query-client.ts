import { QueryClient } from '@tanstack/react-query'

/** Asks the ledger on this machine, so being offline means nothing and a refusal is not worth a second try. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
})
