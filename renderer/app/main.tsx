import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { appStateQuery } from '../ledger/app-state.ts'
import { App } from './app.tsx'
import { queryClient } from './query-client.ts'
import './start.css'

// The security policy forbids code made from text, so zod must not even try.
config({ jitless: true })

const PrintRoot = lazy(async () => ({ default: (await import('../print/print-root.tsx')).PrintRoot }))

/** The hidden print window is the same bundle at an address of its own. */
const isPrint = location.hash.startsWith('#/print')

// Asked before anything is drawn: the ledger opens while React starts.
if (!isPrint) queryClient.query(appStateQuery).catch(leaveToThePage)

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
