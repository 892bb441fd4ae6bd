import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { ErrorBoundary } from './error-boundary.tsx'
import { OpeningNotice } from './opening-notice.tsx'
import { queryClient } from './query-client.ts'
import { Phase } from './phase.tsx'
import { ThemeVariables } from './theme-variables.tsx'
import { theme } from './theme.ts'

/** The window: providers around whatever the state of the ledger asks for. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      getStyleNonce={styleNonce}
      deduplicateInlineStyles
      // These two would set innerHTML, for which the security policy has no exception.
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <ThemeVariables nonce={styleNonce()} />
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation}>
          <ErrorBoundary>
            <Suspense fallback={<OpeningNotice />}>
              <Phase />
            </Suspense>
          </ErrorBoundary>
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  )
}

function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
