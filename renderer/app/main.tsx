import { lazy, type ReactNode, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { firstResidentsQuery } from '../features/residents/residents-query.ts'
import { appStateQuery } from '../ledger/app-state.ts'
import { App } from './app.tsx'
import { loadPlainPage } from './load-page.ts'
import { preloadPhase } from './phase.tsx'
import { queryClient } from './query-client.ts'
import './start.css'

const PrintRoot = lazy(async () => ({
  default: (await loadPlainPage(() => import('../print/print-root.tsx'))).PrintRoot,
}))

/** The hidden print window is the same bundle at an address of its own. */
const isPrint = location.hash.startsWith('#/print')

/** The longest that an empty window waits for the ledger's first word. Unit: milliseconds. */
const patienceMs = 400

/** Asked before anything is drawn, so that what is drawn first is what is wanted. */
async function askAhead(): Promise<void> {
  void preloadPhase('signIn')
  const state = await queryClient.query(appStateQuery)
  const isList = state.phase === 'ready' && isListAddress(location.hash)
  await Promise.all([preloadPhase(state.phase), isList ? queryClient.query(firstResidentsQuery) : null])
}

function isListAddress(hash: string): boolean {
  return hash === '' || hash === '#/' || hash === '#/residents'
}

function draw(content: ReactNode): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no root element')
  createRoot(root).render(<StrictMode>{content}</StrictMode>)
}

async function drawWindow(): Promise<void> {
  document.documentElement.classList.add('window')
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
  // The page asks for the same and shows why it failed.
  await Promise.race([askAhead().catch(() => undefined), patience])
  draw(<App />)
  requestIdleCallback(() => void preloadTheRest())
}

/** What comes after signing in is here before the password is typed. */
async function preloadTheRest(): Promise<void> {
  await preloadPhase('ready')
  const { preloadPages } = await import('./pages.tsx')
  await preloadPages()
}

if (isPrint) {
  draw(
    <Suspense fallback={null}>
      <PrintRoot />
    </Suspense>,
  )
} else {
  void drawWindow()
}
