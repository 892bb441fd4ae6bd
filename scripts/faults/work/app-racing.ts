import { once } from 'node:events'
import { join } from 'node:path'
import type { Reply } from '../../../domain/failure.ts'
import { writePlaceFile } from '../../../electron/place-file.ts'
import { people } from '../app/app-office.ts'
import { startApp } from '../app/start-app.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app of one account of the PC, which opens the ledger when it is told to, tells what
 * it was answered, and keeps it open until it is told to end.
 */

const { folder, ledgerFile } = JSON.parse(process.argv[2] ?? '{}') as { folder: string; ledgerFile: string }
const userData = join(folder, 'user')
await writePlaceFile(join(userData, 'place.json'), ledgerFile)
const app = await startApp(userData)
await app.ask('app.state')
const told = once(process, 'SIGUSR2')
// The signal alone keeps no program running.
const waiting = setInterval(() => undefined, 1000)
acknowledge('ready')
await told
const { staffId, password } = people.director
const reply = (await app.ask('staff.signIn', { staffId, password })) as Reply<{
  readonly phase: string
  readonly failure?: { readonly code: string }
}>
acknowledge(reply.ok ? (reply.value.failure?.code ?? reply.value.phase) : reply.failure.code)
await once(process, 'SIGUSR2')
clearInterval(waiting)
await app.quit()
// Its timers would keep it running.
process.exit(0)
