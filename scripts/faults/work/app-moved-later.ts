import { mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { people, startOffice, valueOf } from '../app/app-office.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app, whose ledger's folder is taken into one place after another behind its back,
 * as sync programs do with a link in its stead; tells what it says of each.
 */

const { folder, names } = JSON.parse(process.argv[2] ?? '{}') as { folder: string; names: readonly string[] }
const userData = join(folder, 'user')
const usual = join(userData, 'ledger')
const app = await startOffice(userData)
const { staffId, password } = people.director
let real = usual
for (const name of names) {
  await valueOf(app.ask('staff.signOut'))
  const next = join(folder, name, 'ledger')
  mkdirSync(join(folder, name), { recursive: true })
  renameSync(real, next)
  if (real === usual) symlinkSync(next, usual)
  else relink(next)
  real = next
  await valueOf(app.ask('setup.retry'))
  const { notices } = await valueOf<{ notices?: readonly string[] }>(
    app.ask('staff.signIn', { staffId, password }),
  )
  const saved = await app.ask('building.list')
  app.answers.openPath = join(next, 'linli-ledger.db')
  const opened = await app.ask('setup.openExisting')
  const openCode = opened.ok ? 'opened' : opened.failure.code
  acknowledge(`${name}\t${notices?.join(' ') ?? 'not open'}\t${saved.ok ? 'answers' : 'silent'}\t${openCode}`)
  if (opened.ok) await valueOf(app.ask('staff.signIn', { staffId, password }))
}
await app.quit()
// Its timers would keep it running.
process.exit(0)

function relink(target: string): void {
  const beside = join(folder, 'link')
  symlinkSync(target, beside)
  renameSync(beside, usual)
}
