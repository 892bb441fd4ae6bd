import { noFilter } from '../../../domain/no-filter.ts'
import { join } from 'node:path'
import { people, sitDown, startOffice, valueOf } from '../app/app-office.ts'
import { acknowledge } from './acknowledge.ts'
import { canaries, canaryDrafts, canaryRound } from './canaries.ts'

/*
 * A program of its own: the built app in which unmistakable people are written down, looked for, sorted, visited,
 * backed up and refused, until it is killed in the middle of its work.
 */

const { folder } = JSON.parse(process.argv[2] ?? '{}') as { readonly folder: string }
const app = await startOffice(join(folder, 'user'))
const filter = { ...noFilter }

for (const draft of canaryDrafts()) {
  const { name, registeredAddress: address } = draft
  const { id } = await valueOf<{ id: number }>(app.ask('resident.save', { id: null, revision: null, draft }))
  await app.ask('resident.get', { id })
  await app.ask('resident.save', { id, revision: 999, draft })
  await app.ask('resident.save', { id: null, revision: null, draft: { ...draft, name: '' } })
  for (const search of [name, draft.phones[0]?.number, draft.idNumber, address])
    await app.ask('resident.list', { filter: { ...filter, search }, offset: 0, limit: 200 })
  const kept = { form: { form: 'resident', id }, content: JSON.stringify(draft), baseRevision: 1 }
  await valueOf(app.ask('draft.keep', kept))
}
for (const sort of ['address', 'name', 'birth'])
  await app.ask('resident.list', { filter: { ...filter, sort }, offset: 0, limit: 200 })
await valueOf(app.ask('visitRound.create', canaryRound))
await app.ask('paper.visitList', { visitRoundId: 1, offset: 0, limit: 200 })
await app.ask('backup.make')
const everyEntry = { staffId: null, action: null, objectType: null, fromOn: null, toOn: null }
await valueOf(
  app.ask('audit.list', { filter: { ...everyEntry, isTroubleOnly: false }, offset: 0, limit: 200 }),
)
await sitDown(app, 'viewer')
for (const { name } of canaries.slice(0, 5))
  await app.ask('staff.add', {
    draft: { name, role: 'worker', workFields: [], isInSealedCircle: false },
    password: people.worker.password,
  })
await app.ask('staff.lock')
await sitDown(app, 'director')
acknowledge('written')
const [plain] = canaryDrafts()
// In the middle of what comes next the program is killed.
for (let round = 0; ; round += 1)
  await app.ask('resident.save', {
    id: null,
    revision: null,
    draft: { ...plain, idDocumentType: 'none', idNumber: '', name: canaries[round % canaries.length]?.name },
  })
