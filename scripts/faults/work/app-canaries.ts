import { join } from 'node:path'
import { people, sitDown, startOffice, valueOf } from '../app/app-office.ts'
import { acknowledge } from './acknowledge.ts'
import { canaries } from './canaries.ts'
import { officePlan } from './office-plan.ts'

/*
 * A program of its own: the built app in which unmistakable people are written down, looked for, sorted, visited,
 * backed up and refused, until it is killed in the middle of its work.
 */

const { folder } = JSON.parse(process.argv[2] ?? '{}') as { readonly folder: string }
const app = await startOffice(join(folder, 'user'))
const [first] = officePlan('edit', 13, 0).base
const plain = first?.kind === 'import' ? first.people[0] : undefined
if (plain === undefined) throw new Error('nobody to write down')
const filter = { search: '', buildingId: null, careTag: null, ageBand: null, sort: 'address' }

for (const [index, { name, note, phone, passport, address }] of canaries.entries()) {
  const draft = {
    ...plain,
    name,
    note,
    phones: [{ number: phone, note: '' }],
    idDocumentType: 'passport',
    idNumber: passport,
    registeredAddress: address,
    dwelling: { building: `${index + 1}`, unit: '1', room: '101' },
  }
  const { id } = await valueOf<{ id: number }>(app.ask('resident.save', { id: null, revision: null, draft }))
  await app.ask('resident.get', { id })
  await app.ask('resident.save', { id, revision: 999, draft })
  await app.ask('resident.save', { id: null, revision: null, draft: { ...draft, name: '' } })
  for (const search of [name, phone, passport, address])
    await app.ask('resident.list', { filter: { ...filter, search }, offset: 0, limit: 200 })
  await app.ask('draft.keep', { formKey: `resident:${id}`, content: { ...draft } })
}
for (const sort of ['address', 'name', 'birth'])
  await app.ask('resident.list', { filter: { ...filter, sort }, offset: 0, limit: 200 })
const round = {
  name: canaries[0]?.name,
  festival: null,
  year: 2027,
  cutoffOn: '2027-02-06',
  ruleIds: [1, 2, 3, 4, 5],
}
await app.ask('visitRound.create', round)
await app.ask('paper.visitList', { visitRoundId: 1, offset: 0, limit: 200 })
await app.ask('backup.make')
await app.ask('audit.list', { filter: {}, offset: 0, limit: 200 })
await sitDown(app, 'viewer')
for (const { name } of canaries.slice(0, 5))
  await app.ask('staff.add', {
    draft: { name, role: 'worker', workFields: [], isInSealedCircle: false },
    password: people.worker.password,
  })
await app.ask('staff.lock')
await sitDown(app, 'director')
acknowledge('written')
// In the middle of what comes next the program is killed.
for (let round = 0; ; round += 1)
  await app.ask('resident.save', {
    id: null,
    revision: null,
    draft: { ...plain, idDocumentType: 'none', idNumber: '', name: canaries[round % canaries.length]?.name },
  })
