import { dirname, join } from 'node:path'
import type { Reply } from '../../../domain/failure.ts'
import { writePlaceFile } from '../../../electron/place-file.ts'
import { people, valueOf } from '../app/app-office.ts'
import { startApp } from '../app/start-app.ts'
import { sampleCommittee } from '../../seed/sample-committee.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app of another account of the PC, which knows the ledger that somebody else works
 * with and tries everything to get at it; tells what it was answered.
 */

const { folder, ledgerFile } = JSON.parse(process.argv[2] ?? '{}') as { folder: string; ledgerFile: string }
const userData = join(folder, 'user')
await writePlaceFile(join(userData, 'place.json'), ledgerFile)
const app = await startApp(userData)
app.answers.button = 1

const { staffId, name, password } = people.director
tell('start', await app.ask('app.state'))
tell('signing in', await app.ask('staff.signIn', { staffId, password }))
tell('retrying', await app.ask('setup.retry'))
app.answers.openPath = ledgerFile
tell('opening it', await app.ask('setup.openExisting'))
app.answers.openPath = dirname(ledgerFile)
const chosen = await valueOf<{ handle: string }>(app.ask('setup.chooseFolder'))
const office = { committee: sampleCommittee, folderHandle: chosen.handle, start: 'empty' }
tell(
  'setting up in its folder',
  await app.ask('setup.createLedger', { ...office, director: { name, password } }),
)
tell('giving it a key', await app.ask('setup.protectLedger', { director: { name, password } }))
tell('restoring over it', await app.ask('setup.chooseBackup', { id: null }))
tell('starting over', await app.ask('setup.startOver'))
await app.quit()
acknowledge('ended')
// Its timers would keep it running.
process.exit(0)

/** Shape: what was tried, a tab, the code of the failure or the phase it ended in. */
function tell(tried: string, reply: Reply<unknown>): void {
  acknowledge(`${tried}\t${reply.ok ? phaseIn(reply.value) : reply.failure.code}`)
}

function phaseIn(value: unknown): string {
  const { phase = 'ok', failure } = value as { phase?: string; failure?: { code: string } }
  return phase === 'failure' ? (failure?.code ?? phase) : phase
}
