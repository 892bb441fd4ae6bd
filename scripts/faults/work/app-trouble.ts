import type { Reply } from '../../../domain/failure.ts'
import { valueOf } from '../app/app-office.ts'
import { startApp } from '../app/start-app.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app starts on a ledger as somebody left it, and its director tries to sign in.
 */

interface TroubleOrder {
  readonly userData: string
  readonly password: string
}

/** What the window shows, and how long after the start of the program. */
export interface TroubleReport {
  /** Before a password was typed, and after; the code of a failure. */
  readonly look: string
  readonly open: string
  readonly backups: number
  readonly tookMs: number
}

interface State {
  readonly phase: string
  readonly failure?: { readonly code: string }
}

const { userData, password } = JSON.parse(process.argv[2] ?? '{}') as TroubleOrder
const app = await startApp(userData)
const first = await app.ask('app.state')
const look = shown(first)
const open = look === 'none' ? shown(await app.ask('staff.signIn', { staffId: 1, password })) : look
const isIn = open === 'none'
const backups = isIn ? [] : await valueOf<unknown[]>(app.ask('setup.backups'))
const report: TroubleReport = { look, open, backups: backups.length, tookMs: performance.now() }
acknowledge(JSON.stringify(report))
await app.quit()
process.exit(0)

/** The page of what is wrong shows a failure; a request that is refused never gets there. */
function shown(reply: Reply<unknown>): string {
  if (!reply.ok) return `refused: ${reply.failure.code}`
  // Checked by the contract's own schema in the product's tests.
  const { phase, failure } = reply.value as State
  if (phase === 'failure') return failure?.code ?? 'a failure without a code'
  return ['signIn', 'ready', 'recoveryCode'].includes(phase) ? 'none' : phase
}
