import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Reply } from '../../../domain/failure.ts'
import { readKeySlots } from '../../../db/key/key-file.ts'
import { keyFromPassword } from '../../../db/key/key-slots.ts'
import { ledgerFileIn, openAfterwards, people, startOffice, valueOf } from '../app/app-office.ts'
import { everybody } from '../app/app-records.ts'
import { watchedFolder } from '../app/watched-folder.ts'
import { closeOffice } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { acknowledge } from './acknowledge.ts'
import { backupForgeries } from './backup-forgeries.ts'
import { forgeBackup } from './forged-backup.ts'
import { officePlan } from './office-plan.ts'

/*
 * A program of its own: the built app, whose director chooses one forged backup after another, opens it and says yes
 * to whatever is asked; at last a sound one.
 */

const { folder, every } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly folder: string
  readonly every: number
}
const userData = join(folder, 'user')
const app = await startOffice(userData)
const ledgerFile = ledgerFileIn(userData)
const problems: string[] = []
const source = join(folder, 'desk-sound.llbak')
const target = join(folder, 'desk-forged.llbak')

// Enough of them that some tables have pages which lead to others.
const [step] = officePlan('edit', 5, 0).base
for (const draft of step?.kind === 'import' ? step.people.slice(0, 40) : [])
  await valueOf(app.ask('resident.save', { id: null, revision: null, draft }))
const { id } = await valueOf<{ id: string }>(app.ask('backup.make'))
copyFileSync(join(dirname(ledgerFile), 'backups', id), source)
const { slots } = await readKeySlots(ledgerFile)
const key = await keyFromPassword(slots, people.director.staffId, people.director.password)
const peopleBefore = (await everybody(app)).length
const watched = watchedFolder(dirname(ledgerFile))
app.answers.openPath = target
app.answers.button = 1

const { text: mark } = await watched.markNow()
const tried = backupForgeries.filter((_, index) => index % every === 0)
for (const forgery of tried) {
  forgeBackup({ source, target, key }, forgery)
  const { code, restored } = await chooseAndRestore()
  if (code !== forgery.code) problems.push(`${forgery.name}: ${code} instead of ${forgery.code}`)
  if (restored.ok) {
    problems.push(`${forgery.name}: it is restored`)
    // Nobody is at the desk any more.
    break
  }
  await valueOf(app.ask('backup.drop'))
  const left = filesIn(join(userData, 'restoring'))
  if (left.length > 0) problems.push(`${forgery.name}: ${left.join(', ')} is left`)
  if ((await watched.markNow()).text !== mark)
    problems.push(`${forgery.name}: the ledger's folder is changed`)
}
// What was refused was refused for what was changed: a sound one is restored, and the people are in it.
copyFileSync(source, target)
const { code, restored } = await chooseAndRestore()
if (code !== 'none' || !restored.ok) problems.push(`the sound one is refused: ${code}`)
watched.end()
await app.quit()
const { ledger } = await openAfterwards(userData)
const there = ledger.raw.prepare<[], number>('SELECT count(*) FROM resident').pluck().get()
if (there !== peopleBefore) problems.push(`${peopleBefore} people were there, ${String(there)} are`)
problems.push(...faultsOf(ledger.raw))
closeOffice(ledger)
acknowledge(JSON.stringify({ triedCount: tried.length + 1, problems }))
// Its timers would keep it running.
process.exit(0)

/** Everything that the page does, and what it must not do after a refusal. */
async function chooseAndRestore(): Promise<{ code: string; restored: Reply<unknown> }> {
  const chosen = await app.ask('backup.choose', { id: null })
  // The contract's own shape.
  const handle = chosen.ok ? (chosen.value as { readonly handle: string }).handle : ''
  const opened = await app.ask('backup.open', { handle, secret: null })
  const restored = await app.ask('backup.restore', { handle, isUndo: false })
  const refusal = [chosen, opened].find((reply) => !reply.ok)
  return { code: refusal?.ok === false ? refusal.failure.code : 'none', restored }
}

function filesIn(path: string): string[] {
  return existsSync(path) ? readdirSync(path) : []
}
