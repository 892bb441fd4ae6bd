import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { firstResidentsQuery } from '../features/residents/residents-query.ts'
import { appStateQuery } from '../ledger/app-state.ts'
import { App } from './app.tsx'
import { queryClient } from './query-client.ts'
import './start.css'

const PrintRoot = lazy(async () => ({ default: (await import('../print/print-root.tsx')).PrintRoot }))

/** The hidden print window is the same bundle at an address of its own. */
const isPrint = location.hash.startsWith('#/print')

if (!isPrint) {
  document.documentElement.classList.add('window')
  askAhead().catch(leaveToThePage)
}

/** Asked before anything is drawn: the ledger answers while React starts. */
async function askAhead(): Promise<void> {
  const state = await queryClient.query(appStateQuery)
  if (state.phase === 'ready' && isListAddress(location.hash)) await queryClient.query(firstResidentsQuery)
}

function isListAddress(hash: string): boolean {
  return hash === '' || hash === '#/' || hash === '#/residents'
}

/** The page asks for the same and shows why it failed. */
function leaveToThePage(): void {
  // Nothing is drawn yet that could show it.
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root element')

createRoot(root).render(
  <StrictMode>
    {isPrint ? (
      <Suspense fallback={null}>
        <PrintRoot />
      </Suspense>
    ) : (
      <App />
    )}
  </StrictMode>,
)
