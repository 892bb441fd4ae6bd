import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect } from 'react'
import type { AppState } from '../../domain/app-state.ts'
import { appStateQuery } from '../ledger/app-state.ts'
import { flushDrafts } from '../ledger/draft-keeper.ts'
import { ask, ledgerEvents } from '../ledger/ledger-client.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { remPx } from '../ui/rem-px.ts'
import { loadPage, loadPlainPage } from './load-page.ts'
import { OpeningNotice } from './opening-notice.tsx'
import { pageOnDemand } from './page-on-demand.ts'

const setupPage = pageOnDemand(() =>
  loadPage(async () => (await import('../features/setup/setup-page.tsx')).SetupPage),
)
const ledgerTroublePage = pageOnDemand(() =>
  loadPage(async () => (await import('../features/setup/ledger-trouble-page.tsx')).LedgerTroublePage),
)
const clockPage = pageOnDemand(() =>
  loadPage(async () => (await import('../features/setup/clock-page.tsx')).ClockPage),
)
const retiredPage = pageOnDemand(() =>
  loadPage(async () => (await import('../features/setup/retired-page.tsx')).RetiredPage),
)
const protectPage = pageOnDemand(() =>
  loadPage(async () => (await import('../features/sign-in/protect-page.tsx')).ProtectPage),
)
const recoveryCodePage = pageOnDemand(() =>
  loadPage(async () => (await import('../features/sign-in/recovery-code-page.tsx')).RecoveryCodePage),
)
/** Where nearly every day begins. */
const signInPage = pageOnDemand(() =>
  loadPlainPage(async () => (await import('../features/sign-in/sign-in-page.tsx')).SignInPage),
)
const shell = pageOnDemand(async () => (await import('./shell.tsx')).Shell)

const pages = {
  firstRun: setupPage,
  clockDoubted: clockPage,
  retired: retiredPage,
  failure: ledgerTroublePage,
  unprotected: protectPage,
  signIn: signInPage,
  recoveryCode: recoveryCodePage,
  ready: shell,
} as const satisfies Record<AppState['phase'], unknown>

/** What this PC last had: the ledger that says so may be locked yet. Main writes it into the page. */
const textSizeAtStart = Number(document.documentElement.dataset['textSize']) || 100

/** Fetches what that state shows. */
export async function preloadPhase(phase: AppState['phase']): Promise<void> {
  await pages[phase].preload()
}

/** Whatever the state of the ledger asks for. */
export function Phase() {
  const { data: state, error } = useQuery(appStateQuery)
  useDeskNews()
  useTextSize(state?.phase === 'ready' ? state.settings.textSizePercent : textSizeAtStart)
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
      return <setupPage.Page defaultFolder={state.defaultFolder} />
    case 'clockDoubted':
      return <clockPage.Page state={state} />
    case 'retired':
      return <retiredPage.Page state={state} />
    case 'failure':
      return <ledgerTroublePage.Page failure={state.failure} folder={state.folder} />
    case 'unprotected':
      return <protectPage.Page folder={state.folder} />
    case 'signIn':
      return <signInPage.Page key={state.locked?.staffId ?? 0} state={state} />
    case 'recoveryCode':
      return <recoveryCodePage.Page code={state.code} />
    case 'ready':
      return <shell.Page state={state} />
  }
}

/** The desk may be given up while its page looks on. */
function useDeskNews(): void {
  const queries = useQueryClient()
  useEffect(
    () =>
      ledgerEvents.onDesk((event) => {
        if (event === 'changed') void queries.invalidateQueries({ queryKey: appStateQuery.queryKey })
        else void flushDrafts().finally(() => ask('draft.allKept', {}))
      }),
    [queries],
  )
}

function useTextSize(percent: number): void {
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${remPx(percent)}px`
  }, [percent])
}
