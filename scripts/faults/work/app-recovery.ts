import { join } from 'node:path'
import { ledgerFileIn, valueOf } from '../app/app-office.ts'
import { startApp } from '../app/start-app.ts'
import { acknowledge } from './acknowledge.ts'
import { contentOf, keyFrom } from './backup-office.ts'

/*
 * A program of its own: the built app on a PC that has never seen it. All there is: a stick and a printed code.
 */

export interface RecoveryOrder {
  readonly folder: string
  readonly backup: string
  /** As somebody types it. */
  readonly recoveryCode: string
  /** Looks into the restored ledger; the app is not told. */
  readonly key: string
}

const order = JSON.parse(process.argv[2] ?? '{}') as RecoveryOrder
const { recoveryCode } = order
const userData = join(order.folder, 'user')
const app = await startApp(userData)
app.answers.openPath = order.backup
// The second button is the one that goes on.
app.answers.button = 1
const first = await valueOf<{ phase: string }>(app.ask('app.state'))
const { handle } = await valueOf<{ handle: string }>(app.ask('setup.chooseBackup', { id: null }))
const secret = { kind: 'recoveryCode', recoveryCode }
await valueOf(app.ask('setup.openBackup', { handle, secret }))
const restored = await valueOf<{ phase: string }>(app.ask('setup.restoreBackup', { handle, isUndo: false }))
const content = contentOf({ filePath: ledgerFileIn(userData), key: keyFrom(order.key) })
const request = { recoveryCode, staffId: 1, password: 'qiutian-luoye-74' }
const inside = await valueOf<{ phase: string }>(app.ask('staff.signInWithCode', request))
const phases = [first, restored, inside].map(({ phase }) => phase)
acknowledge(JSON.stringify({ phases, content }))
await app.quit()
process.exit(0)
