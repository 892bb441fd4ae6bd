import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AppState } from '../../../domain/app-state.ts'
import type { Reply } from '../../../domain/failure.ts'
import { sampleCommittee } from '../../seed/sample-committee.ts'
import { people, startOffice, valueOf } from '../app/app-office.ts'
import type { AppUnderNode } from '../app/start-app.ts'
import { calls, liftFault, setFault, type SystemError } from '../shim/fault-control.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app with an office, which is asked to write into a folder that takes no new file,
 * as Windows' folder protection has it; then the protection is lifted and all is tried again.
 */

interface ProtectedOrder {
  readonly folder: string
  /** The folder that the shim watches. */
  readonly guarded: string
  readonly control: string
  readonly error: SystemError
  /** Whether it is the ledger's own folder or another one. */
  readonly isOwn: boolean
}

const { folder, guarded, control, error, isOwn } = JSON.parse(process.argv[2] ?? '{}') as ProtectedOrder
const app = await startOffice(join(folder, 'user'))
const { name, password } = people.director
for (const isGuarded of [true, false]) {
  if (!isGuarded) await comeBack()
  const before = isOwn ? '' : readdirSync(guarded).join()
  if (isGuarded)
    setFault(control, { calls: calls.openForWriting + calls.name, error, failAt: 1, isSticky: true })
  for (const [tried, ask] of Object.entries(isOwn ? inOwnFolder(app) : inOtherFolder(app))) {
    const reply = asRefusal(await ask())
    acknowledge([tried, isGuarded ? 'guarded' : 'free', reply.ok ? 'ok' : reply.failure.code].join('\t'))
  }
  if (isGuarded) {
    const { failedCount } = liftFault(control)
    acknowledge(`guard\tguarded\t${failedCount > 0 ? 'met' : 'never met'}`)
    if (!isOwn && readdirSync(guarded).join() !== before) acknowledge('rest\tguarded\tsomething is left')
  }
}
await app.quit()
// Its timers would keep it running.
process.exit(0)

type Tries = Readonly<Record<string, () => Promise<Reply<unknown>>>>

function inOtherFolder({ ask, answers }: AppUnderNode): Tries {
  return {
    diagnostics: () => {
      answers.savePath = join(guarded, 'diagnostics.txt')
      return ask('help.saveDiagnostics')
    },
    stick: async () => {
      answers.openPath = guarded
      const { handle } = await valueOf<{ handle: string }>(ask('backup.chooseStick'))
      return ask('backup.toStick', { handle })
    },
    move: async () => {
      answers.openPath = guarded
      const { handle } = await valueOf<{ handle: string }>(ask('setup.chooseFolder'))
      return ask('settings.moveLedger', { folderHandle: handle })
    },
    'set-up': async () => {
      answers.openPath = join(guarded, 'new')
      const { handle } = await valueOf<{ handle: string }>(ask('setup.chooseFolder'))
      const office = { committee: sampleCommittee, folderHandle: handle, start: 'empty' }
      return ask('setup.createLedger', { ...office, director: { name, password } })
    },
  }
}

function inOwnFolder({ ask }: AppUnderNode): Tries {
  let count = 0
  return {
    backup: () => ask('backup.make'),
    account: () => {
      count += 1
      const draft = { name: `Other ${count}`, role: 'viewer', workFields: [], isInSealedCircle: false }
      return ask('staff.add', { draft, password })
    },
    'signing in again': async () => {
      await ask('staff.signOut')
      return ask('staff.signIn', { staffId: people.director.staffId, password })
    },
  }
}

/** A ledger that can't be opened is an answer to the page, and a refusal to whoever wanted it. */
function asRefusal(reply: Reply<unknown>): Reply<unknown> {
  const state = reply.ok ? (reply.value as AppState | Record<string, never>) : {}
  return 'phase' in state && state.phase === 'failure' ? { ok: false, failure: state.failure } : reply
}

/** The place file must go on naming the ledger that there is. */
async function comeBack(): Promise<void> {
  await valueOf(app.ask('setup.retry'))
  await valueOf(app.ask('staff.signIn', { staffId: people.director.staffId, password }))
}
