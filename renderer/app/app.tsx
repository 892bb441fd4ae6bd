import { MantineProvider } from '@mantine/core'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useLayoutEffect } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { appStateQuery } from '../ledger/app-state.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { remPx } from '../ui/rem-px.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { OpeningNotice } from './opening-notice.tsx'
import { queryClient } from './query-client.ts'
import { Shell } from './shell.tsx'
import { loadPage } from './load-page.ts'
import { ThemeVariables } from './theme-variables.tsx'
import { theme } from './theme.ts'

const SetupPage = lazy(() =>
  loadPage(async () => ({ default: (await import('../features/setup/setup-page.tsx')).SetupPage })),
)
const LedgerTroublePage = lazy(() =>
  loadPage(async () => ({
    default: (await import('../features/setup/ledger-trouble-page.tsx')).LedgerTroublePage,
  })),
)

const SignInPage = lazy(() =>
  loadPage(async () => ({ default: (await import('../features/sign-in/sign-in-page.tsx')).SignInPage })),
)
const RecoveryCodePage = lazy(() =>
  loadPage(async () => ({
    default: (await import('../features/sign-in/recovery-code-page.tsx')).RecoveryCodePage,
  })),
)
const ProtectPage = lazy(() =>
  loadPage(async () => ({ default: (await import('../features/sign-in/protect-page.tsx')).ProtectPage })),
)

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
            <Suspense fallback={null}>
              <Phase />
            </Suspense>
          </ErrorBoundary>
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  )
}

function Phase() {
  const { data: state, error } = useQuery(appStateQuery)
  useTextSize(state?.phase === 'ready' ? state.settings.textSizePercent : 100)
  if (error !== null) {
    return (
      <main>
        <FailureNotice error={error} />
      </main>
    )
  }
  if (state === undefined) return <OpeningNotice />
  switch (state.phase) {
    case 'firstRun':
      return <SetupPage defaultFolder={state.defaultFolder} />
    case 'failure':
      return <LedgerTroublePage failure={state.failure} folder={state.folder} />
    case 'unprotected':
      return <ProtectPage folder={state.folder} />
    case 'signIn':
      return <SignInPage key={state.locked?.staffId ?? 0} state={state} />
    case 'recoveryCode':
      return <RecoveryCodePage code={state.code} />
    case 'ready':
      return <Shell state={state} />
  }
}

function useTextSize(percent: number): void {
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${remPx(percent)}px`
  }, [percent])
}

function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
