import { mkdirSync } from 'node:fs'
import type { AppState } from '../../../domain/app-state.ts'
import { people } from '../app/app-office.ts'
import { startApp } from '../app/start-app.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app at its first start, in which somebody opens a ledger that is there already;
 * tells where that ends, once its director could sign in.
 */

const { userData, ledgerFile } = JSON.parse(process.argv[2] ?? '{}') as {
  userData: string
  ledgerFile: string
}
mkdirSync(userData, { recursive: true })
const app = await startApp(userData)
app.answers.openPath = ledgerFile
const opened = await app.ask('setup.openExisting')
if (!opened.ok) acknowledge(opened.failure.code)
else {
  const { staffId, password } = people.director
  const signedIn = await app.ask('staff.signIn', { staffId, password })
  // Written by the product, whose tests check its shape.
  const { phase } = opened.value as AppState
  acknowledge(signedIn.ok ? phase : signedIn.failure.code)
}
await app.quit()
// Its timers would keep it running.
process.exit(0)
